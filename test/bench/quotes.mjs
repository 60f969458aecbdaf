// npm run bench:quotes: planted changes in quotations from Swedish interviews; what of them is found, and what is found
// where nothing was changed. Hearings and answers are kept in $ORDAGRANT_BENCH_CACHE (else the system's temporary folder).
// $ORDAGRANT_BENCH_THREADS: threads of the engines; default the machine's. Names of recordings as arguments
// ("01 03 human") measure these alone and leave results.md as it is. About two processor seconds a quotation.
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '../../dist/transcripts/engine/client.js'
import { embeddedModel } from './hearing-sound.mjs'
import { setUpPeer } from './peer.mjs'
import { reliability, wordsHeard } from './quotes-confidence.mjs'
import { recordings, withoutSound } from './quotes-data.mjs'
import { cacheFolder, firstHearing, kept, listenTo, open } from './quotes-listen.mjs'
import { naive } from './quotes-naive.mjs'
import { candidates, falseMargins, perKind, summary, trueMargins } from './quotes-tables.mjs'
import { harvest, locationTimes, textOnly } from './quotes-text.mjs'
import { machine, writeSection } from './results.mjs'

const only = process.argv.length > 2 ? process.argv.slice(2) : null
const threads = Number(process.env.ORDAGRANT_BENCH_THREADS ?? availableParallelism())
const engine = await createEngine({ model: embeddedModel, threads })
const peer = setUpPeer(threads)
const sets = []
const results = []
const ours = new Map()
const theirs = new Map()
const silent = withoutSound()
for (const recording of recordings(only)) {
  const sound = await open(recording)
  const hearing = await firstHearing(recording, sound, engine)
  sets.push({ recording, hearing, seconds: sound.seconds })
  ours.set(recording.name, hearing.transcript.words.map(({ text }) => text).join(' '))
  if (peer.hear)
    theirs.set(recording.name, (await peerHearing(recording, sound)).words.map(({ text }) => text).join(' '))
  // In the order of what was said, so that quotations from one cut share its encoding, as in a run.
  for (const quote of recording.quotes) results.push(await listenTo(quote, recording, hearing, sound, engine))
  await sound.close()
  process.stderr.write(`${recording.name}: ${recording.quotes.length} quotations\n`)
}
await engine.close()
writeFileSync(join(cacheFolder, 'results.json'), JSON.stringify(results))

function peerHearing({ name, sha256 }, sound) {
  return kept(['peer', sha256], async () => {
    const file = join(cacheFolder, `${name}.f32`)
    writeFileSync(file, Buffer.from((await sound.read(0, sound.seconds)).buffer))
    return peer.hear(file, 'sv')
  })
}

/** Seconds per quotation: where its cut had to be encoded, and where the one before was from the same cut. */
function times(list) {
  const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]?.toFixed(2) ?? '–'
  const fresh = list.filter(({ cut }, i) => i === 0 || cut !== list[i - 1].cut)
  const again = list.filter(({ cut }, i) => i > 0 && cut === list[i - 1].cut)
  return `${median(fresh.map(({ seconds }) => seconds))} s a quotation with a new cut (${fresh.length}), ${median(again.map(({ seconds }) => seconds))} s where the cut was encoded already (${again.length}), medians`
}

/** Of each half: how often words are right that were heard with such a confidence. */
function confidences() {
  const halves = { 'Held-out half': 'held-out', 'Tuning half': 'tuning', 'Human speech': 'human' }
  return Object.entries(halves)
    .map(([title, half]) => {
      const words = sets.filter(({ recording }) => recording.half === half).flatMap(wordsHeard)
      return `${title}:\n\n${words.length === 0 ? 'not measured' : reliability(words)}`
    })
    .join('\n\n')
}

const of = (half) => results.filter((one) => one.half === half)
const synthetic = sets.filter(({ recording }) => recording.half !== 'human')
const confusions = harvest(synthetic)
const minutes = (list) => (list.reduce((sum, { seconds }) => sum + seconds, 0) / 60).toFixed(1)
const voices = new Set(synthetic.flatMap(({ recording }) => recording.lines.map(({ voice }) => voice)))
const part = (title, half) =>
  of(half).length === 0
    ? `### ${title}\n\nnot measured`
    : `### ${title}\n\n${perKind(of(half))}\n\n${summary(of(half))}\n- second hearing: ${times(of(half))}`
const engines = { 'our first hearing': ours, ...(theirs.size > 0 ? { 'faster-whisper': theirs } : {}) }

const report = `${machine()}; ${engine.info.name}, ${engine.info.engine}. ${minutes(synthetic)} min of **synthetic** Swedish speech, ${voices.size} voices, ${synthetic.length} interviews (no interviewee's voice is in both halves); ${results.length} quotations, each graded on its own.${silent.length > 0 ? ` Not measured, their sound is not made yet: ${silent.join(', ')}.` : ''} The first hearing has ${(100 * confusions.rate).toFixed(0)} % of the synthetic words wrong. Intervals: 95 %, Wilson.

${part('Held-out half (even numbers)', 'held-out')}

${part('Tuning half (odd numbers)', 'tuning')}

${part(`Human speech (${minutes(sets.filter(({ recording }) => recording.half === 'human'))} min, one reader)`, 'human')}

### Confidence of the first hearing's words

${confidences()}

### The sound for the wording really spoken (tuning half), nats over the print

${trueMargins(of('tuning'))}

### The sound for wordings not spoken (untouched quotations of the tuning half): best per quotation

${falseMargins(of('tuning'))}

### Limits that could be set (tuning half)

Planted changes whose spoken wording was asked about and reaches the limit; untouched quotations in which some wording not spoken reaches it.

${candidates(of('tuning'))}

### Text only, no sound: transcripts with words made wrong as the recogniser makes them

${synthetic.length === 0 ? 'not measured' : textOnly(synthetic, confusions)}

### Long transcripts (30 % word error)

${synthetic.length === 0 ? 'not measured' : locationTimes(synthetic, confusions)}

### Simpler ways, same quotations (all synthetic)

${naive(
  results.filter(({ half }) => half !== 'human'),
  engines,
)}${peer.hear ? '' : `\n\nfaster-whisper: not measured (${peer.reason})`}
`
if (only) process.stdout.write(report)
else {
  writeSection('Quotations', report)
  process.stdout.write(report)
}
