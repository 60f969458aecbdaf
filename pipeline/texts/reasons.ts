import type { MessageTable } from '#model'

/** Why a fact has no comparison of its own to show. */
export const reasons = {
  'no-sound': {
    sv: 'Inget ljud och ingen utskrift att jämföra med.',
    en: 'No sound and no transcript to compare with.',
  },
  'no-table': {
    sv: 'Ingen tabell att jämföra med.',
    en: 'No table to compare with.',
  },
  'nothing-to-compare': {
    sv: 'Inget i tabellerna, ljudet eller artikeln handlar säkert om samma sak.',
    en: 'Nothing in the tables, the sound or the article is surely about the same thing.',
  },
  'time-resolved': {
    sv: 'Tiden är uträknad, men inget annat i underlaget säger när det hände.',
    en: 'The time was worked out, but nothing else in the material says when it happened.',
  },
  'time-unresolved': {
    sv: 'Tiden går inte att räkna ut.',
    en: 'The time cannot be worked out.',
  },
} satisfies MessageTable
