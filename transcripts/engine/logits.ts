/** Values this far below the maximum add less than 1e-4 nats to the sum over a vocabulary of 50,000. */
const NEGLIGIBLE = 20

/** Natural logarithm of the sum of exponentials of `length` values from `offset`; −∞ when all are. */
export function logSumExp(values: Float32Array, offset: number, length: number): number {
  const end = offset + length
  let maximum = Number.NEGATIVE_INFINITY
  for (let i = offset; i < end; i++) if (values[i]! > maximum) maximum = values[i]!
  if (maximum === Number.NEGATIVE_INFINITY) return maximum
  const least = maximum - NEGLIGIBLE
  let sum = 0
  for (let i = offset; i < end; i++) {
    const value = values[i]!
    if (value > least) sum += Math.exp(value - maximum)
  }
  return maximum + Math.log(sum)
}
