import type { Numeral } from '#language'
import type { Value } from '#model'
import type { Hedge } from './quantities-words.js'

/** Rounding never hides more than this share of a round figure of a thousand or more ("2 500" may be 2 530, not 2 900). */
const ROUND_SHARE = 0.05
/** … nor of a figure in words of scale: "en miljon" is not half a million. */
const SCALE_SHARE = 0.25
/** Fractions in words ("två tredjedelar") are said of shares near them. */
const FRACTION_SHARE = 0.05

/** Removes binary dust: 0.1 × 3 is 0.3. */
const clean = (value: number) => (value === Number.MAX_VALUE ? value : Number(value.toPrecision(15)))

/**
 * The interval a figure means: half a unit of the last printed digit to each side where it is rounded (decimals, scales,
 * measures, round thousands), widened by the hedge; a plain count is exact.
 */
export function valueInterval(
  numeral: Numeral,
  options: { factor: number; measured: boolean; hedge: Hedge | null },
): Value {
  const { factor, measured, hedge } = options
  const printed = clean(numeral.value * factor)
  const half = halfWidth(numeral, measured) * factor
  const low = hedge ? Math.min(printed, printed * hedge.low) : printed - half
  const high = hedge
    ? hedge.high === Number.MAX_VALUE
      ? hedge.high
      : Math.max(printed, printed * hedge.high)
    : printed + half
  return { low: clean(low), high: clean(high), printed }
}

function halfWidth({ value, decimals, scale, ordinal }: Numeral, measured: boolean): number {
  if (ordinal) return 0
  if (decimals > 0) return 0.5 * 10 ** -decimals * scale
  if (!Number.isInteger(value)) return value * FRACTION_SHARE
  if (scale >= 1e6) return Math.min(0.5 * scale, value * SCALE_SHARE)
  if (value >= 1000) {
    const zeros = /0*$/.exec(String(value))![0].length
    if (zeros >= 2) return Math.min(0.5 * 10 ** zeros, value * ROUND_SHARE)
  }
  return measured ? Math.min(0.5, value * 0.1) : 0
}
