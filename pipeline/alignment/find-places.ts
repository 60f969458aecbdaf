import { seedOffsets, type TranscriptIndex } from './transcript-index.js'

/** Words `[firstWord, endWord)` of one transcript that fit a query, with how well: 1 − edits / letters, 0–1. */
export interface Place {
  transcript: number
  firstWord: number
  endWord: number
  similarity: number
}

/**
 * Best end of `query` inside `text` with free ends on both sides of `text` (Sellers 1980: approximate string matching),
 * with the start it came from.
 */
function fitLetters(query: string, text: string): { start: number; end: number; distance: number } {
  const n = text.length
  let previous = new Int32Array(n + 1)
  let current = new Int32Array(n + 1)
  let previousStart = new Int32Array(n + 1)
  let currentStart = new Int32Array(n + 1)
  for (let j = 0; j <= n; j++) previousStart[j] = j
  for (let i = 1; i <= query.length; i++) {
    current[0] = i
    currentStart[0] = 0
    const letter = query.charCodeAt(i - 1)
    for (let j = 1; j <= n; j++) {
      const substituted = previous[j - 1]! + (letter === text.charCodeAt(j - 1) ? 0 : 1)
      const skipped = previous[j]! + 1
      const inserted = current[j - 1]! + 1
      if (substituted <= skipped && substituted <= inserted) {
        current[j] = substituted
        currentStart[j] = previousStart[j - 1]!
      } else if (skipped <= inserted) {
        current[j] = skipped
        currentStart[j] = previousStart[j]!
      } else {
        current[j] = inserted
        currentStart[j] = currentStart[j - 1]!
      }
    }
    ;[previous, current] = [current, previous]
    ;[previousStart, currentStart] = [currentStart, previousStart]
  }
  let end = 0
  for (let j = 1; j <= n; j++) if (previous[j]! < previous[end]!) end = j
  return { start: previousStart[end]!, end, distance: previous[end]! }
}

/**
 * The places where folded letters fit best, over all transcripts, best first; places that overlap a better one are left
 * out. Time grows with the number of shared rare 4-grams, not with transcript × query.
 * @param most how many to keep
 */
export function findPlaces(indexes: readonly TranscriptIndex[], query: string, most = 4): Place[] {
  if (query.length < 3) return []
  const found: Place[] = []
  indexes.forEach((index, transcript) => {
    const pad = Math.ceil(query.length * 0.35) + 12
    for (const offset of seedOffsets(index, query, 6)) {
      const from = Math.max(0, offset - pad)
      const to = Math.min(index.letters.length, offset + query.length + pad * 2)
      if (to <= from) continue
      const { start, end, distance } = fitLetters(query, index.letters.slice(from, to))
      if (end <= start) continue
      const firstWord = index.wordOf[from + start]!
      const endWord = index.wordOf[from + end - 1]! + 1
      found.push({ transcript, firstWord, endWord, similarity: 1 - distance / query.length })
    }
  })
  found.sort((a, b) => b.similarity - a.similarity || a.transcript - b.transcript || a.firstWord - b.firstWord)
  const kept: Place[] = []
  for (const place of found) {
    const overlaps = kept.some(
      (other) =>
        other.transcript === place.transcript && place.firstWord < other.endWord && other.firstWord < place.endWord,
    )
    if (!overlaps) kept.push(place)
    if (kept.length === most) break
  }
  return kept
}
