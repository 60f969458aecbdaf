import { languageTable, type RuleLanguage } from '#language'

/** Kinds of time words: see the data's `kind` column. */
export interface TimeWords {
  /** The value of a form as this kind, or undefined. */
  get(kind: string, form: string): string | undefined
  has(kind: string, form: string): boolean
  /** The longest form of a kind that begins with the norms given, and how many of them it takes. */
  phrase(kind: string, norms: readonly string[]): { value: string; length: number } | null
}

const loaded = new Map<RuleLanguage, TimeWords>()
const LONGEST_PHRASE = 4

/** The time words of a language (data). */
export function timeWords(language: RuleLanguage): TimeWords {
  let known = loaded.get(language)
  if (!known) {
    const values = new Map(languageTable(language, 'time-words').map((row) => [`${row.kind} ${row.form}`, row.value!]))
    const openings = new Set([...values.keys()].map((key) => key.split(' ', 2).join(' ')))
    known = {
      get: (kind, form) => values.get(`${kind} ${form}`),
      has: (kind, form) => values.has(`${kind} ${form}`),
      phrase(kind, norms) {
        if (!openings.has(`${kind} ${norms[0]}`)) return null
        for (let length = Math.min(LONGEST_PHRASE, norms.length); length > 0; length--) {
          const value = values.get(`${kind} ${norms.slice(0, length).join(' ')}`)
          if (value !== undefined) return { value, length }
        }
        return null
      },
    }
    loaded.set(language, known)
  }
  return known
}
