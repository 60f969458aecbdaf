import { createHash } from 'node:crypto'
import { type Answer, grouped, type Question } from '#model'
import type { Engine } from './engine/engine-types.js'
import type { HearingStore } from './first-hearing.js'
import type { Sound } from './sound/open-sound.js'

/** Raised when answers change: stored ones are asked anew. */
const VERSION = 7

export interface AskOptions {
  questions: Question[]
  /** By recording id. */
  sounds: ReadonlyMap<string, Sound>
  /** SHA-256 of each recording, by id: names stored answers. Without it nothing is stored. */
  hashes?: ReadonlyMap<string, string>
  engine: Engine
  signal?: AbortSignal
  onProgress?: (done: { questions: number; total: number }) => void
  store?: HearingStore
}

/**
 * The second hearing: asks the sound which wording it supports, question by question, in the order given. Questions about
 * one cut are asked one after the other, so that its sound is encoded once. The asker has written
 * the wordings alike: digits or commas on one side only would outweigh any word.
 *
 * @throws Error when a question names a recording that has no sound; UserError (exit 3) when the engine fails; the
 *   signal's reason when aborted
 */
export async function answerQuestions(options: AskOptions): Promise<Answer[]> {
  const { questions, signal, onProgress } = options
  const answers = new Map<string, Answer>()
  for (const question of byCut(questions)) {
    signal?.throwIfAborted()
    const scores = await following(question, answers, (open) => scoresOf(options, open))
    answers.set(question.id, { question: question.id, scores })
    onProgress?.({ questions: answers.size, total: questions.length })
  }
  return questions.map((question) => answers.get(question.id)!)
}

/**
 * The scores of a question; of one that follows another only what that one left open is asked, and what it gave up stays
 * as it was.
 */
export async function following(
  question: Question,
  answers: ReadonlyMap<string, Answer>,
  ask: (question: Question) => Promise<Score[]>,
): Promise<Score[]> {
  const { wordings, follows } = question
  const first = follows && answers.get(follows.question)?.scores
  if (!first) return ask(question)
  const before = [BASE, ...follows.of.map((index) => first[index]!)]
  const open = wordings.filter((_, index) => !before[index]!.bounded)
  if (open.length === 1) return before
  const scores = await ask({ ...question, wordings: open })
  let next = 0
  return before.map((score) => (score.bounded ? score : scores[next++]!))
}

type Score = Answer['scores'][number]
const BASE: Score = { margin: 0, prior: 0, bounded: false }

async function scoresOf(options: AskOptions, question: Question): Promise<Score[]> {
  const { sounds, hashes, engine, signal, store } = options
  const { recording, startSeconds, endSeconds, language, wordings, decoys = 0 } = question
  const hash = hashes?.get(recording)
  const inputs = [
    VERSION,
    hash,
    startSeconds,
    endSeconds,
    language,
    wordings,
    decoys,
    engine.info.sha256,
    engine.info.engine,
  ]
  const key = createHash('sha256')
    .update(JSON.stringify(['second-hearing', ...inputs]))
    .digest('hex')
  const known = hash === undefined ? undefined : await store?.get(key)
  if (known !== undefined) return known as Score[]
  const sound = sounds.get(recording)
  if (!sound) throw new Error(`No sound for recording ${recording}`)
  const samples = await sound.read(startSeconds, endSeconds)
  const scores = await engine.score(samples, language, wordings, { decoys, ...(signal ? { signal } : {}) })
  if (hash !== undefined) await store?.set(key, scores)
  return scores
}

const byCut = (questions: readonly Question[]): Question[] =>
  grouped(questions, ({ recording, startSeconds, endSeconds }) => `${recording} ${startSeconds} ${endSeconds}`).flat()
