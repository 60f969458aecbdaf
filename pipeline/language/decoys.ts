import { languageTable, type RuleLanguage } from './tables.js'

/** Common words of every length and ending, lower case, to stand where something else was printed. */
export const decoyWords = (language: RuleLanguage): readonly string[] =>
  languageTable(language, 'decoys').map(({ word }) => word!)

/** Names of people and places, to stand where another name was printed. */
export const decoyNames = (language: RuleLanguage): readonly string[] => [
  ...languageTable(language, 'common-names').map(({ form }) => form!),
  ...languageTable(language, 'places').flatMap(({ form, match }) => (match === 'word' ? [form!] : [])),
]
