import type { Transcript } from '#model'
import type { AlignedWord } from './align-words.js'
import { fold } from './fold.js'

const known = new WeakMap<Transcript, AlignedWord[]>()

/** A transcript's words as the aligner sees them, made once per transcript. */
export function heardWords(transcript: Transcript, language: string): AlignedWord[] {
  let words = known.get(transcript)
  if (!words) {
    words = transcript.words.map((word) => ({
      norm: word.text
        .normalize('NFC')
        .toLowerCase()
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
      folded: fold(word.text, language),
    }))
    known.set(transcript, words)
  }
  return words
}
