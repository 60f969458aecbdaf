import { languageTable, type RuleLanguage } from './tables.js'

export type NumberClass =
  | 'zero'
  | 'unit'
  | 'teen'
  | 'ten'
  | 'hundred'
  | 'thousand'
  | 'scale'
  | 'half'
  | 'whole'
  | 'fraction'
  | 'about'
  | 'about-plural'
  | 'collective'
  | 'article'
  | 'link'

export interface NumberWord {
  form: string
  value: number
  class: NumberClass
  ordinal: boolean
}

const loaded = new Map<RuleLanguage, Map<string, NumberWord>>()

/** The number words of a language by their form. */
export function numberWords(language: RuleLanguage): ReadonlyMap<string, NumberWord> {
  let known = loaded.get(language)
  if (!known) {
    known = new Map(
      languageTable(language, 'numerals').map((row) => [
        row.form!,
        { form: row.form!, value: Number(row.value), class: row.class as NumberClass, ordinal: row.ordinal === 'yes' },
      ]),
    )
    loaded.set(language, known)
  }
  return known
}

const COUNTING: ReadonlySet<NumberClass> = new Set(['zero', 'unit', 'teen', 'ten', 'hundred', 'thousand', 'scale'])
const LONGEST_COMPOUND = 80

/** Splits a solid or hyphenated number word: "tjugohundratretton" → tjugo, hundra, tretton; null when it is none. */
export function splitNumberWord(word: string, language: RuleLanguage): NumberWord[] | null {
  const known = numberWords(language)
  const whole = known.get(word)
  if (whole) return [whole]
  if (word.length > LONGEST_COMPOUND) return null
  // best[i]: the parts of word[0, i), longest forms first, so that "sjuttio" is not "sju" and a rest.
  const best: (NumberWord[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start]
      if (!before) continue
      const piece = word.slice(start, end)
      const part = known.get(piece)
      const link = piece === '-' || part?.class === 'link'
      const inner = start > 0 && end < word.length
      const joined = link
        ? inner
          ? before
          : undefined
        : part && COUNTING.has(part.class)
          ? [...before, part]
          : undefined
      if (joined && combine(joined) !== null) {
        best[end] = joined
        break
      }
    }
  }
  // "ettusen" and "trettusen" lose one of two t's where the parts meet.
  if (!best[word.length] && language === 'sv') {
    const at = word.indexOf('ettusen')
    if (at >= 0) return splitNumberWord(`${word.slice(0, at)}etttusen${word.slice(at + 7)}`, language)
  }
  const parts = best[word.length]
  return parts && parts.length > 0 ? parts : null
}

/**
 * The value of number words in a row, or null when they do not make one number ("fem sex"). Exact up to 2^53.
 * Year style counts too: "nitton hundra" is 1900.
 */
export function combine(parts: readonly NumberWord[]): number | null {
  let total = 0
  let group = 0
  let lastScale = Number.POSITIVE_INFINITY
  /** The largest value that may still be added to the group: below 1000, 100, 10. */
  let room = 10_000
  for (const [index, part] of parts.entries()) {
    if (part.ordinal && index < parts.length - 1) return null
    switch (part.class) {
      case 'zero':
        if (parts.length > 1) return null
        break
      case 'unit':
        if (room < 10) return null
        group += part.value
        room = 1
        break
      case 'teen':
      case 'ten':
        if (room < 100) return null
        group += part.value
        room = part.class === 'ten' ? 10 : 1
        break
      case 'hundred':
        if (group >= 100 || room === 99) return null
        group = (group || 1) * 100
        room = 100
        break
      case 'thousand':
      case 'scale':
        if (part.value >= lastScale || group >= 1000 * 1000) return null
        total += (group || 1) * part.value
        lastScale = part.value
        group = 0
        room = 10_000
        break
      default:
        return null
    }
  }
  return total + group
}
