import { hasRules, speechRules, words } from '#language'
import type { EditKind, Reliability } from '#model'
import { alignWords } from './align-words.js'
import { differencesOf } from './differences.js'
import { alignedWord } from './heard-words.js'
import type { PrintedWord } from './located.js'
import { reliabilityOfChange } from './reliability.js'
import { thresholds } from './thresholds.js'

/** The one thing that two wordings differ in, and what is known about telling it by ear. */
export interface WordingChange {
  kind: EditKind
  /** Nats from which a check takes the sound's word for such a change; null where such changes are never told. */
  limit: number | null
  /** How often that was right, or how often such changes were noticed; null where it was not measured. */
  reliability: Reliability | null
}

const heardWord = (text: string) => ({ text, startSeconds: null, endSeconds: null, confidence: null, segment: 0 })

/** Long wordings are not aligned: the time grows with the square of their words, and no window holds as many. */
const MOST_WORDS = 200

/**
 * What turns one wording into another, when that is one change; null for none, or for several.
 * @param changed the sound supports `other`, not `base`
 */
export function wordingChange(base: string, other: string, changed: boolean, language: string): WordingChange | null {
  const rules = speechRules(language)
  const printed = printedFrom(base, language)
  const heardTexts = words(other).map((token) => token.text)
  if (printed.length === 0 || heardTexts.length === 0) return null
  if (printed.length > MOST_WORDS || heardTexts.length > MOST_WORDS) return null
  const heard = heardTexts.map((text) => alignedWord(text, language))
  const ops = alignWords(printed, heard, rules)
  const run = { transcript: 0, p0: 0, p1: printed.length, h0: 0, h1: heard.length, ops }
  const sides = {
    printed,
    heard,
    words: heardTexts.map(heardWord),
    rules,
    language: hasRules(language) ? language : null,
  }
  const [difference, ...more] = differencesOf(run, sides)
  if (!difference || more.length > 0) return null
  const { kind } = difference
  return {
    kind,
    limit: thresholds().kinds[kind]?.altered ?? null,
    reliability: reliabilityOfChange(kind, changed, language),
  }
}

/** A wording's words as if printed. What has a capital inside a sentence is a name. */
function printedFrom(text: string, language: string): PrintedWord[] {
  const tokens = words(text)
  return tokens.map((token, at) => {
    const after = text.slice(token.end, tokens[at + 1]?.start ?? text.length)
    const before = at === 0 ? '.' : text.slice(tokens[at - 1]!.end, token.start)
    return {
      text: token.text,
      after,
      ...alignedWord(token.text, language),
      start: token.start,
      end: token.end,
      sentence: 0,
      part: 0,
      name: /^\p{Lu}\p{Ll}/u.test(token.text) && !/[.?!…]/.test(before),
    }
  })
}
