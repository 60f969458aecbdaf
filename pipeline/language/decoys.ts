import { languageTable, type RuleLanguage } from './tables.js'

/** Common words of every length and ending, lower case, to stand where something else was printed. */
export const decoyWords = (language: RuleLanguage): readonly string[] =>
  languageTable(language, 'decoys').map(({ word }) => word!)

const names = new Map<RuleLanguage, readonly string[]>()

/** Common names of people and places, to stand where another name was printed. */
export function decoyNames(language: RuleLanguage): readonly string[] {
  const known = names.get(language) ?? [
    ...languageTable(language, 'common-names').map(({ form }) => form!),
    ...languageTable(language, 'places').flatMap(({ form, match }) => (match === 'word' ? [form!] : [])),
  ]
  names.set(language, known)
  return known
}
