import { hasRules, languageTable, type RuleLanguage } from './tables.js'

const loaded = new Map<RuleLanguage, ReadonlySet<string>>()

/** Words of the closed classes, lower case; empty for a language without rules. */
export function functionWords(language: string): ReadonlySet<string> {
  if (!hasRules(language)) return new Set()
  let known = loaded.get(language)
  if (!known) {
    known = new Set(languageTable(language, 'function-words').map(({ form }) => form!))
    loaded.set(language, known)
  }
  return known
}
