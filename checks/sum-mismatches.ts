import { z } from 'zod'
import { defineCheck } from './define-check.js'
import { byClaim, contextOf, evidenceOf, loudness } from './drafting/index.js'

export default defineCheck({
  id: 'sum-mismatches',
  version: 1,
  title: { sv: 'Tal som inte går ihop', en: 'Figures that do not add up' },
  why: {
    sv: 'När delarna inte blir helheten är minst ett av talen fel, och läsaren kan räkna.',
    en: 'When the parts do not make the whole at least one figure is wrong, and readers can count.',
  },
  severity: 'error',
  needs: ['article', 'quantities', 'comparisons'],
  rules: 'figures',
  options: z.strictObject({}),
  messages: {
    sum: {
      sv: 'Tryckt: ”{printed}” – men {calculation}.',
      en: 'Printed: “{printed}” – but {calculation}.',
    },
    other: {
      sv: 'Tryckt: ”{printed}” – men på annat ställe ”{value}”.',
      en: 'Printed: “{printed}” – but elsewhere “{value}”.',
    },
  },
  run({ article, quantities, comparisons }, _options, report) {
    // Sums wherever they come from, and every figure that the article itself gives another value.
    const differing = byClaim(
      comparisons.filter(
        (c) => c.outcome === 'disagrees' && (c.aspect === 'sum' || (c.aspect === 'value' && c.against === 'article')),
      ),
    )
    for (const quantity of quantities) {
      const comparison = differing.get(quantity.id)?.[0]
      if (!comparison) continue
      const { calculation, value, match } = comparison
      const context = contextOf(article, quantity.span)
      report({
        ...loudness(match),
        confidence: { overall: match, match },
        message:
          calculation === null
            ? { id: 'other', values: { printed: quantity.text, value: value ?? '' } }
            : { id: 'sum', values: { printed: quantity.text, calculation } },
        place: quantity.place,
        actual: quantity.text,
        expected: value === null ? [] : [value],
        evidence: evidenceOf([comparison]),
        // No side is picked: the whole may be wrong, or a part.
        suggestions: [],
        identity: {
          sentence: context.sentence,
          words: context.words,
          evidence: comparison.evidence.map((e) => e.text).join('\u001f'),
        },
      })
    }
  },
})
