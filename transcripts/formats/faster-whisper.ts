import type { Cue, CueFile, CueWord } from './cue.js'
import { type Fields, listOf } from './json-text.js'
import { segmentCue, segmentWord } from './whisper-segments.js'

/** A list of bare words begins a new cue at the end of a sentence or after this silence. */
const PAUSE_SECONDS = 1
const SENTENCE_END = /[.!?…]["”’»)]?$/u

/** faster-whisper has no file format; scripts dump its list of segments, or of words, as they are. */
export function isFasterWhisper(value: unknown): value is Fields[] {
  return Array.isArray(value) && listOf(value).some((item) => 'start' in item && ('text' in item || 'word' in item))
}

export function readFasterWhisper(value: Fields[]): CueFile {
  const items = listOf(value)
  const bareWords = items.every((item) => 'word' in item)
  return { cues: bareWords ? sentences(items.map(segmentWord)) : items.map(segmentCue), language: null }
}

function sentences(words: CueWord[]): Cue[] {
  const cues: (Cue & { words: CueWord[] })[] = []
  for (const word of words) {
    const last = cues.at(-1)
    const pause = last && word.start !== null && last.end !== null && word.start - last.end > PAUSE_SECONDS
    const ended = last && SENTENCE_END.test(last.words.at(-1)!.text.trim())
    if (last && !pause && !ended) {
      last.words.push(word)
      last.end = word.end ?? last.end
    } else cues.push({ text: '', start: word.start, end: word.end, speaker: null, words: [word] })
  }
  return cues
}
