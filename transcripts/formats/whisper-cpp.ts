import type { Cue, CueFile, CueWord } from './cue.js'
import { type Fields, isFields, listOf, secondsOf, textOf } from './json-text.js'
import { languageCode } from './language-code.js'

/** `[_BEG_]`, `[_TT_150]`: the tokens that are no text. */
const SPECIAL = /^\[_[A-Z]+_(?:\d+\])?\]?$/

/** whisper.cpp (`-oj`, `-ojf`): `transcription` with offsets in milliseconds. */
export function isWhisperCpp(value: unknown): value is Fields {
  return isFields(value) && Array.isArray(value.transcription)
}

export function readWhisperCpp(value: Fields): CueFile {
  const result = isFields(value.result) ? value.result : {}
  return { cues: listOf(value.transcription).map(cue), language: languageCode(result.language) }
}

function cue(segment: Fields): Cue {
  const { start, end } = offsets(segment)
  const base: Cue = { text: textOf(segment.text) ?? '', start, end, speaker: textOf(segment.speaker) }
  const words = tokenWords(listOf(segment.tokens))
  // Tokens split letters beyond ASCII into bytes, which the file shows as damage: then the text is the truth.
  const joined = words.map((word) => word.text).join(' ')
  return words.length > 0 && joined === base.text.trim().replace(/\s+/gu, ' ') ? { ...base, words } : base
}

function offsets(item: Fields): { start: number | null; end: number | null } {
  if (!isFields(item.offsets)) return { start: null, end: null }
  const from = secondsOf(item.offsets.from)
  const to = secondsOf(item.offsets.to)
  return { start: from === null ? null : from / 1000, end: to === null ? null : to / 1000 }
}

/** Tokens of the full JSON put together to words: a word begins with a space. */
function tokenWords(tokens: Fields[]): CueWord[] {
  const words: CueWord[] = []
  for (const token of tokens) {
    const text = textOf(token.text) ?? ''
    if (text === '' || SPECIAL.test(text)) continue
    const { start, end } = offsets(token)
    const last = words.at(-1)
    if (last && !/^\s/u.test(text)) {
      last.text += text
      last.end = end ?? last.end
    } else words.push({ text: text.trim(), start, end })
  }
  return words.filter((word) => word.text !== '')
}
