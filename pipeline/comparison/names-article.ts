import { hasRules, nameDistance, soundsSame } from '#language'
import type { Comparison, Name, Person } from '#model'
import type { ComparisonInput } from './input.js'

/** One person spelled in more than one way: one comparison for the person, every mention shown, no side picked. */
export function compareSpellings(input: ComparisonInput): Comparison[] {
  return input.claims.people.flatMap((person) => {
    const mentions = mentionsOf(input, person)
    const differing = differingPart(mentions)
    if (!differing || mentions.length < 2) return []
    const [first, ...others] = mentions as [Name, ...Name[]]
    const other =
      others.find(
        (mention) =>
          partOf(mention, differing.part) !== null && partOf(mention, differing.part) !== partOf(first, differing.part),
      ) ?? others[0]!
    const alike =
      hasRules(input.language) &&
      differing.spellings.every((one) => soundsSame(one, differing.spellings[0]!, input.language))
    return [
      {
        claim: first.id,
        against: 'article',
        aspect: 'spelling',
        place: other.place,
        value: differing.spellings.join(', '),
        calculation: null,
        outcome: 'disagrees',
        reason: {
          id: alike ? 'spellings-sound-same' : 'spellings-differ',
          values: {
            name: person.name,
            spellings: differing.spellings
              .map((one) => `${one} (${countOf(mentions, differing.part, one)})`)
              .join(', '),
            soundsSame: alike ? 1 : 0,
          },
        },
        match: alike || closeness(differing.spellings) <= 2 ? 0.9 : 0.7,
        evidence: mentions.map(({ place, text }) => ({ place, text })),
        others: others.map(({ id }) => id),
      },
    ]
  })
}

type Part = 'family' | 'given'

const mentionsOf = ({ claims }: ComparisonInput, person: Person): Name[] => {
  const ids = new Set(person.mentions)
  return claims.names.filter(({ id }) => ids.has(id)).sort((a, b) => a.place.start - b.place.start)
}

const partOf = (name: Name, part: Part): string | null => (part === 'family' ? name.family : (name.given[0] ?? null))
const countOf = (mentions: Name[], part: Part, spelling: string) =>
  mentions.filter((mention) => partOf(mention, part)?.normalize('NFC') === spelling).length
const closeness = ([first, ...rest]: string[]) => Math.max(0, ...rest.map((one) => nameDistance(first!, one)))

/** The part of the name that is spelled in several ways. A part left out, an initial or half of a double name is no other spelling. */
function differingPart(mentions: Name[]): { part: Part; spellings: string[] } | null {
  for (const part of ['family', 'given'] as const) {
    const spellings = [...new Set(mentions.flatMap((mention) => partOf(mention, part)?.normalize('NFC') ?? []))]
    const distinct = spellings.filter((one) => !spellings.some((other) => other !== one && isShortFor(one, other)))
    if (distinct.length > 1) return { part, spellings: distinct }
  }
  return null
}

function isShortFor(short: string, long: string): boolean {
  if (short.length > long.length || (short.length === long.length && short !== long)) {
    return false
  }
  const letters = short.replace(/\.$/, '')
  const isInitial = letters.length === 1 && long.startsWith(letters)
  const parts = long.split(/[\s\-‐‑]+/u)
  return isInitial || (parts.length > 1 && parts.includes(short))
}
