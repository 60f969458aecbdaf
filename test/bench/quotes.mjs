// npm run bench:quotes: planted changes in quotations from Swedish interviews; what of them is found, and what is found
// where nothing was changed. Hearings and answers are kept in $ORDAGRANT_BENCH_CACHE (else the system's temporary folder).
// $ORDAGRANT_BENCH_THREADS: threads of the engines; default the machine's. Halves as arguments ("held-out", "tuning",
// "human") measure these alone and write their sections; names of recordings ("01 03") print and write nothing. About two
// processor seconds a quotation.
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

const HALVES = {
  'held-out': 'held-out half (even numbers)',
  tuning: 'tuning half (odd numbers)',
  human: 'human speech',
}

const only = process.argv.length > 2 ? process.argv.slice(2) : null
const whole = only === null || only.every((name) => name in HALVES)
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

const of = (half) => results.filter((one) => one.half === half)
const synthetic = sets.filter(({ recording }) => recording.half !== 'human')
const minutes = (list) => (list.reduce((sum, { seconds }) => sum + seconds, 0) / 60).toFixed(1)
const wordErrors = (list) => `The first hearing has ${(100 * harvest(list).rate).toFixed(0)} % of the words wrong.`
const unmade = silent.length > 0 ? ` Not measured, their sound is not made yet: ${silent.join(', ')}.` : ''

/** One half: what was found of the planted changes, and how often words are right that were heard with such a confidence. */
function halfReport(half) {
  const own = sets.filter(({ recording }) => recording.half === half)
  const voices = new Set(own.flatMap(({ recording }) => recording.lines.map(({ voice }) => voice)))
  const sound =
    half === 'human'
      ? 'one reader'
      : `**synthetic** Swedish speech, ${voices.size} voices, ${own.length} interviews (no interviewee's voice is in both halves)`
  return `${machine()}; ${engine.info.name}, ${engine.info.engine}. ${minutes(own)} min, ${sound}; ${of(half).length} quotations, each graded on its own.${unmade} ${wordErrors(own)} Intervals: 95 %, Wilson.

${perKind(of(half))}

${summary(of(half))}
- second hearing: ${times(of(half))}

### Confidence of the first hearing's words

${reliability(own.flatMap(wordsHeard))}
${half === 'tuning' ? limits(of(half)) : ''}`
}

/** What the limits of the second hearing are set by. */
function limits(list) {
  return `
### The sound for the wording really spoken, nats over the print

${trueMargins(list)}

### The sound for wordings not spoken (untouched quotations): best per quotation

${falseMargins(list)}

### Limits that could be set

Planted changes whose spoken wording was asked about and reaches the limit; untouched quotations in which some wording not spoken reaches it.

${candidates(list)}
`
}

function comparisons() {
  const confusions = harvest(synthetic)
  const engines = { 'our first hearing': ours, ...(theirs.size > 0 ? { 'faster-whisper': theirs } : {}) }
  const peers = naive(
    results.filter(({ half }) => half !== 'human'),
    engines,
  )
  return `${machine()}; ${minutes(synthetic)} min of **synthetic** Swedish speech. ${wordErrors(synthetic)}

### Text only, no sound: transcripts with words made wrong as the recogniser makes them

${textOnly(synthetic, confusions)}

### Long transcripts (30 % word error)

${locationTimes(synthetic, confusions)}

### Simpler ways, same quotations (all synthetic)

${peers}${peer.hear ? '' : `\n\nfaster-whisper: not measured (${peer.reason})`}`
}

for (const [half, title] of Object.entries(HALVES)) {
  if (of(half).length > 0) tell(`Quotations: ${title}`, halfReport(half))
}
if (only === null) tell('Quotations: text only, long transcripts, simpler ways', comparisons())

function tell(title, report) {
  if (whole) writeSection(title, report)
  process.stdout.write(`## ${title}\n\n${report}\n\n`)
}
