import { isWord } from './lexicon.js'
import { hasRules, languageTable } from './tables.js'

/** Shorter words that happen to be left when a prefix is taken away are other words ("ort" / "rt"). */
const SHORTEST = 4

/** The word with the prefix that turns its meaning, or without it ("rimligt" ↔ "orimligt"); only real words. */
export function negatedForms(word: string, language: string): string[] {
  if (!hasRules(language)) return []
  const forms = languageTable(language, 'negative-prefixes').flatMap(({ prefix }) => [
    ...(word.length >= SHORTEST ? [prefix + word] : []),
    ...(word.startsWith(prefix!) && word.length - prefix!.length >= SHORTEST ? [word.slice(prefix!.length)] : []),
  ])
  return forms.filter((form) => isWord(form, language) !== false)
}
