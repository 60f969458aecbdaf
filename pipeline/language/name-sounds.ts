// The inner module, not the package's root: the root loads word nets and classifiers we never use.
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import { hasRules, languageTable, type RuleLanguage } from './tables.js'

interface SoundRule {
  letters: string
  after: string
  before: string
  sound: string
}

const VOWELS = 'aeiouyåäöæøéèëêáàãíïóôúüý'
const FRONT = 'eiyäöéèøæ'
const CONSONANT = /[\p{L}]/u

const loaded = new Map<RuleLanguage, Map<string, SoundRule[]>>()

/** Rules by first letter, longest letters first, rules with a context before those without. */
function rulesOf(language: RuleLanguage): Map<string, SoundRule[]> {
  let known = loaded.get(language)
  if (!known) {
    known = new Map()
    for (const row of languageTable(language, 'name-sounds')) {
      const rule = { letters: row.letters!, after: row.after!, before: row.before!, sound: row.sound! }
      const first = rule.letters[0]!
      known.set(first, [...(known.get(first) ?? []), rule])
    }
    const context = (rule: SoundRule) => Number(rule.after !== '') + Number(rule.before !== '')
    for (const list of known.values()) {
      list.sort((a, b) => b.letters.length - a.letters.length || context(b) - context(a))
    }
    loaded.set(language, known)
  }
  return known
}

/** `^` start, `$` end, `V` vowel, `F` front vowel, `B` back vowel, `C` consonant, `D` two consonants, else the letter. */
function holds(context: string, text: string, at: number): boolean {
  const letter = text[at] ?? ''
  const vowel = letter !== '' && VOWELS.includes(letter)
  const consonant = (index: number) =>
    text[index] !== undefined && CONSONANT.test(text[index]) && !VOWELS.includes(text[index])
  switch (context) {
    case '':
      return true
    case '^':
    case '$':
      return letter === '' || letter === ' '
    case 'V':
      return vowel
    case 'F':
      return letter !== '' && FRONT.includes(letter)
    case 'B':
      return vowel && !FRONT.includes(letter)
    case 'C':
      return consonant(at)
    case 'D':
      return consonant(at) && consonant(at + 1)
    default:
      return letter === context
  }
}

/**
 * What a name sounds like, spelled by rule (data with a source per rule): equal keys sound the same. "-sson" and "-sen"
 * differ; "Kristofferssen" and "Christofferssen" don't. In a language without rules the key is the name in lower case.
 */
export function nameKey(name: string, language: string): string {
  const text = name.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ')
  if (!hasRules(language)) return text
  const rules = rulesOf(language)
  let key = ''
  for (let at = 0; at < text.length; ) {
    const rule = rules
      .get(text[at]!)
      ?.find(
        ({ letters, after, before }) =>
          text.startsWith(letters, at) && holds(after, text, at - 1) && holds(before, text, at + letters.length),
      )
    const sound = rule ? rule.sound : text[at]!
    for (const letter of sound) if (!key.endsWith(letter) || letter === ' ') key += letter
    at += rule ? rule.letters.length : 1
  }
  return key
}

/** Whether two names are said alike. */
export function soundsSame(a: string, b: string, language: string): boolean {
  // No rule drops or adds so many letters.
  if (Math.abs(a.length - b.length) > 4) return false
  return nameKey(a, language) === nameKey(b, language)
}

/** Damerau–Levenshtein distance in letters, case ignored; swapped neighbours count one. */
export function nameDistance(a: string, b: string): number {
  const fold = (name: string) => name.normalize('NFC').toLowerCase()
  return DamerauLevenshteinDistance(fold(a), fold(b), { restricted: true })
}
