/**
 * Rounds what a report measures, so that two runs on one machine give the same bytes: seconds to 0.01, margins to
 * 0.1 nat, confidence to 0.01.
 */
export function rounded<T>(value: T): T {
  return round(value, '', false) as T
}

function round(value: unknown, key: string, inConfidence: boolean): unknown {
  if (typeof value === 'number') return decimals(value, placesOf(key, inConfidence))
  if (Array.isArray(value)) return value.map((item) => round(item, key, inConfidence))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, round(inner, name, inConfidence || name === 'confidence')]),
  )
}

function placesOf(key: string, inConfidence: boolean): number | null {
  if (inConfidence || /seconds$/i.test(key) || key === 'unheard') return 2
  return key === 'margin' ? 1 : null
}

function decimals(value: number, places: number | null): number {
  if (places === null) return value
  const factor = 10 ** places
  // "+ 0" turns −0 into 0.
  return Math.round(value * factor) / factor + 0
}
