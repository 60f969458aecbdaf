// npm run bench:text: what reading, finding, aligning, comparing and checking cost, per 1,000 words of article and per
// hour of transcript; and what a whole run costs when all, nearly all or one quotation of it is stored already.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gradeAlignments, inquire, locateClaims } from '../../dist/pipeline/alignment/index.js'
import { readArticle } from '../../dist/pipeline/article/index.js'
import { findClaims } from '../../dist/pipeline/claims/index.js'
import { compareClaims } from '../../dist/pipeline/comparison/index.js'
import { readDataset } from '../../dist/pipeline/data/index.js'
import { packageRoot } from '../../dist/pipeline/model/index.js'
import { readTranscript } from '../../dist/transcripts/formats/index.js'
import { machine, writeSection } from './results.mjs'

const ROUNDS = 9
const root = packageRoot()
const story = join(root, 'test/stories/sexhandeln')
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

async function measured(work) {
  const times = []
  let value
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now()
    value = await work()
    times.push(performance.now() - began)
  }
  return { value, milliseconds: median(times) }
}

const bytes = readFileSync(join(story, 'article.md'))
const truth = JSON.parse(readFileSync(join(root, 'test/truth/sexhandeln/truth.json'), 'utf8'))
const segments = truth.map(({ start, end, text }) => ({ start, end, text }))
const hours = truth.at(-1).end / 3600
const words = await measured(() => readArticle({ path: 'article.md', bytes }))
const article = words.value
const thousands = article.words / 1000
const { published } = article
const found = await measured(() => findClaims(article, { language: 'sv', published }))
const claims = found.value
const file = { path: 'talk.json', bytes: new TextEncoder().encode(JSON.stringify({ segments })) }
const read = await measured(() => readTranscript(file, 'tr1'))
const material = { article, claims, transcripts: [read.value], recordings: [], language: 'sv' }
const aligned = await measured(() => {
  const located = locateClaims(material)
  const inquiries = inquire({ ...material, located })
  return gradeAlignments({ ...material, inquiries, answers: [] })
})
const table = { path: 'anmalningar.csv', bytes: readFileSync(join(story, 'data/anmalningar.csv')) }
const meta = { path: 'anmalningar.meta.yaml', text: readFileSync(join(story, 'data/anmalningar.meta.yaml'), 'utf8') }
const data = await measured(() => readDataset({ ...table, meta }, 'd1'))
const compared = await measured(() =>
  compareClaims({ ...material, datasets: [data.value], alignments: aligned.value, namesList: null, published }),
)

const rows = [
  ['read the article', words, 'words'],
  ['find names, quotations, figures, times', found, 'words'],
  ['read the transcript', read, 'hours'],
  ['locate, ask and grade', aligned, 'words'],
  ['compare', compared, 'words'],
].map(([stage, { milliseconds }, per]) => {
  const rate = per === 'words' ? milliseconds / thousands : milliseconds / hours
  const unit = per === 'words' ? '1,000 words of article' : 'hour of transcript'
  return `| ${stage} | ${milliseconds.toFixed(1)} | ${rate.toFixed(0)} a ${unit} |`
})

/** Wall seconds of a run of the command, with its cache as it stands. */
function run(folder) {
  const began = performance.now()
  execFileSync(process.execPath, [
    join(root, 'dist/bin/ordagrant.js'),
    'check',
    folder,
    '--fail-on',
    'never',
    '--quiet',
  ])
  return (performance.now() - began) / 1000
}

const folder = mkdtempSync(join(tmpdir(), 'ordagrant-bench-text-'))
cpSync(story, folder, { recursive: true })
const path = join(folder, 'article.md')
const print = readFileSync(path, 'utf8')
const edited = (from, to) => {
  writeFileSync(path, print.replace(from, to))
  const seconds = run(folder)
  writeFileSync(path, print)
  run(folder)
  return seconds
}
const first = run(folder)
const again = median([run(folder), run(folder), run(folder)])
const outside = median(['brant', 'tungt', 'snabbt'].map((word) => edited('som en sten', `som en ${word} sten`)))
const inside = median(
  ['Nu', 'Ja', 'Då'].map((word) => edited('- Det står inte högst', `- ${word}, det står inte högst`)),
)
rmSync(folder, { recursive: true, force: true })

writeSection(
  'Text and whole runs',
  `${machine()}. The example story (${article.words} words, ${(hours * 60).toFixed(1)} min); medians of ${ROUNDS} rounds in one process.

| stage | milliseconds | rate |
|---|---|---|
${rows.join('\n')}

| run of \`ordagrant check\`, with sound | seconds, wall |
|---|---|
| first, nothing stored | ${first.toFixed(1)} |
| again, nothing changed | ${again.toFixed(2)} |
| after an edit outside quotations | ${outside.toFixed(2)} |
| after an edit inside a quotation | ${inside.toFixed(2)} |`,
)
