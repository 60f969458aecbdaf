import { TimeWarp } from './dtw.js'

const warp = new TimeWarp()

/**
 * Times tokens by the decoder's attention to the sound: the alignment heads' attention normalised over tokens, smoothed
 * over time and averaged, then warped (Whisper's `timing.py`, which asks for the attention in a pass of its own; here it is
 * what the decoder attended to as it wrote).
 *
 * @param attention for each token and for the end of the text: heads × positions
 * @param filterWidth positions of the running median
 * @returns for each of them, the position at which it starts
 */
export function startPositions(attention: readonly Float32Array[], heads: number, filterWidth: number): Int32Array {
  const columns = attention[0]!.length / heads
  return warp.firstColumns(attentionWeights(attention, heads, columns, filterWidth), attention.length, columns)
}

/** rows × columns: how much each token attends to each position. */
function attentionWeights(
  attention: readonly Float32Array[],
  heads: number,
  columns: number,
  filterWidth: number,
): Float32Array {
  const weights = new Float32Array(attention.length * columns)
  const mean = new Float64Array(columns)
  const scale = new Float64Array(columns)
  const row = new Float64Array(columns)
  const sorted = new Float64Array(filterWidth)
  for (let head = 0; head < heads; head++) {
    const base = head * columns
    mean.fill(0)
    scale.fill(0)
    for (const data of attention) {
      for (let c = 0; c < columns; c++) {
        const weight = data[base + c]!
        mean[c]! += weight
        scale[c]! += weight * weight
      }
    }
    for (let c = 0; c < columns; c++) {
      mean[c]! /= attention.length
      const variance = Math.max(0, scale[c]! / attention.length - mean[c]! * mean[c]!)
      scale[c] = 1 / ((Math.sqrt(variance) + 1e-9) * heads)
    }
    for (const [r, data] of attention.entries()) {
      for (let c = 0; c < columns; c++) row[c] = (data[base + c]! - mean[c]!) * scale[c]!
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
