import type { EditKind } from '#model'
import { languageTable, type RuleLanguage } from './tables.js'

/** Another wording that would change the meaning at that word. */
export interface Alternative {
  other: string
  kind: EditKind
}

/** Shorter words end too many others to be their last part. */
const SHORTEST_LAST_PART = 5

/**
 * The alternatives of a language, by what they stand in place of: listed pairs; the other members of a set whose members
 * are taken for one another; nouns for people, in the same form; for the rest, what their last part inherits: "köpare" is listed, "köparen" and "sexköparens"
 * are found through their ending and last part.
 */
export function alternativesOf(language: RuleLanguage): (words: string) => readonly Alternative[] {
  const listed = new Map<string, Alternative[]>()
  const add = (word: string, other: string, kind: EditKind) => {
    const known = listed.get(word) ?? []
    if (!known.some((one) => one.other === other)) listed.set(word, [...known, { other, kind }])
  }
  for (const { word, other, kind } of languageTable(language, 'speech-alternatives'))
    add(word!, other!, kind as EditKind)
  const roles = [...listed].filter(([, others]) => others.some((other) => other.kind === 'role'))
  for (const { words, kind } of languageTable(language, 'speech-sets')) {
    const members = words!.split('|')
    for (const word of members) for (const other of members) if (other !== word) add(word, other, kind as EditKind)
  }
  const people = formsOfPeople(language)
  /** Endings a noun may carry; an alternative found for a base form is given the same ending ("köparen" → "säljaren"). */
  const endings = languageTable(language, 'noun-endings').map(({ ending }) => ending!)
  const inherited = (word: string): Alternative[] => {
    for (const [base, others] of roles) {
      if (base.length < SHORTEST_LAST_PART) continue
      const at = word.lastIndexOf(base)
      if (at < 0) continue
      const ending = word.slice(at + base.length)
      if (ending !== '' && !endings.includes(ending)) continue
      if (at > 0 && at < 3) continue
      return others
        .filter((other) => other.kind === 'role')
        .map(({ other, kind }) => ({ other: word.slice(0, at) + other + ending, kind }))
    }
    return []
  }
  return (words) => {
    const own = listed.get(words) ?? []
    const others = (people.get(words) ?? []).flatMap((form) => (own.some(({ other }) => other === form) ? [] : [form]))
    const all = [...own, ...others.map((other) => ({ other, kind: 'role' as const }))]
    return all.length > 0 ? all : inherited(words)
  }
}

/** Nouns for people, each with the others that stand in the same form: "elever" with "lärare", "eleven" with "läraren". */
function formsOfPeople(language: RuleLanguage): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, string[]>()
  const rows = languageTable(language, 'people')
  for (const form of Object.keys(rows[0] ?? {}).filter((key) => key !== 'source')) {
    const column = [...new Set(rows.map((row) => row[form]!))].filter((word) => word !== '')
    for (const word of column) {
      const known = others.get(word) ?? []
      others.set(word, [...known, ...column.filter((other) => other !== word && !known.includes(other))])
    }
  }
  return others
}
