/**
 * One heard word. Times are seconds from the start of the recording; null in a transcript without times.
 * `confidence` is calibrated: of words with 0.8, about 80 % are right.
 */
export interface Word {
  text: string
  startSeconds: number | null
  endSeconds: number | null
  confidence: number | null
  /** Index into `Transcript.segments`. */
  segment: number
}

/** A line, cue or sentence of a transcript: words `[firstWord, endWord)`. */
export interface Segment {
  firstWord: number
  endWord: number
  startSeconds: number | null
  endSeconds: number | null
  /** From a label in a transcript made elsewhere; never guessed. */
  speaker: string | null
}

/** Seconds that produced no words though they hold speech, and why. */
export type UnheardReason = 'failed-tests' | 'truncated' | 'damaged' | 'cancelled'
export type Unheard = [fromSeconds: number, toSeconds: number, reason: UnheardReason]

/** What was said: from the first hearing (`recording` set, `path` null) or from a file made elsewhere. */
export interface Transcript {
  /** `h1` … for hearings, `tr1` … for files. */
  id: string
  /** Id of the recording heard, or the recording this file belongs to (same base name), or null. */
  recording: string | null
  path: string | null
  sha256: string | null
  timed: boolean
  speakers: boolean
  /** A recogniser wrote it, and says so by the scores or the per-word timing marks that it left in the file. */
  machine: boolean
  /** ISO 639-1 of what was said; null when unknown. */
  language: string | null
  words: Word[]
  segments: Segment[]
}

/** A recording as heard. */
export interface Recording {
  /** `r1` … in the order of the files' names. */
  id: string
  path: string
  sha256: string
  seconds: number
  speechSeconds: number
  heardSeconds: number
  unheard: Unheard[]
  language: string | null
  /** The end of the file was not reached (damaged or cut off). */
  truncated: boolean
  note: string | null
}
