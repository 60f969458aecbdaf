import type { SpeechRules } from '#language'
import type { Word } from '#model'
import type { AlignedWord } from './align-words.js'
import { likeness } from './edit-distance.js'

/** What was heard: `words` as written down, `heard` the same words made ready for aligning. */
export interface Said {
  heard: readonly AlignedWord[]
  words: readonly Word[]
  rules: SpeechRules
}

/** A word this much like the next one is its first try. */
const BEGUN_AGAIN = 0.6

/** Heard words that only say again what is said just before or after: "jag har, eh, jag har". */
export function isRepetition(h0: number, h1: number, sides: Said): boolean {
  const norms = sides.heard.slice(Math.max(0, h0 - 6), h1 + 6).map((word) => word.norm)
  const from = h0 - Math.max(0, h0 - 6)
  const own = norms.slice(from, from + h1 - h0).filter((_, i) => sides.rules.fillerAt(norms, from + i) === 0)
  if (own.length === 0) return false
  const next = sides.heard[h1]
  // Cut off and begun again: "tol, tolv vittnen".
  if (h1 - h0 === 1 && next && likeness(sides.heard[h0]!.folded, next.folded) >= BEGUN_AGAIN) return true
  const text = own.join(' ')
  const before = norms.slice(0, from).filter((_, i) => sides.rules.fillerAt(norms, i) === 0)
  const rest = norms.slice(from + h1 - h0)
  const after = rest.filter((_, i) => sides.rules.fillerAt(rest, i) === 0)
  return before.slice(-own.length).join(' ') === text || after.slice(0, own.length).join(' ') === text
}

/** "Det är inte lätt för dem. Det är det inte.": a sentence that only affirms the denial of the sentence before it. */
export function isEchoedDenial(h0: number, h1: number, { heard, words, rules }: Said): boolean {
  const endsSentence = (at: number) => /[.!?]["”]?$/.test(words[at]?.text.trim() ?? '')
  if (!endsSentence(h0 - 1) || !endsSentence(h1 - 1)) return false
  const norms = heard.map((word) => word.norm)
  const own = norms.slice(h0, h1)
  const denials = own.filter((norm) => rules.isNegation(norm))
  if (denials.length !== 1 || own.some((norm) => !rules.isFunctionWord(norm) || rules.isHedge(norm))) return false
  let from = h0 - 1
  while (from > 0 && !endsSentence(from - 1)) from--
  return norms.slice(from, h0).includes(denials[0]!)
}

/** A heard-only word that is a filler or said twice stands alone, so that it doesn't colour its neighbour. */
export function isPlainSpeech(h: number, sides: Said): boolean {
  const norms = sides.heard.slice(h, h + 4).map((word) => word.norm)
  return sides.rules.fillerAt(norms, 0) > 0 || isRepetition(h, h + 1, sides)
}
