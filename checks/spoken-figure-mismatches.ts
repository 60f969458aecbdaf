import { z } from 'zod'
import { defineCheck } from './define-check.js'
import {
  atMostWarning,
  byClaim,
  contextOf,
  evidenceOf,
  isSaid,
  loudness,
  sourceName,
  suggestionsOf,
} from './drafting/index.js'

export default defineCheck({
  id: 'spoken-figure-mismatches',
  version: 1,
  title: { sv: 'Tal som skiljer sig från ljudet', en: 'Figures that differ from the sound' },
  why: {
    sv: 'Den som sa talet vet vad hen sa, och inspelningen finns kvar när tidningen är tryckt.',
    en: 'Whoever said the figure knows what was said, and the recording remains when the paper is printed.',
  },
  severity: 'error',
  needs: ['article', 'statements', 'quantities', 'transcripts', 'alignments', 'comparisons'],
  rules: 'figures',
  options: z.strictObject({}),
  messages: {
    differs: {
      sv: 'Tryckt: ”{printed}” – i ljudet sägs ”{heard}”.',
      en: 'Printed: “{printed}” – the sound says “{heard}”.',
    },
    listen: {
      sv: 'Tryckt: ”{printed}” – utskriften har ”{heard}”. Lyssna.',
      en: 'Printed: “{printed}” – the transcript has “{heard}”. Listen.',
    },
  },
  run(inputs, _options, report) {
    const { article, quantities, alignments, statements, comparisons } = inputs
    const spoken = byClaim(comparisons.filter((c) => c.against === 'audio' && c.aspect === 'value' && c.value !== null))
    const located = alignments.filter((a) => statements.some((statement) => statement.id === a.claim))
    // Figures in quotations are the business of altered-quotes.
    for (const quantity of quantities.filter((q) => q.quotation === null)) {
      const [comparison] = spoken.get(quantity.id) ?? []
      if (!comparison) continue
      const { start, end } = quantity.place
      const touching = located.flatMap((alignment) =>
        alignment.edits
          .filter((edit) => edit.kind === 'number' && edit.start < end && edit.end > start)
          .map((edit) => ({ edit, said: isSaid(inputs, alignment, edit) })),
      )
      if (touching.some(({ edit }) => edit.support === 'print')) continue
      const heard = comparison.outcome === 'disagrees' && touching.every(({ edit }) => edit.support === 'heard')
      // Where the sound decided nothing the figure stands in the report as undecided: a recogniser's number is no evidence.
      const written =
        touching.some(({ said }) => said) && (comparison.outcome === 'disagrees' || comparison.outcome === 'depends')
      if (!heard && !written) continue
      const surely = loudness(comparison.match)
      const context = contextOf(article, quantity.span)
      report({
        standing: heard ? surely.standing : 'needs-listening',
        severity: heard ? surely.severity : atMostWarning(surely.severity),
        confidence: { overall: comparison.match, match: comparison.match },
        message: { id: heard ? 'differs' : 'listen', values: { printed: quantity.text, heard: comparison.value! } },
        place: quantity.place,
        actual: quantity.text,
        expected: [comparison.value!],
        evidence: evidenceOf([comparison]),
        suggestions: heard ? suggestionsOf([comparison]) : [],
        identity: {
          sentence: context.sentence,
          words: context.words,
          evidence: comparison.place?.kind === 'audio' ? sourceName(inputs, comparison.place.recording) : '',
        },
      })
    }
  },
})
