// Part of npm run bench:hearing: the second hearing of a story of three minutes with eight quotations.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gradeAlignments, inquire, locateClaims } from '../../dist/pipeline/alignment/index.js'
import { packageRoot } from '../../dist/pipeline/model/index.js'
import { createEngine } from '../../dist/transcripts/engine/client.js'
import { hear } from '../../dist/transcripts/first-hearing.js'
import { answerQuestions } from '../../dist/transcripts/second-hearing.js'
import { openSound } from '../../dist/transcripts/sound/open-sound.js'
import { embeddedModel } from './hearing-sound.mjs'
import { hashOf, plain, print } from './quotes-data.mjs'
import { machine, writeSection } from './results.mjs'

const ROUNDS = 3
const QUOTATIONS = 8
/** Printed quotations have 14 words on average in bench:quotes. */
const LEAST_WORDS = 12
const threads = availableParallelism()
const language = 'sv'
const path = join(packageRoot(), 'test/stories/sexhandeln/audio/p4-varmland-sexhandeln.mp3')
const sha256 = hashOf(readFileSync(path))
const spoolDir = mkdtempSync(join(tmpdir(), 'ordagrant-bench-'))
const sound = await openSound(path, { spoolDir, sha256 })
const truth = JSON.parse(readFileSync(join(packageRoot(), 'test/truth/sexhandeln/truth.json'), 'utf8'))
// What the police chief says, as it was said: of each answer as many sentences as make a quotation of usual length.
const answers = truth.filter(({ speaker }) => speaker === 'Orla Kristofferssen').map(({ text }) => opening(text))
const { article, claims } = print(answers.filter((text) => plain(text).length >= LEAST_WORDS).slice(0, QUOTATIONS))

function opening(text) {
  const sentences = text.split(/(?<=[.?!]) /)
  const enough = sentences.findIndex((_, i) => plain(sentences.slice(0, i + 1).join(' ')).length >= LEAST_WORDS)
  return enough < 0 ? text : sentences.slice(0, enough + 1).join(' ')
}

let heard
const rounds = []
for (let round = 0; round < ROUNDS; round++) {
  const engine = await createEngine({ model: embeddedModel, threads })
  heard ??= await hear({ recording: { id: 'r1', path, sha256 }, sound, engine, language })
  // A run comes to this with the model loaded, by the first hearing.
  await engine.detectLanguage(new Float32Array(16_000))
  const began = performance.now()
  const transcripts = [heard.transcript]
  const recordings = [heard.recording]
  const located = locateClaims({ article, claims, transcripts, language })
  const inquiries = inquire({ article, claims, located, transcripts, recordings, language })
  const questions = inquiries.flatMap(({ asked }) => asked.map(({ question }) => question))
  const scores = await answerQuestions({ questions, sounds: new Map([['r1', sound]]), engine })
  const alignments = gradeAlignments({ article, claims, inquiries, answers: scores, transcripts, recordings, language })
  const seconds = (performance.now() - began) / 1000
  const wordings = questions.reduce((sum, question) => sum + question.wordings.length, 0)
  rounds.push({ seconds, wordings, grades: alignments.map(({ grade }) => grade) })
  await engine.close()
}
await sound.close()
rmSync(spoolDir, { recursive: true, force: true })
const [fast] = [...rounds].sort((a, b) => a.seconds - b.seconds).slice(ROUNDS >> 1)
const words = article.words / QUOTATIONS

writeSection(
  'A story of eight quotations',
  `${machine()}; ${threads} threads, ${ROUNDS} rounds, median.

The example broadcast (3:17, synthetic) with ${QUOTATIONS} quotations of ${words.toFixed(0)} words on average, printed as said: location, second hearing of ${fast.wordings} wordings and grading take ${fast.seconds.toFixed(1)} s. Grades: ${fast.grades.join(', ')}.`,
)
