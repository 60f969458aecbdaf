import type { HeardWord } from './engine-types.js'

const FRAME_SECONDS = 0.01
/** A frame is silent when its level is this far below the window's loud ones: amplitude, about −36 dB. */
const SILENT = 0.016
/** The share of frames that count as loud: speech is seldom less of a window that was cut at pauses. */
const LOUD_SHARE = 0.1
const SHORTEST_WORD = 0.05

/**
 * Takes the silence off words' ends, in place: warping gives a pause to the word before or after it, by up to half a
 * second. Only times move, never past each other.
 */
export function trimSilence(words: readonly HeardWord[], samples: Float32Array, sampleRate: number): void {
  const length = Math.round(FRAME_SECONDS * sampleRate)
  const levels = Float32Array.from({ length: Math.floor(samples.length / length) }, (_, frame) => {
    let sum = 0
    for (let i = frame * length; i < (frame + 1) * length; i++) sum += samples[i]! * samples[i]!
    return Math.sqrt(sum / length)
  })
  const loud = [...levels].sort((a, b) => b - a)[Math.floor(levels.length * LOUD_SHARE)] ?? 0
  const silent = (seconds: number) => {
    const level = levels[Math.round(seconds / FRAME_SECONDS)]
    return level !== undefined && level < loud * SILENT
  }
  for (const word of words) {
    while (word.endSeconds - word.startSeconds > SHORTEST_WORD && silent(word.startSeconds)) {
      word.startSeconds += FRAME_SECONDS
    }
    while (word.endSeconds - word.startSeconds > SHORTEST_WORD && silent(word.endSeconds - FRAME_SECONDS)) {
      word.endSeconds -= FRAME_SECONDS
    }
  }
}
