import { taskMarks } from './decode.js'
import { TimeWarp } from './dtw.js'
import { logSumExp } from './logits.js'
import type { Encoded, Step, Whisper } from './whisper.js'

export interface TokenTimes {
  /** Seconds from the window's start: one per token, and one more for the end of the last. */
  starts: Float64Array
  /** Natural logarithm of each token's probability, given the sound and the tokens before. */
  logProbabilities: Float64Array
}

const warp = new TimeWarp()

/**
 * Times text tokens by the decoder's attention to the sound: one forced pass over the text, the alignment heads'
 * attention normalised over tokens, smoothed over time and averaged, then warped (Whisper's `timing.py`).
 * Without attention outputs, null times: the caller spreads words between timestamps.
 *
 * @param seconds length of the sound in the window
 */
export async function timeTokens(
  whisper: Whisper,
  encoded: Encoded,
  language: string | null,
  text: readonly number[],
  seconds: number,
): Promise<TokenTimes | { starts: null; logProbabilities: Float64Array }> {
  const { facts } = whisper
  const marks = [...taskMarks(whisper, language), facts.noTimestamps]
  const heads = whisper.attends ? facts.alignmentHeads! : []
  const layers = [...new Set(heads.map(([layer]) => layer))]
  const step = await whisper.step(encoded, encoded.start, [...marks, ...text, facts.endOfText], {
    attentionLayers: layers,
  })
  const before = marks.length - 1
  const logProbabilities = new Float64Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const offset = (before + i) * step.vocabulary
    // Against the words alone: how likely a timestamp would have been says nothing about the word.
    logProbabilities[i] = step.logits[offset + text[i]!]! - logSumExp(step.logits, offset, facts.endOfText + 1)
  }
  if (heads.length === 0) return { starts: null, logProbabilities }
  const rows = text.length + 1
  const columns = Math.max(1, Math.min(positionsIn(step), Math.ceil(seconds / facts.secondsPerPosition)))
  const weights = attentionWeights(step, heads, before, rows, columns, facts.medianFilterWidth)
  const first = warp.firstColumns(weights, rows, columns)
  return { starts: Float64Array.from(first, (column) => column * facts.secondsPerPosition), logProbabilities }
}

function positionsIn(step: Step): number {
  for (const { positions } of step.attention.values()) return positions
  return 0
}

/** rows × columns: how much each token, from the row that predicts the first one, attends to each position. */
function attentionWeights(
  step: Step,
  heads: readonly [number, number][],
  before: number,
  rows: number,
  columns: number,
  filterWidth: number,
): Float32Array {
  const weights = new Float32Array(rows * columns)
  const mean = new Float64Array(columns)
  const scale = new Float64Array(columns)
  const row = new Float64Array(columns)
  const sorted = new Float64Array(filterWidth)
  for (const [layer, head] of heads) {
    const { data, tokens, positions } = step.attention.get(layer)!
    const base = head * tokens * positions
    mean.fill(0)
    scale.fill(0)
    for (let t = 0; t < tokens; t++) {
      const at = base + t * positions
      for (let c = 0; c < columns; c++) {
        const weight = data[at + c]!
        mean[c]! += weight
        scale[c]! += weight * weight
      }
    }
    for (let c = 0; c < columns; c++) {
      mean[c]! /= tokens
      const variance = Math.max(0, scale[c]! / tokens - mean[c]! * mean[c]!)
      scale[c] = 1 / ((Math.sqrt(variance) + 1e-9) * heads.length)
    }
    for (let r = 0; r < rows; r++) {
      const at = base + (before + r) * positions
      for (let c = 0; c < columns; c++) row[c] = (data[at + c]! - mean[c]!) * scale[c]!
      addMedianFiltered(row, columns, sorted, weights, r * columns)
    }
  }
  return weights
}

/**
 * Running median with mirrored ends, added to `to` from `offset`. `sorted` has as many places as the filter; from one value to
 * the next only the one that leaves and the one that comes in move.
 */
function addMedianFiltered(
  row: Float64Array,
  length: number,
  sorted: Float64Array,
  to: Float32Array,
  offset: number,
): void {
  const width = sorted.length
  const half = width >> 1
  const mirrored = (at: number) =>
    row[at < 0 ? Math.min(-at, length - 1) : at < length ? at : Math.max(0, 2 * (length - 1) - at)]!
  for (let k = 0; k < width; k++) sorted[k] = mirrored(k - half)
  sorted.sort()
  to[offset]! += sorted[half]!
  for (let c = 1; c < length; c++) {
    const inside = c > half && c + half < length
    const leaving = inside ? row[c - half - 1]! : mirrored(c - half - 1)
    const coming = inside ? row[c + half]! : mirrored(c + half)
    let place = 0
    while (place + 1 < width && sorted[place] !== leaving) place++
    while (place + 1 < width && sorted[place + 1]! < coming) {
      sorted[place] = sorted[place + 1]!
      place++
    }
    while (place > 0 && sorted[place - 1]! > coming) {
      sorted[place] = sorted[place - 1]!
      place--
    }
    sorted[place] = coming
    to[offset + c]! += sorted[half]!
  }
}
