/**
 * Levenshtein distance (insertions, deletions and substitutions cost 1), two rows, no allocation per cell. Source:
 * Wagner and Fischer 1974.
 */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  if (a.length === 0 || b.length === 0) return a.length + b.length
  let previous = new Uint16Array(b.length + 1)
  let current = new Uint16Array(b.length + 1)
  for (let j = 0; j <= b.length; j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    current[0] = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const substituted = previous[j - 1]! + (letter === b.charCodeAt(j - 1) ? 0 : 1)
      current[j] = Math.min(substituted, previous[j]! + 1, current[j - 1]! + 1)
    }
    ;[previous, current] = [current, previous]
  }
  return previous[b.length]!
}

/** 1 for equal strings, 0 for nothing in common: 1 − distance / longer length. */
export function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer
}
