import { hasRules, languageTable, type RuleLanguage } from './tables.js'
import { words } from './tokens.js'

/** Words that may stand between the halves of "för … för att". */
const MOST_BETWEEN = 4

interface Denial {
  form: string
  first: string[]
  second: string[]
}

const loaded = new Map<RuleLanguage, Map<string, Denial[]>>()

/** The forms of `denials.tsv` by their first word; `*` stands for a few words between two halves. */
function denialsOf(language: RuleLanguage): Map<string, Denial[]> {
  let known = loaded.get(language)
  if (!known) {
    known = new Map()
    for (const { form } of languageTable(language, 'denials')) {
      const [first, second = []] = form!.split(' * ').map((half) => half.split(' '))
      known.set(first![0]!, [...(known.get(first![0]!) ?? []), { form: form!, first: first!, second }])
    }
    loaded.set(language, known)
  }
  return known
}

/**
 * What denies without a "not": "saknar", "vägrar", "för trött för att". Offsets into `text`, with the form it is one of.
 * Nothing in a language without rules.
 */
export function findDenials(text: string, language: string): { form: string; start: number; end: number }[] {
  if (!hasRules(language)) return []
  const tokens = words(text)
  const norms = tokens.map(({ norm }) => norm)
  const stands = (half: string[], at: number) => half.every((word, index) => norms[at + index] === word)
  const known = denialsOf(language)
  return tokens.flatMap(({ norm, start }, at) => {
    for (const { form, first, second } of known.get(norm) ?? []) {
      if (!stands(first, at)) continue
      const from = at + first.length
      const between = Array.from({ length: second.length === 0 ? 1 : MOST_BETWEEN + 1 }, (_, count) => count)
      const gap = between.find((count) => (second.length === 0 || count > 0) && stands(second, from + count))
      if (gap !== undefined) return [{ form, start, end: tokens[from + gap + second.length - 1]!.end }]
    }
    return []
  })
}
