import { z } from 'zod'
import { defineCheck } from './define-check.js'
import { atMostWarning, byClaim, contextOf, evidenceOf, loudness, sourceName, suggestionsOf } from './drafting/index.js'

export default defineCheck({
  id: 'spoken-figure-mismatches',
  version: 1,
  title: { sv: 'Tal som skiljer sig från ljudet', en: 'Figures that differ from the sound' },
  why: {
    sv: 'Den som sa talet vet vad hen sa, och inspelningen finns kvar när tidningen är tryckt.',
    en: 'Whoever said the figure knows what was said, and the recording remains when the paper is printed.',
  },
  severity: 'error',
  needs: ['article', 'statements', 'quantities', 'transcripts', 'comparisons'],
  rules: 'figures',
  options: z.strictObject({}),
  messages: {
    differs: {
      sv: 'Tryckt: ”{printed}” – i ljudet sägs ”{heard}”.',
      en: 'Printed: “{printed}” – the sound says “{heard}”.',
    },
  },
  run(inputs, _options, report) {
    const { article, quantities, statements, comparisons } = inputs
    // A figure that the sound could not decide stands as such in the report: a recogniser's number is no evidence.
    const differing = byClaim(
      comparisons.filter((c) => c.against === 'audio' && c.aspect === 'value' && c.outcome === 'disagrees'),
    )
    // Figures in quotations are the business of altered-quotes.
    for (const quantity of quantities.filter((q) => q.quotation === null)) {
      const comparison = differing.get(quantity.id)?.[0]
      if (!comparison || comparison.value === null) continue
      const { start, end } = quantity.place
      const statement = statements.find((s) => s.place.start <= start && s.place.end >= end)
      const { standing, severity } = loudness(comparison.match)
      const context = contextOf(article, quantity.span)
      report({
        standing,
        // A question is printed as it was asked; what is told in other words may count in another way.
        severity: statement?.statementKind === 'question' ? severity : atMostWarning(severity),
        confidence: { overall: comparison.match, match: comparison.match },
        message: { id: 'differs', values: { printed: quantity.text, heard: comparison.value } },
        place: quantity.place,
        actual: quantity.text,
        expected: [comparison.value],
        evidence: evidenceOf([comparison]),
        suggestions: suggestionsOf([comparison]),
        identity: {
          sentence: context.sentence,
          words: context.words,
          evidence: comparison.place?.kind === 'audio' ? sourceName(inputs, comparison.place.recording) : '',
        },
      })
    }
  },
})
