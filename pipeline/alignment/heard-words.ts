import { findNumerals, hasRules } from '#language'
import type { Transcript } from '#model'
import type { AlignedWord } from './align-words.js'
import { fold } from './fold.js'

/** A word as the aligner sees it; punctuation around it is dropped. */
export function alignedWord(text: string, language: string): AlignedWord {
  const norm = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return {
    norm,
    folded: fold(norm, language),
    value: hasRules(language) ? (findNumerals(norm, language)[0]?.value ?? null) : null,
  }
}

const known = new WeakMap<Transcript, AlignedWord[]>()

/** A transcript's words as the aligner sees them, made once per transcript. */
export function heardWords(transcript: Transcript, language: string): AlignedWord[] {
  let words = known.get(transcript)
  if (!words) {
    words = transcript.words.map((word) => alignedWord(word.text, language))
    known.set(transcript, words)
  }
  return words
}
