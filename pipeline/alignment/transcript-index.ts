import type { Transcript } from '#model'
import { fold } from './fold.js'

const GRAM = 4

/** A transcript as one string of folded letters, each letter knowing its word, with the positions of every 4-gram. */
export interface TranscriptIndex {
  transcript: Transcript
  letters: string
  /** Letter offset → index into `transcript.words`. */
  wordOf: Int32Array
  grams: Map<string, Int32Array>
}

/** Linear in the length of the transcript. */
export function indexTranscript(transcript: Transcript, language: string): TranscriptIndex {
  const folded = transcript.words.map((word) => fold(word.text, language))
  const letters = folded.join('')
  const wordOf = new Int32Array(letters.length)
  let offset = 0
  folded.forEach((text, word) => {
    wordOf.fill(word, offset, offset + text.length)
    offset += text.length
  })
  const lists = new Map<string, number[]>()
  for (let at = 0; at + GRAM <= letters.length; at++) {
    const gram = letters.slice(at, at + GRAM)
    const list = lists.get(gram)
    if (list) list.push(at)
    else lists.set(gram, [at])
  }
  const grams = new Map<string, Int32Array>()
  for (const [gram, list] of lists) grams.set(gram, Int32Array.from(list))
  return { transcript, letters, wordOf, grams }
}

/**
 * Where the letters may stand: the diagonals (offset in transcript − offset in query) that share most rare 4-grams.
 * Common grams say little and cost much, so each counts 1 / (its number of places).
 * @returns at most `most` offsets of the query's first letter, best first.
 */
export function seedOffsets(index: TranscriptIndex, query: string, most: number): number[] {
  const width = Math.max(12, Math.ceil(query.length / 6))
  const weights = new Map<number, number>()
  for (let at = 0; at + GRAM <= query.length; at++) {
    const places = index.grams.get(query.slice(at, at + GRAM))
    if (!places || places.length > 4000) continue
    const weight = 1 / (1 + Math.log2(places.length))
    for (const place of places) {
      const bin = Math.floor((place - at) / width)
      weights.set(bin, (weights.get(bin) ?? 0) + weight)
    }
  }
  // A place whose letters drift (dropped fillers) spills into the next bin: a bin is as good as itself and its follower.
  return [...weights.keys()]
    .map((bin) => ({
      bin,
      weight: (weights.get(bin) ?? 0) + (weights.get(bin + 1) ?? 0) + 0.5 * (weights.get(bin + 2) ?? 0),
    }))
    .sort((a, b) => b.weight - a.weight || a.bin - b.bin)
    .slice(0, most)
    .map(({ bin }) => bin * width)
}
