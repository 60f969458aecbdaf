import { functionWords, type RuleLanguage, type Token } from '#language'
import type { QuantityWords } from './quantities-words.js'

/** Adjectives between figure and noun: "två enda anmälningar". */
const MOST_ADJECTIVES = 3

/** The noun a figure counts, looked for from token `at` on, adjectives passed over; null when the clause names none. */
export function countedNoun(
  tokens: readonly Token[],
  at: number,
  language: RuleLanguage,
  words: QuantityWords,
): { text: string; base: string; token: Token } | null {
  const functions = functionWords(language)
  let adjective: Token | null = null
  for (let next = at; next <= at + MOST_ADJECTIVES; next++) {
    const token = tokens[next]
    // "utgiftsområde 20 Klimat …": a title, nothing counted.
    const isWord = token?.kind === 'word' && !functions.has(token.norm) && !/^\p{Lu}\p{Ll}/u.test(token.text)
    if (!isWord || words.has('comparative', token.norm)) break
    if (endsWith(token.norm, words.forms('not-noun-ending'))) break
    if (words.has('noun', token.norm)) adjective = token
    else if (isDefinite(token.norm, words) || !endsWith(token.norm, words.forms('adjective-ending'))) {
      return named(token, words)
    }
  }
  return adjective ? named(adjective, words) : null
}

/** "anmälningarna" ends in -a, but is no adjective. */
const isDefinite = (word: string, words: QuantityWords) => endsWith(word, words.forms('definite-plural'))

const endsWith = (word: string, endings: readonly string[]) =>
  endings.some((ending) => word.endsWith(ending) && word.length > ending.length + 1)

const named = (token: Token, words: QuantityWords) => ({ text: token.text, base: nounBase(token.norm, words), token })

/** The indefinite plural, so that "anmälningarna" and "anmälan" are the same as "anmälningar"; the word itself if unknown. */
export function nounBase(norm: string, words: QuantityWords): string {
  const lemma = words.value('lemma', norm)
  if (lemma) return lemma
  for (const ending of words.forms('definite-plural')) {
    if (norm.endsWith(ending) && norm.length > ending.length + 2) {
      return norm.slice(0, -ending.length) + words.value('definite-plural', ending)
    }
  }
  return norm
}
