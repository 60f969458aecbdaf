import { hasRules, nameDistance, soundsSame } from '#language'
import type { Comparison, Name, Place } from '#model'
import type { ComparisonInput } from './input.js'

/** A name in a list or table, with where it stands. */
export interface KnownName {
  name: string
  place: Place | null
  /** What the reader is told of the source: the list's source and day, or the table. */
  source: string
}

/** Most letters that a misspelling of a name of six letters or more may differ in. */
const CLOSE = 2

/**
 * Each spelling of each person against names known elsewhere: the same name agrees; one that sounds the same, or differs
 * by a letter or two, and is nobody else's in the list, disagrees.
 */
export function compareWithKnown(
  input: ComparisonInput,
  known: KnownName[],
  against: 'names-list' | 'dataset',
): Comparison[] {
  const folded = known.map((one) => ({ ...one, name: one.name.normalize('NFC').replace(/\s+/g, ' ').trim() }))
  const exact = new Map(folded.map((one) => [one.name, one]))
  return input.claims.people.flatMap((person) => {
    const ids = new Set(person.mentions)
    const mentions = input.claims.names.filter(
      ({ id, family, given }) => ids.has(id) && family !== null && given.length > 0,
    )
    const told = new Set<string>()
    return mentions.flatMap((mention): Comparison[] => {
      const name = fullName(mention)
      if (told.has(name)) return []
      told.add(name)
      const same = exact.get(name)
      if (same) return [comparison(mention, same, against, 'agrees')]
      const near = folded.filter((one) => isNearName(mention, one.name, input.language))
      const distinct = [...new Set(near.map((one) => one.name))]
      return distinct.length === 1 ? [comparison(mention, near[0]!, against, 'disagrees')] : []
    })
  })
}

const fullName = ({ given, family }: Name) => [...given, family].join(' ').normalize('NFC')

function isNearName(mention: Name, known: string, language: string): boolean {
  const own = fullName(mention).split(' ')
  const other = known.split(' ')
  if (own.length !== other.length || other.length < 2) return false
  const differing = own.flatMap((part, index) => (part === other[index] ? [] : [[part, other[index]!] as const]))
  // Two parts that differ are two people more often than two misspellings.
  if (differing.length !== 1) return false
  const [a, b] = differing[0]!
  if (hasRules(language) && soundsSame(a, b, language)) return true
  const isLast = a === own.at(-1)
  // Short and given names lie too close to each other: Anna and Anne, Lind and Lund are real names both.
  return (
    isLast &&
    Math.min(a.length, b.length) >= 8 &&
    nameDistance(a, b) <= CLOSE &&
    a[0]!.toLowerCase() === b[0]!.toLowerCase()
  )
}

const comparison = (
  mention: Name,
  known: KnownName,
  against: 'names-list' | 'dataset',
  outcome: 'agrees' | 'disagrees',
): Comparison => ({
  claim: mention.id,
  against,
  aspect: 'spelling',
  place: known.place,
  value: known.name,
  calculation: null,
  outcome,
  reason: { id: `${against}-${outcome}`, values: { printed: mention.text, known: known.name, source: known.source } },
  match: outcome === 'agrees' ? 1 : 0.8,
  evidence: [
    { place: mention.place, text: mention.text },
    ...(known.place ? [{ place: known.place, text: known.name }] : []),
  ],
  others: [],
})
