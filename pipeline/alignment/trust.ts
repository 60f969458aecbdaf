import { isWord } from '#language'
import type { Transcript } from '#model'
import { heardWords } from './heard-words.js'

/**
 * Of the different words in a text written by a person, at most about one in thirty (new compounds, dialect) is in no
 * dictionary; a recogniser that mishears every fourth word leaves one in six or more.
 */
const STRANGE_SHARE = 0.06
const known = new WeakMap<Transcript, boolean>()

/**
 * Does a transcript made elsewhere read as if a person had written it? Then its words are taken as said where there is no
 * sound to ask. A recogniser's never is, ours or another's: its words are guesses by construction.
 */
export function isTrusted(transcript: Transcript, language: string): boolean {
  if (transcript.machine) return false
  let trusted = known.get(transcript)
  if (trusted === undefined) {
    const norms = heardWords(transcript, language).map((word) => word.norm)
    const judged = norms.filter((norm, i) => norm.length > 2 && !/^\p{Lu}/u.test(transcript.words[i]!.text.trim()))
    // Each word once: the compound that a conversation is about comes back in every sentence.
    const different = [...new Set(judged)]
    const strange = different.filter((norm) => isWord(norm, language) === false)
    trusted = different.length > 0 && strange.length / different.length <= STRANGE_SHARE
    known.set(transcript, trusted)
  }
  return trusted
}
