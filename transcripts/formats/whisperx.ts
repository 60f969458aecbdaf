import type { Cue, CueFile, CueWord } from './cue.js'
import { type Fields, isFields, listOf, textOf } from './json-text.js'
import { languageCode } from './language-code.js'
import { hasSegments, segmentCue, segmentWord } from './whisper-segments.js'

/** WhisperX: marked by `word_segments`, by speakers, or by words with a `score`. */
export function isWhisperX(value: unknown): value is Fields {
  return (
    hasSegments(value, (segment) => 'start' in segment) &&
    ('word_segments' in value ||
      listOf(value.segments).some(
        (segment) => 'speaker' in segment || listOf(segment.words).some((word) => 'score' in word || 'speaker' in word),
      ))
  )
}

/** A segment in which the speaker changes becomes a cue for each turn. Words without times (numerals) get them later. */
export function readWhisperX(value: Fields): CueFile {
  return { cues: listOf(value.segments).flatMap(turns), language: languageCode(value.language) }
}

function turns(segment: Fields): Cue[] {
  const whole = segmentCue(segment)
  const words = listOf(segment.words)
  const speakerOf = (word: Fields) => textOf(word.speaker) ?? whole.speaker
  if (new Set(words.map(speakerOf)).size < 2) {
    const only = words.find(isFields)
    return [{ ...whole, speaker: only ? speakerOf(only) : whole.speaker }]
  }
  const cues: (Cue & { words: CueWord[] })[] = []
  for (const word of words) {
    // A word that could not be aligned often lacks its speaker too: it stays in the turn.
    const speaker = textOf(word.speaker) ?? cues.at(-1)?.speaker ?? whole.speaker
    const own = segmentWord(word)
    const last = cues.at(-1)
    if (last && last.speaker === speaker) {
      last.words.push(own)
      last.end = own.end ?? last.end
    } else cues.push({ text: '', start: own.start ?? last?.end ?? whole.start, end: own.end, speaker, words: [own] })
  }
  cues.at(-1)!.end ??= whole.end
  return cues
}
