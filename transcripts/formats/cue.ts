import { basename } from 'node:path'
import { UserError } from '#model'

/**
 * A word as a file gives it; times in seconds where the file has them. What other engines call its probability is left
 * out: the noun's `confidence` is calibrated, theirs is not.
 */
export interface CueWord {
  text: string
  start: number | null
  end: number | null
}

/** A line, cue or segment as a file gives it, before its text is cut into words. */
export interface Cue {
  text: string
  /** Seconds from the start of the recording. */
  start: number | null
  end: number | null
  speaker: string | null
  /** Present when the file has words of its own. */
  words?: CueWord[]
}

/** What one format's reader found. */
export interface CueFile {
  cues: Cue[]
  /** ISO 639-1, null when the file doesn't say. */
  language: string | null
}

/** A transcript that can't be read: the file, the line when there is one, and what to do. `sv` and `en` begin in lower case. */
export function unreadable(path: string, line: number | null, sv: string, en: string): UserError {
  const name = basename(path)
  return new UserError('transcript-unreadable', {
    sv: `${name}${line === null ? '' : `, rad ${line}`}: ${sv}`,
    en: `${name}${line === null ? '' : `, line ${line}`}: ${en}`,
  })
}
