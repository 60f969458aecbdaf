// npm run bench:hearing: the first and second hearing against faster-whisper, same weights, same threads, in turn.
// $ORDAGRANT_BENCH_DATA names a folder with more speech (speech/storybook-sv-0087); without it that row is left out.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../dist/pipeline/model/index.js'
import { createEngine } from '../../dist/transcripts/engine/client.js'
import { openSound } from '../../dist/transcripts/sound/open-sound.js'
import { embeddedModel, soundOf, wordlessSounds } from './hearing-sound.mjs'
import { setUpPeer } from './peer.mjs'
import { machine, writeSection } from './results.mjs'

const ROUNDS = 3
const threads = availableParallelism()
const folder = mkdtempSync(join(tmpdir(), 'ordagrant-bench-'))
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const plain = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function wordErrorRate(reference, words) {
  const heard = words.flatMap(({ text }) => plain(text))
  let row = heard.map((_, j) => j + 1)
  reference.forEach((word, i) => {
    const next = []
    heard.forEach((other, j) => {
      const diagonal = j === 0 ? i : row[j - 1]
      const left = j === 0 ? i + 1 : next[j - 1]
      next.push(Math.min(row[j] + 1, left + 1, diagonal + (word === other ? 0 : 1)))
    })
    row = next
  })
  return (row.at(-1) ?? reference.length) / reference.length
}

/** Seconds between where a line starts and where its first word was heard, for the lines whose first word was. */
function startErrors(lines, words) {
  return lines.flatMap(({ start, text }) => {
    const [first] = plain(text)
    const near = words.filter((word) => plain(word.text)[0] === first && Math.abs(word.startSeconds - start) < 1.5)
    return near.length === 0 ? [] : [Math.min(...near.map((word) => Math.abs(word.startSeconds - start)))]
  })
}

async function samplesOf(path, name) {
  const sound = await openSound(path, {
    spoolDir: folder,
    sha256: Buffer.from(name.padEnd(32).slice(0, 32)).toString('hex'),
  })
  const file = join(folder, `${name}.f32`)
  writeFileSync(file, Buffer.from((await sound.read(0, sound.seconds)).buffer))
  await sound.close()
  return { file, seconds: sound.seconds }
}

const root = packageRoot()
const truth = JSON.parse(readFileSync(join(root, 'test/truth/sexhandeln/truth.json'), 'utf8'))
const story = await samplesOf(join(root, 'test/stories/sexhandeln/audio/p4-varmland-sexhandeln.mp3'), 'sexhandeln')
const sets = [
  {
    name: 'sexhandeln (synthetic)',
    ...story,
    reference: plain(truth.map((line) => line.text_figures).join(' ')),
    lines: truth,
  },
]
const book = join(process.env.ORDAGRANT_BENCH_DATA ?? '', 'speech/storybook-sv-0087')
if (process.env.ORDAGRANT_BENCH_DATA && existsSync(book)) {
  const sound = await samplesOf(join(book, '0087_jag-gillar-att-läsa.mp3'), 'storybook')
  const pages = readFileSync(join(book, '0087_jag-gillar-att-läsa.md'), 'utf8').split('* License')[0]
  sets.push({ name: 'picture book (human)', ...sound, reference: plain(pages), lines: [] })
}

const ours = (file) =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [fileURLToPath(new URL('hearing-run.mjs', import.meta.url)), file, 'sv', String(threads)],
      {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      },
    ),
  )
const peer = setUpPeer(threads)
const rows = []
for (const set of sets) {
  const runs = { ordagrant: [], 'faster-whisper int8': [] }
  for (let round = 0; round < ROUNDS; round++) {
    runs.ordagrant.push(ours(set.file))
    if (peer.hear) runs['faster-whisper int8'].push(peer.hear(set.file, 'sv'))
  }
  for (const [name, list] of Object.entries(runs)) {
    if (list.length === 0) {
      rows.push(`| ${set.name} | ${name} | not measured: ${peer.reason} | | | |`)
      continue
    }
    const rtf = median(list.map((run) => run.seconds)) / set.seconds
    const errors = startErrors(set.lines, list[0].words)
    const start = errors.length === 0 ? '–' : `${median(errors).toFixed(2)} s (${errors.length} lines)`
    const wer = (100 * wordErrorRate(set.reference, list[0].words)).toFixed(1)
    const megabytes = Math.round(median(list.map((run) => run.megabytes)))
    rows.push(
      `| ${set.name} | ${name} ${list[0].version} | ${rtf.toFixed(3)} | ${megabytes} MB | ${wer} % | ${start} |`,
    )
  }
}

const invented = Object.entries(wordlessSounds()).map(([name, samples]) => {
  const file = join(folder, 'wordless.f32')
  writeFileSync(file, Buffer.from(samples.buffer))
  return `${name} ${ours(file).words.length}`
})

const engine = await createEngine({ model: embeddedModel, threads })
const line = truth.find(({ id }) => id === 'L18')
const samples = await soundOf(story.file).read(line.start - 0.5, line.end + 0.5)
const said = line.text.split(' ').slice(0, 20)
const edits = said.flatMap((_, i) =>
  ['inte', 'nog', 'kanske', 'troligen', 'ganska', 'aldrig', 'tre', 'tio'].map((word) =>
    [...said.slice(0, i), word, ...said.slice(i)].join(' '),
  ),
)
const wordings = [said.join(' '), ...edits.slice(0, 150)]
const times = []
for (let round = 0; round <= ROUNDS; round++) {
  const began = performance.now()
  await engine.score(samples, 'sv', wordings)
  times.push(performance.now() - began)
}
await engine.close()
const [first, ...later] = times

writeSection(
  'hearing',
  `${machine()}; ${threads} threads, ${ROUNDS} rounds in turn, medians, models loaded beforehand.

| recording | engine | time / duration | peak memory | word errors | line start error, median |
|---|---|---|---|---|---|
${rows.join('\n')}

Words in 20 s of sound without any: ${invented.join(', ')}.

Second hearing: ${wordings.length - 1} wordings on a cut of ${said.length} words: ${Math.round(median(later))} ms (with loading and the encoder the first time: ${Math.round(first)} ms).`,
)
rmSync(folder, { recursive: true })
