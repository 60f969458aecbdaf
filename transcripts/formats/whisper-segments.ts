import type { Cue, CueWord } from './cue.js'
import { type Fields, isFields, listOf, secondsOf, textOf } from './json-text.js'

/** A segment with `start`, `end`, `text` and perhaps `words` and `speaker`: Whisper's own shape, which others kept. */
export function segmentCue(segment: Fields): Cue {
  const cue: Cue = {
    text: textOf(segment.text) ?? '',
    start: secondsOf(segment.start),
    end: secondsOf(segment.end),
    speaker: textOf(segment.speaker),
  }
  const words = listOf(segment.words).map(segmentWord)
  return words.length > 0 ? { ...cue, words } : cue
}

/** The text is under `word` (Whisper, faster-whisper, WhisperX) or `text` (whisper-timestamped, stable-ts exports). */
export function segmentWord(word: Fields): CueWord {
  return {
    text: textOf(word.word) ?? textOf(word.text) ?? '',
    start: secondsOf(word.start),
    end: secondsOf(word.end),
  }
}

/** `{ segments: [{ start, … text | words }] }` with what `test` asks of a segment. */
export function hasSegments(value: unknown, test: (segment: Fields) => boolean): value is Fields {
  if (!isFields(value) || !Array.isArray(value.segments)) return false
  // None at all: nothing was heard.
  return value.segments.length === 0 || listOf(value.segments).some(test)
}
