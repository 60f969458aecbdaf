/**
 * Dynamic time warping of rows (tokens) over columns (time): the path from corner to corner along which the weights sum
 * highest, each step one on in row, column or both (as in Whisper's `timing.py`). Buffers grow and are kept.
 */
export class TimeWarp {
  private trace = new Uint8Array(0)
  private above = new Float64Array(0)
  private current = new Float64Array(0)

  /** @returns for each row, the first column the path has in it. */
  firstColumns(weights: Float32Array, rows: number, columns: number): Int32Array {
    const width = columns + 1
    if (this.trace.length < (rows + 1) * width) this.trace = new Uint8Array((rows + 1) * width)
    if (this.above.length < width) {
      this.above = new Float64Array(width)
      this.current = new Float64Array(width)
    }
    const { trace } = this
    let { above, current } = this
    above.fill(Number.POSITIVE_INFINITY, 0, width)
    above[0] = 0
    for (let i = 1; i <= rows; i++) {
      current[0] = Number.POSITIVE_INFINITY
      const row = (i - 1) * columns - 1
      for (let j = 1; j <= columns; j++) {
        const both = above[j - 1]!
        const down = above[j]!
        const right = current[j - 1]!
        let cost = right
        let from = RIGHT
        if (both < down && both < right) {
          cost = both
          from = BOTH
        } else if (down < both && down < right) {
          cost = down
          from = DOWN
        }
        current[j] = cost - weights[row + j]!
        trace[i * width + j] = from
      }
      ;[above, current] = [current, above]
    }
    const first = new Int32Array(rows)
    let i = rows
    let j = columns
    while (i > 0) {
      first[i - 1] = Math.max(0, j - 1)
      const from = j === 0 ? DOWN : trace[i * width + j]!
      if (from !== RIGHT) i--
      if (from !== DOWN) j--
    }
    return first
  }
}

const BOTH = 0
const DOWN = 1
const RIGHT = 2
