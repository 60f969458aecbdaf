import { isWord } from './lexicon.js'
import { hasRules, languageTable, type RuleLanguage } from './tables.js'

/** A verb's stem is at least this long, so that short words with a verb's ending are left alone. */
const SHORTEST_STEM = 2

/**
 * Forms of a verb in the other tense: regular ones by ending ("sparar" → "sparade"), listed ones with a prefix
 * ("förstår" → "förstod"), with the perfect ("kostade" → "har kostat", and back). Only real words are kept. A noun with
 * a verb's ending may slip through: what was not said loses against what was.
 * @param words one word, or an auxiliary and a supine
 */
export function otherTenses(words: string, language: string): string[] {
  if (!hasRules(language)) return []
  const [first, second] = words.split(' ')
  if (second !== undefined) return isAuxiliary(first!, language) ? finiteForms(second, language) : []
  const forms = [...byEnding(words, language), ...prefixed(words, language), ...perfects(words, language)]
  return [...new Set(forms)].filter((form) => form !== words)
}

const isReal = (language: RuleLanguage) => (form: string) => isWord(form, language) !== false

/** What is left of a word without its ending; null where the ending is not there, or leaves too little of a stem. */
const stemOf = (word: string, ending: string): string | null =>
  word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM
    ? word.slice(0, word.length - ending.length)
    : null

function byEnding(word: string, language: RuleLanguage): string[] {
  return languageTable(language, 'tense-endings')
    .flatMap(({ ending, other }) => {
      const stem = stemOf(word, ending!)
      return stem === null ? [] : [stem + other]
    })
    .filter(isReal(language))
}

/** Present and past of the listed verbs, both ways. */
function listedPairs(language: RuleLanguage): ReadonlyMap<string, readonly string[]> {
  let pairs = known.get(language)
  if (pairs) return pairs
  pairs = new Map()
  for (const { word, other, kind } of languageTable(language, 'speech-alternatives'))
    if (kind === 'tense') pairs.set(word!, [...(pairs.get(word!) ?? []), other!])
  for (const { present, past } of languageTable(language, 'supines')) {
    pairs.set(present!, [...(pairs.get(present!) ?? []), past!])
    pairs.set(past!, [...(pairs.get(past!) ?? []), present!])
  }
  known.set(language, pairs)
  return pairs
}

const known = new Map<RuleLanguage, Map<string, string[]>>()

/** Verbs that bend by a vowel do so alone and after any prefix. */
function prefixed(word: string, language: RuleLanguage): string[] {
  const prefixes = ['', ...languageTable(language, 'verb-prefixes').map(({ prefix }) => prefix!)].filter(
    (prefix) => word.startsWith(prefix) && word.length > prefix.length + 1,
  )
  const pairs = listedPairs(language)
  return prefixes
    .flatMap((prefix) => (pairs.get(word.slice(prefix.length)) ?? []).map((other) => prefix + other))
    .filter(isReal(language))
}

const isAuxiliary = (word: string, language: RuleLanguage) =>
  languageTable(language, 'perfect-auxiliaries').some((row) => row.word === word)

/** The present and the past of a supine; listed ones only where it is listed. */
function finiteForms(supine: string, language: RuleLanguage): string[] {
  const listed = languageTable(language, 'supines').filter((row) => row.supine === supine)
  if (listed.length > 0) return listed.flatMap(({ present, past }) => [present!, past!])
  return languageTable(language, 'supine-endings')
    .flatMap(({ ending, present, past }) => {
      const stem = stemOf(supine, ending!)
      return stem === null ? [] : [stem + present, stem + past]
    })
    .filter(isReal(language))
}

/** The perfect and the pluperfect of a finite form. */
function perfects(finite: string, language: RuleLanguage): string[] {
  const listed = languageTable(language, 'supines').filter(({ present, past }) => present === finite || past === finite)
  const supines =
    listed.length > 0
      ? listed.map(({ supine }) => supine!)
      : languageTable(language, 'supine-endings')
          .flatMap(({ ending, present, past }) =>
            [present!, past!].flatMap((own) => {
              const stem = stemOf(finite, own)
              return stem === null ? [] : [stem + ending]
            }),
          )
          .filter(isReal(language))
  const auxiliaries = languageTable(language, 'perfect-auxiliaries').map(({ word }) => word!)
  return [...new Set(supines)].flatMap((supine) => auxiliaries.map((auxiliary) => `${auxiliary} ${supine}`))
}
