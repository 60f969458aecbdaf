import { expect, test } from 'vitest'
import type { Question } from '#model'
import type { Engine } from '../../transcripts/engine/engine-types.js'
import { answerQuestions } from '../../transcripts/second-hearing.js'
import type { Sound } from '../../transcripts/sound/open-sound.js'

const cut = { recording: 'r1', startSeconds: 0, endSeconds: 5, language: 'sv' }
const inWords: Question = {
  ...cut,
  id: 'q1.0.0',
  wordings: ['sju kockar.', 'åtta kockar.', 'nio kockar.', 'tio kockar.'],
}
const inDigits: Question = {
  ...cut,
  id: 'q1.0.1',
  wordings: ['7 kockar.', '9 kockar.', '10 kockar.', '8 kockar.'],
  follows: { question: 'q1.0.0', of: [2, 3, 1] },
}

/** An engine that gives up what it has no margin for, and the wordings it was asked about. */
function engineOf(margins: Record<string, number>) {
  const asked: (readonly string[])[] = []
  const score = async (_: Float32Array, __: string, wordings: readonly string[]) => {
    asked.push(wordings)
    return wordings.map((text, i) => ({
      margin: i === 0 ? 0 : (margins[text] ?? -9),
      prior: 0,
      bounded: i > 0 && margins[text] === undefined,
    }))
  }
  const engine = { info: { sha256: 'x', engine: 'y' }, score } as unknown as Engine
  const sounds = new Map([['r1', { read: async () => new Float32Array(16) } as unknown as Sound]])
  return { asked, answer: (questions: Question[]) => answerQuestions({ questions, sounds, engine }) }
}

test('what a question left open is asked once more, and nothing else', async () => {
  const { asked, answer } = engineOf({ 'åtta kockar.': 4, 'tio kockar.': -1, '8 kockar.': 2, '10 kockar.': -3 })
  const [words, digits] = await answer([inWords, inDigits])
  expect(asked).toEqual([inWords.wordings, ['7 kockar.', '10 kockar.', '8 kockar.']])
  expect(words!.scores.map(({ margin }) => margin)).toEqual([0, 4, -9, -1])
  expect(digits!.scores.map(({ margin, bounded }) => [margin, bounded])).toEqual([
    [0, false],
    [-9, true],
    [-3, false],
    [2, false],
  ])
})

test('where nothing was left open nothing is asked once more', async () => {
  const { asked, answer } = engineOf({})
  const [, digits] = await answer([inWords, inDigits])
  expect(asked).toEqual([inWords.wordings])
  expect(digits!.scores.slice(1).every(({ bounded }) => bounded)).toBe(true)
})
