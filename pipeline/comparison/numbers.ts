import { Decimal } from 'decimal.js'
import type { Value } from '#model'

/** A number for a reader: "12 345,6" in Swedish, "12,345.6" otherwise. Digits as they are, never rounded. */
export function printNumber(value: Decimal.Value, language: string): string {
  const [whole, decimals] = new Decimal(value).toFixed().split('.') as [string, string?]
  const swedish = language !== 'en'
  const digits = whole.replace('-', '')
  // Four digits stand together in print.
  const grouped = digits.length > 4 ? digits.replace(/\B(?=(?:\d{3})+$)/g, swedish ? '\u00a0' : ',') : digits
  return `${whole.startsWith('-') ? '−' : ''}${grouped}${decimals ? (swedish ? ',' : '.') + decimals : ''}`
}

/** Is the number within what was printed? */
export const isWithin = (value: Decimal, { low, high }: Value): boolean => value.gte(low) && value.lte(high)

/** Do two readings share a number? */
export const overlaps = (
  a: { low: Decimal.Value; high: Decimal.Value },
  b: { low: Decimal.Value; high: Decimal.Value },
): boolean => new Decimal(a.low).lte(b.high) && new Decimal(b.low).lte(a.high)

/** Terms with their names: "sexköp 27 + koppleri 3 = 30". */
export const sumInWords = (terms: { name: string; value: Decimal.Value }[], language: string): string => {
  const total = terms.reduce((sum, { value }) => sum.plus(value), new Decimal(0))
  const written = terms.map(({ name, value }) => `${name} ${printNumber(value, language)}`.trim()).join(' + ')
  return `${written} = ${printNumber(total, language)}`
}
