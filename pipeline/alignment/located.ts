import type { AlignedWord, Op } from './align-words.js'
import type { Place } from './find-places.js'

/** A printed word of a claim, with its place in the article file. */
export interface PrintedWord extends AlignedWord {
  text: string
  /** What is printed between this word and the next: ", ", ". ", " – ". */
  after: string
  start: number
  end: number
  /** Sentence number within the claim, and part number within the quotation. */
  sentence: number
  part: number
  /** It stands inside a printed name. */
  name: boolean
}

/**
 * A stretch of print found in one stretch of one transcript: printed words `[p0, p1)`, heard words `[h0, h1)`; `ops`
 * tile both exactly, in indices of the claim's words and of the transcript's words.
 */
export interface Run {
  transcript: number
  p0: number
  p1: number
  h0: number
  h1: number
  ops: Op[]
}

/** Where a claim was found. `runs` are in printed order; empty when it was found nowhere. */
export interface Located {
  claim: string
  kind: 'quotation' | 'statement'
  printed: PrintedWord[]
  runs: Run[]
  /** For each run the other places that fit nearly as well, best first. */
  others: Place[][]
  /** Share of the printed letters found, 0–1, and how likely a stranger fits as well. */
  similarity: number
  chance: number
}

/** The folded letters of printed words `[p0, p1)`. */
export const lettersOf = (printed: readonly PrintedWord[], p0: number, p1: number) =>
  printed
    .slice(p0, p1)
    .map((word) => word.folded)
    .join('')
