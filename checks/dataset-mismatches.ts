import { z } from 'zod'
import { defineCheck } from './define-check.js'
import {
  atMostWarning,
  byClaim,
  contextOf,
  evidenceKey,
  evidenceOf,
  loudness,
  suggestionsOf,
  tableOf,
} from './drafting/index.js'

export default defineCheck({
  id: 'dataset-mismatches',
  version: 1,
  title: { sv: 'Tal som skiljer sig från tabellen', en: 'Figures that differ from the table' },
  why: {
    sv: 'Läsaren kan slå upp statistiken: ett tal som inte står där fäller hela texten.',
    en: 'Readers can look statistics up: one figure that is not there brings the whole text down.',
  },
  severity: 'error',
  needs: ['article', 'quantities', 'times', 'datasets', 'comparisons'],
  oneOf: ['article', 'transcripts'],
  rules: 'figures',
  options: z.strictObject({}),
  messages: {
    final: {
      sv: 'Tryckt: ”{printed}” – tabellen {table} har {value} ({row}, {column}).',
      en: 'Printed: “{printed}” – the table {table} has {value} ({row}, {column}).',
    },
    preliminary: {
      sv: 'Tryckt: ”{printed}” – tabellen {table} har {value} ({row}, {column}). Tabellen är preliminär.',
      en: 'Printed: “{printed}” – the table {table} has {value} ({row}, {column}). The table is preliminary.',
    },
    illustrative: {
      sv: 'Tryckt: ”{printed}” – tabellen {table} har {value} ({row}, {column}). Tabellen är bara ett exempel.',
      en: 'Printed: “{printed}” – the table {table} has {value} ({row}, {column}). The table is illustrative only.',
    },
  },
  run(inputs, _options, report) {
    const { article, quantities, datasets, comparisons } = inputs
    const wrongDates = new Set(
      comparisons.filter((c) => c.aspect === 'date' && c.outcome === 'disagrees').map((c) => c.claim),
    )
    const inTables = byClaim(
      comparisons.filter((c) => c.aspect === 'value' && (c.against === 'cell' || c.against === 'dataset')),
    )
    for (const quantity of quantities) {
      const found = inTables.get(quantity.id) ?? []
      const comparison = found.find((c) => c.outcome === 'disagrees')
      const table = comparison && tableOf(datasets, comparison)
      if (!comparison || !table) continue
      // Another cell fits at least as well, or the date is what is wrong: date-conflicts tells of that.
      if (found.some((c) => c.outcome === 'agrees' && c.match >= comparison.match)) continue
      if (quantity.times.some((time) => wrongDates.has(time))) continue
      const context = contextOf(article, quantity.span)
      const surely = loudness(comparison.match)
      // What a source said may be wrong and rightly quoted; a table that is not final proves less.
      const soft = quantity.quotation !== null || table.status !== 'final'
      const value = comparison.calculation ?? comparison.value ?? table.cell.raw
      const { rowKey: row, column } = table.cell
      report({
        standing: surely.standing,
        severity: soft ? atMostWarning(surely.severity) : surely.severity,
        confidence: { overall: comparison.match, match: comparison.match },
        message: { id: table.status, values: { printed: quantity.text, table: table.file, value, row, column } },
        place: quantity.place,
        actual: quantity.text,
        expected: [comparison.value ?? table.cell.raw],
        evidence: evidenceOf([comparison]),
        suggestions: suggestionsOf([comparison]),
        identity: { sentence: context.sentence, words: context.words, evidence: evidenceKey(inputs, comparison) },
      })
    }
  },
})
