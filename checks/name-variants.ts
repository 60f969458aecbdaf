import { z } from 'zod'
import type { Comparison, Person } from '#model'
import { defineCheck, type Frozen } from './define-check.js'
import { byClaim } from './drafting/index.js'

type FrozenPerson = Frozen<Person>

/** People whose names the article spells in more than one way, each with the surest comparison that says so. */
function spelledTwice(people: readonly FrozenPerson[], comparisons: readonly Frozen<Comparison>[]) {
  const differing = byClaim(
    comparisons.filter((c) => c.aspect === 'spelling' && c.against === 'article' && c.outcome === 'disagrees'),
  )
  return people.flatMap((person) => {
    const found = person.mentions.flatMap((id) => differing.get(id) ?? [])
    const surest = found.toSorted((a, b) => b.match - a.match)[0]
    return surest && person.spellings.length > 1 ? [{ person, surest }] : []
  })
}

const firstStart = ({ places }: FrozenPerson['spellings'][number]): number =>
  Math.min(...places.map((place) => place.start))

export default defineCheck({
  id: 'name-variants',
  version: 1,
  title: { sv: 'Namn stavade på flera sätt', en: 'Names spelled in several ways' },
  why: {
    sv: 'Ett felstavat namn är det första den omskrivna ser, och två stavningar kan inte båda vara rätt.',
    en: 'A misspelled name is the first thing its bearer sees, and two spellings can’t both be right.',
  },
  severity: 'error',
  needs: ['article', 'names', 'comparisons'],
  rules: 'names',
  options: z.strictObject({}),
  messages: {
    'same-sound': {
      sv: 'Ett namn, flera stavningar: {spellings}. De låter lika, så inspelningen kan inte avgöra; ingen sida är vald.',
      en: 'One name, several spellings: {spellings}. They sound the same, so the recording can’t decide; no side is picked.',
    },
    'same-sound-role': {
      sv: 'Ett namn ({role}), flera stavningar: {spellings}. De låter lika, så inspelningen kan inte avgöra; ingen sida är vald.',
      en: 'One name ({role}), several spellings: {spellings}. They sound the same, so the recording can’t decide; no side is picked.',
    },
    differ: {
      sv: 'Ett namn, flera stavningar: {spellings}. Ingen sida är vald.',
      en: 'One name, several spellings: {spellings}. No side is picked.',
    },
    'differ-role': {
      sv: 'Ett namn ({role}), flera stavningar: {spellings}. Ingen sida är vald.',
      en: 'One name ({role}), several spellings: {spellings}. No side is picked.',
    },
  },
  run({ people, comparisons }, _options, report) {
    for (const { person, surest } of spelledTwice(people, comparisons)) {
      const spellings = person.spellings.toSorted((a, b) => firstStart(a) - firstStart(b))
      const [first, ...others] = spellings
      const role = person.roles[0]?.text
      // The comparison tells whether the ear could hear a difference.
      const sound = surest.reason.values.soundsSame === 1 ? 'same-sound' : 'differ'
      report({
        standing: 'contradicted',
        severity: 'error',
        confidence: { overall: surest.match, match: surest.match },
        message: {
          id: role ? `${sound}-role` : sound,
          values: { spellings: spellings.map((s) => `${s.text} ×${s.count}`).join(', '), ...(role ? { role } : {}) },
        },
        place: first!.places.toSorted((a, b) => a.start - b.start)[0]!,
        actual: first!.text,
        expected: others.map((s) => s.text),
        evidence: spellings.flatMap((s) =>
          s.places.map((place) => ({ type: 'mention', place, text: s.text }) as const),
        ),
        suggestions: spellings.map((s) => ({ text: s.text, reason: `×${s.count}` })),
        // The fact is the set of spellings, wherever they stand: a paragraph may move without re-opening it.
        identity: {
          sentence: '',
          words: spellings
            .map((s) => s.text)
            .sort()
            .join(' / '),
          evidence: '',
        },
      })
    }
  },
})
