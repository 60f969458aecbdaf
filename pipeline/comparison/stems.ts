import { speechRules, words } from '#language'
import { isOf, wordsOf } from './words.js'

/** Shortest stem that an ending may leave. */
const LEAST_STEM = 3

const known = new Map<string, ReadonlySet<string>>()

/** The word itself, and what is left of it without each ending that it has. */
function stems(word: string): ReadonlySet<string> {
  const lower = word.toLowerCase()
  let found = known.get(lower)
  if (!found) {
    const endings = [...wordsOf('ending')].filter(
      (ending) => lower.endsWith(ending) && lower.length - ending.length >= LEAST_STEM,
    )
    found = new Set([lower, ...endings.map((ending) => lower.slice(0, -ending.length))])
    // A table of a million cells has many words; a cache that only grows would be a leak.
    if (known.size > 50_000) known.clear()
    known.set(lower, found)
  }
  return found
}

/** Are two words forms or near kin of one: "sexköp" and "sexköpare", "anmälningar" and "anmäldes"? By stems that they share. */
export function isKin(a: string, b: string): boolean {
  const others = stems(b)
  return [...stems(a)].some((stem) => others.has(stem))
}

/** Does any of `among` name what `word` names? */
export const hasKin = (word: string, among: readonly string[]): boolean => among.some((other) => isKin(word, other))

/** Content words of a text, lower case: no figures, no function words. */
export function contentWords(text: string, language: string): string[] {
  const rules = speechRules(language === 'en' ? 'en' : 'sv')
  return words(text)
    .filter(({ kind, norm }) => kind === 'word' && norm.length > 2 && !rules.isFunctionWord(norm))
    .map(({ norm }) => norm)
}

/** Content words of a table's title or a column's name; what stands in any table's title says nothing. */
export const tableWords = (text: string, language: string): string[] =>
  contentWords(text, language).filter((word) => !isOf('table-word', word))
