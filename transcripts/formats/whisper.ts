import type { CueFile } from './cue.js'
import { type Fields, listOf } from './json-text.js'
import { languageCode } from './language-code.js'
import { hasSegments, segmentCue } from './whisper-segments.js'

/** openai-whisper (`--output_format json`, with or without word times) and the `verbose_json` of services after it. */
export function isWhisper(value: unknown): value is Fields {
  return hasSegments(value, (segment) => 'text' in segment && 'start' in segment)
}

export function readWhisper(value: Fields): CueFile {
  const cues = listOf(value.segments).map(segmentCue)
  return { cues, language: languageCode(value.language) }
}
