import { isWord, type RuleLanguage, type SpeechRules } from '#language'
import type { Word } from '#model'
import type { AlignedWord } from './align-words.js'
import { likeness } from './edit-distance.js'
import { endsSentence } from './ends-sentence.js'

/** What was heard: `words` as written down, `heard` the same words made ready for aligning. */
export interface Said {
  heard: readonly AlignedWord[]
  words: readonly Word[]
  rules: SpeechRules
  language: RuleLanguage | null
}

/** Words this much alike are one word said twice: its first try, or misheard one of the times. */
const SAID_TWICE = 0.65
/** Words around that a repetition may repeat. */
const AROUND = 6

/**
 * Heard words that only say again what is said just before or after: "jag har, eh, jag har", "tol, tolv vittnen". Which of
 * the two is the one printed is the alignment's whim: "ganska vanligt, ganska vanligt" may have its middle left over.
 */
export function isRepetition(h0: number, h1: number, { heard, rules, language }: Said): boolean {
  const from = Math.max(0, h0 - AROUND)
  const near = heard.slice(from, h1 + AROUND)
  const norms = near.map((word) => word.norm)
  const spoken = near.flatMap((word, i) => (rules.fillerAt(norms, i) === 0 ? [{ word, at: from + i }] : []))
  const first = spoken.findIndex(({ at }) => at >= h0)
  const length = spoken.filter(({ at }) => at >= h0 && at < h1).length
  if (length === 0) return false
  for (let start = Math.max(0, first - length); start <= first; start++) {
    const once = spoken.slice(start, start + length)
    const again = spoken.slice(start + length, start + 2 * length)
    if (again.length === length && once.every(({ word }, i) => isSaidTwice(word, again[i]!.word, language))) return true
  }
  return false
}

/** Two words of the language are two words, however alike: "det här har kostat", "många långa möten". */
function isSaidTwice(a: AlignedWord, b: AlignedWord, language: RuleLanguage | null): boolean {
  if (a.norm === b.norm) return true
  if (!language || likeness(a.folded, b.folded) < SAID_TWICE) return false
  return !isWord(a.norm, language) || !isWord(b.norm, language)
}

/** "Det är inte lätt för dem. Det är det inte.": a sentence that only affirms the denial of the sentence before it. */
export function isEchoedDenial(h0: number, h1: number, { heard, words, rules }: Said): boolean {
  const endsAt = (at: number) => endsSentence(words[at]?.text ?? '')
  if (!endsAt(h0 - 1) || !endsAt(h1 - 1)) return false
  const norms = heard.map((word) => word.norm)
  const own = norms.slice(h0, h1)
  const denials = own.filter((norm) => rules.isNegation(norm))
  if (denials.length !== 1 || own.some((norm) => !rules.isFunctionWord(norm) || rules.isHedge(norm))) return false
  let from = h0 - 1
  while (from > 0 && !endsAt(from - 1)) from--
  return norms.slice(from, h0).includes(denials[0]!)
}

/** A heard-only word that is a filler or said twice stands alone, so that it doesn't colour its neighbour. */
export function isPlainSpeech(h: number, sides: Said): boolean {
  const norms = sides.heard.slice(h, h + 4).map((word) => word.norm)
  return sides.rules.fillerAt(norms, 0) > 0 || isRepetition(h, h + 1, sides)
}
