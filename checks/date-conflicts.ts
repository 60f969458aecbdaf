import { z } from 'zod'
import type { Comparison, Time } from '#model'
import { defineCheck, type Frozen } from './define-check.js'
import { byClaim, contextOf, evidenceKey, evidenceOf, loudness } from './drafting/index.js'

interface Conflict {
  time: Frozen<Time>
  found: readonly Frozen<Comparison>[]
}

/** A comparison that has a sentence of its own, or the one for the side it was held against. */
const messageId = ({ reason, against }: Frozen<Comparison>): string =>
  OWN.includes(reason.id) ? reason.id : against === 'dataset' ? 'cell' : against

const OWN = ['weekday-misses', 'range-reversed']
const ORDER: readonly Comparison['against'][] = ['article', 'published', 'audio', 'cell', 'dataset']

export default defineCheck({
  id: 'date-conflicts',
  version: 1,
  title: { sv: 'Tider som inte går ihop', en: 'Dates that conflict' },
  why: {
    sv: 'Ett fel årtal gör rätta tal till fel tal, och ”förra året” blir ett annat år när texten publiceras om.',
    en: 'A wrong year makes right figures wrong, and “last year” is another year when a text is published again.',
  },
  severity: 'error',
  needs: ['article', 'times', 'comparisons'],
  oneOf: ['article', 'published', 'transcripts', 'datasets'],
  rules: 'figures',
  options: z.strictObject({}),
  messages: {
    article: {
      sv: 'Tryckt: ”{printed}” – på annat ställe i artikeln ”{other}”.',
      en: 'Printed: “{printed}” – elsewhere in the article “{other}”.',
    },
    published: {
      sv: '”{printed}” går inte ihop med publiceringsdatumet {published}.',
      en: '“{printed}” does not fit the publication date {published}.',
    },
    'weekday-misses': {
      sv: 'Tryckt: ”{printed}” – den dagen är en {other}.',
      en: 'Printed: “{printed}” – that day is a {other}.',
    },
    'range-reversed': {
      sv: '”{printed}” slutar innan det börjar.',
      en: '“{printed}” ends before it begins.',
    },
    relative: {
      sv: 'Tiderna {printed} räknas från publiceringsdatumet {published} och går inte ihop med resten. Är datumet rätt?',
      en: 'The times {printed} count from the publication date {published} and do not fit the rest. Is the date right?',
    },
    audio: {
      sv: 'Tryckt: ”{printed}” – i ljudet sägs ”{other}”.',
      en: 'Printed: “{printed}” – the sound says “{other}”.',
    },
    cell: {
      sv: 'Tryckt: ”{printed}” – i tabellen hör uppgiften till ”{other}”.',
      en: 'Printed: “{printed}” – in the table this belongs to “{other}”.',
    },
  },
  run(inputs, _options, report) {
    const differing = byClaim(inputs.comparisons.filter((c) => c.aspect === 'date' && c.outcome === 'disagrees'))
    const conflicts = inputs.times.flatMap((time): Conflict[] => {
      // What a quotation says differs from its sound is the business of altered-quotes.
      const found = (differing.get(time.id) ?? []).filter((c) => !(time.quotation && c.against === 'audio'))
      return found.length > 0 ? [{ time, found }] : []
    })
    // One wrong publication date puts every relative time out: that is one thing to tell, not five.
    const relative = conflicts.filter(({ found }) => found.some((c) => c.reason.id === 'times-misfit-published'))
    if (relative.length > 1) say(relative)
    for (const conflict of relative.length > 1 ? conflicts.filter((c) => !relative.includes(c)) : conflicts) {
      say([conflict])
    }

    function say(together: readonly Conflict[]): void {
      const { time } = together[0]!
      const found = together.flatMap((c) => c.found).toSorted((a, b) => b.match - a.match)
      const best = found.toSorted((a, b) => ORDER.indexOf(a.against) - ORDER.indexOf(b.against))[0]!
      const { standing, severity } = loudness(found[0]!.match)
      // Sound and table can be about another year; only the article against itself and its own date proves the conflict.
      const proven = found.some((c) => c.against === 'article' || c.against === 'published')
      const others = [...new Set(found.flatMap((c) => c.value ?? []))]
      const id = together.length > 1 ? 'relative' : messageId(best)
      const printed = together.map((c) => c.time.text)
      const context = contextOf(inputs.article, time.span)
      report({
        standing,
        severity: severity === 'error' && !proven ? 'warning' : severity,
        confidence: { overall: found[0]!.match, match: found[0]!.match },
        message: {
          id,
          values: {
            printed: together.length > 1 ? printed.map((text) => `”${text}”`).join(', ') : time.text,
            published: inputs.published?.text ?? '–',
            other: best.value ?? '–',
          },
        },
        place: time.place,
        actual: printed.join(', '),
        expected: others,
        evidence: [
          ...together.slice(1).map((c) => ({ type: 'mention', place: c.time.place, text: c.time.text }) as const),
          ...evidenceOf(found),
        ],
        suggestions: [],
        identity: {
          sentence: together.length > 1 ? '' : context.sentence,
          words: together.length > 1 ? printed.join(' / ') : context.words,
          evidence: together.length > 1 ? (inputs.published?.text ?? '') : evidenceKey(inputs, best),
        },
      })
    }
  },
})
