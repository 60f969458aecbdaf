import type { Numeral } from './numeral.js'
import { readDigitsAt } from './numerals-digits.js'
import { readWordsAt } from './numerals-words.js'
import { hasRules, type RuleLanguage } from './tables.js'
import { tokenize } from './tokens.js'

/**
 * The numbers written in a text, in order, without overlaps: digits with any group sign, words, and both ("3,5 miljoner").
 * "en" and "ett" are numbers only where they count; "sex" only before something countable.
 */
export function findNumerals(text: string, language: RuleLanguage): Numeral[] {
  if (!hasRules(language)) return []
  const tokens = tokenize(text)
  const found: Numeral[] = []
  for (let at = 0; at < tokens.length; ) {
    const reading = readDigitsAt(text, tokens, at, language) ?? readWordsAt(text, tokens, at, language)
    if (!reading) {
      at++
      continue
    }
    const { at: next, ...numeral } = reading
    found.push(numeral)
    at = next
  }
  return found
}
