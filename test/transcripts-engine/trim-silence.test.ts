import { expect, it } from 'vitest'
import { trimSilence } from '../../transcripts/engine/trim-silence.js'

const word = (startSeconds: number, endSeconds: number) => ({
  text: 'ord',
  startSeconds,
  endSeconds,
  confidence: 1,
  logProbability: 0,
})

it('moves words off the pauses around them, and leaves a wholly silent word its least length', () => {
  const samples = Float32Array.from({ length: 48_000 }, (_, i) => (i >= 16_000 && i < 32_000 ? Math.sin(i) : 0))
  const words = [word(0.4, 2.6), word(2.6, 3)]
  trimSilence(words, samples, 16_000)
  expect(words[0]!.startSeconds).toBeCloseTo(1, 1)
  expect(words[0]!.endSeconds).toBeCloseTo(2, 1)
  expect(words[1]!.endSeconds - words[1]!.startSeconds).toBeGreaterThan(0.03)
  expect(words[1]!.startSeconds).toBeGreaterThanOrEqual(2.6)
})
