import { isWord } from './lexicon.js'
import { hasRules, languageTable } from './tables.js'

/** A verb's stem is at least this long, so that short words with a verb's ending are left alone. */
const SHORTEST_STEM = 3

/**
 * Forms of a regular verb in the other tense ("sparar" → "sparade"), by its ending; only real words are kept. A noun with
 * a verb's ending may slip through: what was not said loses against what was.
 */
export function otherTenses(word: string, language: string): string[] {
  if (!hasRules(language)) return []
  const forms = languageTable(language, 'tense-endings').flatMap(({ ending, other }) => {
    if (!word.endsWith(ending!) || word.length - ending!.length < SHORTEST_STEM) return []
    return [word.slice(0, word.length - ending!.length) + other]
  })
  return [...new Set(forms)].filter((form) => form !== word && isWord(form, language) !== false)
}
