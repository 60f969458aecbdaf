import { z } from 'zod'
import type { Comparison, Quantity } from '#model'
import { defineCheck, type Frozen } from './define-check.js'
import {
  byClaim,
  contextOf,
  evidenceKey,
  evidenceOf,
  joinText,
  LIKELY_MATCH,
  SURE_MATCH,
  suggestionsOf,
} from './drafting/index.js'

/** The figure with what it counts, as printed. */
const printedWith = ({ text, unit, counted }: Frozen<Quantity>): string =>
  counted && !text.includes(counted.text)
    ? joinText(text, counted.text)
    : unit && !text.includes(unit)
      ? joinText(text, unit)
      : text

const sources = (comparisons: readonly Frozen<Comparison>[]): 'both' | 'sound' | 'table' | 'article' => {
  const sound = comparisons.some((c) => c.against === 'audio')
  const table = comparisons.some((c) => c.against === 'cell' || c.against === 'dataset')
  return sound && table ? 'both' : sound ? 'sound' : table ? 'table' : 'article'
}

export default defineCheck({
  id: 'unit-mismatches',
  version: 1,
  title: { sv: 'Rätt tal, fel sak', en: 'Right figure, wrong thing' },
  why: {
    sv: 'Två anmälningar är inte två personer: talet stämmer men påståendet är ett annat.',
    en: 'Two reports are not two people: the figure is right but the claim is another.',
  },
  severity: 'warning',
  needs: ['article', 'quantities', 'comparisons'],
  oneOf: ['datasets', 'transcripts'],
  rules: 'figures',
  options: z.strictObject({}),
  messages: {
    both: {
      sv: 'Tryckt: ”{printed}” – ljudet och tabellen räknar något annat: ”{counted}”.',
      en: 'Printed: “{printed}” – sound and table count another thing: “{counted}”.',
    },
    sound: {
      sv: 'Tryckt: ”{printed}” – i ljudet räknas något annat: ”{counted}”. Lyssna.',
      en: 'Printed: “{printed}” – in the sound another thing is counted: “{counted}”. Listen.',
    },
    table: {
      sv: 'Tryckt: ”{printed}” – tabellen räknar något annat: ”{counted}”.',
      en: 'Printed: “{printed}” – the table counts another thing: “{counted}”.',
    },
    article: {
      sv: 'Tryckt: ”{printed}” – på annat ställe räknas något annat: ”{counted}”.',
      en: 'Printed: “{printed}” – elsewhere another thing is counted: “{counted}”.',
    },
  },
  run(inputs, _options, report) {
    const differing = byClaim(inputs.comparisons.filter((c) => c.aspect === 'unit' && c.outcome === 'disagrees'))
    for (const quantity of inputs.quantities) {
      // What a quotation says differs from its sound is the business of altered-quotes.
      const found = (differing.get(quantity.id) ?? []).filter((c) => !(quantity.quotation && c.against === 'audio'))
      const best = found[0]
      if (!best) continue
      const printed = printedWith(quantity)
      const counted = [...new Set(found.flatMap((c) => c.value ?? []))]
      const context = contextOf(inputs.article, quantity.span)
      const from = sources(found)
      report({
        standing: from === 'sound' ? 'needs-listening' : best.match >= SURE_MATCH ? 'contradicted' : 'cannot-tell',
        severity: best.match >= LIKELY_MATCH ? 'warning' : 'info',
        confidence: { overall: best.match, match: best.match },
        message: { id: from, values: { printed, counted: counted.join('”, ”') } },
        place: quantity.place,
        actual: printed,
        expected: counted,
        evidence: evidenceOf(found),
        suggestions: suggestionsOf(found),
        identity: {
          sentence: context.sentence,
          words: joinText(context.words, quantity.counted?.text ?? ''),
          evidence: found
            .map((c) => evidenceKey(inputs, c))
            .sort()
            .join('\u001f'),
        },
      })
    }
  },
})
