import { hasRules, nameDistance, soundsSame } from '#language'
import type { Comparison, Name, Person } from '#model'
import type { ComparisonInput } from './input.js'

/** Spellings that differ by no more letters than this are surely two spellings of one name. */
const CLOSE = 2

/** One person spelled in more than one way: one comparison for the person, every mention shown, no side picked. */
export function compareSpellings(input: ComparisonInput): Comparison[] {
  return input.claims.people.flatMap((person) => compareOne(input, person) ?? [])
}

function compareOne(input: ComparisonInput, person: Person): Comparison | null {
  const [first, second] = person.spellings
  if (!first || !second) return null
  const ids = new Set(person.mentions)
  const mentions = input.claims.names.filter(({ id }) => ids.has(id)).sort((a, b) => a.place.start - b.place.start)
  const claim = mentions.find((mention) => stands(first.places, mention)) ?? mentions[0]
  if (!claim) return null
  const texts = person.spellings.map(({ text }) => text)
  const alike = hasRules(input.language) && texts.every((text) => soundsSame(text, first.text, input.language))
  const close = texts.every((text) => nameDistance(text, first.text) <= CLOSE)
  return {
    claim: claim.id,
    against: 'article',
    aspect: 'spelling',
    place: second.places[0] ?? null,
    value: texts.slice(1).join(', '),
    calculation: null,
    outcome: 'disagrees',
    reason: {
      id: alike ? 'spellings-sound-same' : 'spellings-differ',
      values: {
        name: person.name,
        spellings: person.spellings.map(({ text, count }) => `${text} ×${count}`).join(', '),
        soundsSame: alike ? 1 : 0,
      },
    },
    match: alike || close ? 0.9 : 0.7,
    evidence: mentions.map(({ place, text }) => ({ place, text })),
    others: mentions.filter(({ id }) => id !== claim.id).map(({ id }) => id),
  }
}

const stands = (places: Person['spellings'][number]['places'], { place }: Name): boolean =>
  places.some(({ start, end }) => start >= place.start && end <= place.end)
