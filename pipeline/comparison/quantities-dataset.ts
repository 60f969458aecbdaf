import { type Comparison, cellPlace, type Dataset } from '#model'
import type { ComparisonInput } from './input.js'
import { type Interval, printInterval } from './intervals.js'
import { isWithin, printNumber } from './numbers.js'
import { hasKin, tableWords } from './stems.js'
import { printedWithCounted, type Subject, subjectsOf } from './subject.js'
import { placesInArticle } from './table-places.js'
import { type Reading, readingsOf } from './table-readings.js'
import { isDimensionValue } from './table-rows.js'
import { isOf } from './words.js'

/** Senses that a table's cell can be held against. */
const COMPARED = new Set(['count', 'share', 'range', 'change-to', 'change-by'])
/** Below this the cell is not surely what the figure is about, and nothing is said. */
const LEAST_MATCH = 0.7

/** From here on the cell is surely what the figure is about. */
const SURE_MATCH = 0.8
/** How far from the cell a figure may be, as a ratio, and still be taken for its misprint when the match is not sure. */
const NEAR = 2

/** Quantity → its printed time, and the one that a table bears out instead. */
export type TimesInDoubt = ReadonlyMap<string, { printed: Interval; other: Interval }>

/**
 * Every quantity against every table: by place, time, measure and unit, all of which must match. A figure whose time is
 * itself in doubt is held against the time that the table bears out, and not called right or wrong: one thing is wrong,
 * and that is told with the time.
 */
export function compareWithDatasets(input: ComparisonInput, inDoubt: TimesInDoubt): Comparison[] {
  const subjects = subjectsOf(input).map((subject) => {
    const doubt = inDoubt.get(subject.quantity.id)
    return doubt ? { ...subject, times: [doubt.other] } : subject
  })
  return input.datasets.flatMap((dataset) => {
    const mentioned = placesInArticle(input, dataset)
    return subjects.flatMap((subject) => {
      const comparisons = compareOne(input, dataset, subject, mentioned)
      const doubt = inDoubt.get(subject.quantity.id)
      return doubt ? comparisons.map((comparison) => doubtful(comparison, doubt)) : comparisons
    })
  })
}

function doubtful(comparison: Comparison, { printed, other }: { printed: Interval; other: Interval }): Comparison {
  if (comparison.aspect !== 'value') return comparison
  const values = { printed: printInterval(printed), other: printInterval(other) }
  return { ...comparison, outcome: 'not-checkable', reason: { id: 'time-in-doubt', values } }
}

function compareOne(input: ComparisonInput, dataset: Dataset, subject: Subject, mentioned: string[]): Comparison[] {
  const { quantity } = subject
  if (!COMPARED.has(quantity.sense) || subject.timeUnclear) return []
  const readings = readingsOf(input, dataset, subject, mentioned).filter(({ sure }) => sure >= LEAST_MATCH)
  if (readings.length === 0) return []
  const fits = readings.filter(({ value }) => isWithin(value, quantity.value))
  // The nearest time is the likeliest; when only a farther one fits, it depends on which is meant.
  const outcome = fits[0] === readings[0] ? 'agrees' : fits.length > 0 ? 'depends' : 'disagrees'
  const counting = countingOf(input, dataset, subject)
  // A bare number that is no part of another may be about anything in its sentence.
  const isBare = counting === 'untold' && !quantity.counted && quantity.unit === null && !subject.whole
  // Another number of another thing is no contradiction: the table is about something else.
  if (
    outcome === 'disagrees' &&
    (isBare || counting === 'other' || counting === 'unknown' || isFar(readings, quantity))
  )
    return []
  const shown = fits[0] ?? readings[0]!
  const told = outcome === 'depends' ? readings : [shown]
  const comparison: Comparison = {
    claim: quantity.id,
    against: 'cell',
    aspect: 'value',
    place: cellPlace(dataset, shown.cells[0]!.row, shown.cells[0]!.column),
    value: printNumber(shown.value, input.language),
    calculation: shown.calculation,
    outcome,
    reason: {
      id: `cell-${outcome}${dataset.status === 'illustrative' || dataset.status === 'preliminary' ? `-${dataset.status}` : ''}`,
      values: {
        printed: quantity.text,
        value: told.map((reading) => reading.calculation ?? printNumber(reading.value, input.language)).join('; '),
        table: dataset.title,
        row: shown.cells[0]!.row.key,
        column: shown.cells.map(({ column }) => column.name).join(' + '),
      },
    },
    match: Math.min(...told.map(({ sure }) => sure)),
    evidence: told.flatMap((reading) => reading.evidence),
    others: [],
  }
  if (counting !== 'other') return [comparison]
  // Another thing counted, in a sentence that does not claim to tell the table's: equal by chance.
  if (!isTold(input, dataset, subject)) return []
  return [comparison, unitComparison(input, dataset, subject, comparison)]
}

/** A weak match and a number far off: more likely another figure than a wrong one. */
const isFar = (readings: readonly Reading[], { value }: Subject['quantity']): boolean =>
  readings.every(
    (reading) =>
      reading.sure < SURE_MATCH && (reading.value.times(NEAR).lt(value.low) || reading.value.gt(value.high * NEAR)),
  )

/**
 * What the figure counts against what the table counts. `same`: the table knows the noun; `other`: the table counts
 * something else; `unknown`: the table does not say; `untold`: the figure does not say.
 */
function countingOf(
  { language }: ComparisonInput,
  dataset: Dataset,
  { quantity, whole }: Subject,
): 'same' | 'other' | 'unknown' | 'untold' {
  const { counted } = quantity
  // A part's noun is its topic ("en för koppleri"), not what is counted.
  if (!counted || whole || quantity.unit !== null) return 'untold'
  const nouns = [counted.base.toLowerCase(), counted.text.toLowerCase()]
  if (nouns.some((noun) => isOf('any-noun', noun))) return 'untold'
  const known = [dataset.counted ?? '', dataset.title, ...dataset.columns.map(({ name }) => name)].flatMap((text) =>
    tableWords(text, language),
  )
  if (nouns.some((noun) => hasKin(noun, known) || isDimensionValue(dataset, noun, language))) return 'same'
  return dataset.counted ? 'other' : 'unknown'
}

/**
 * Does the sentence claim to tell what the table counts: "anmäldes två personer" in a table of "anmälningar", or parts
 * that are its columns? Two equal small numbers alone prove nothing.
 */
function isTold({ language }: ComparisonInput, dataset: Dataset, { topics, partTopics }: Subject): boolean {
  const counts = tableWords(dataset.counted ?? '', language)
  const parts = dataset.columns.filter(
    ({ role, name }) => role === 'measure' && tableWords(name, language).some((word) => hasKin(word, partTopics)),
  )
  return parts.length > 1 || topics.some((topic) => hasKin(topic, counts))
}

function unitComparison(
  input: ComparisonInput,
  dataset: Dataset,
  { quantity }: Subject,
  value: Comparison,
): Comparison {
  const counts = dataset.counted ?? ''
  return {
    ...value,
    aspect: 'unit',
    value: `${value.value} ${counts}`.trim(),
    outcome: 'disagrees',
    reason: {
      id: 'cell-counts-other',
      values: { printed: printedWithCounted(input, quantity), counted: counts, table: dataset.title },
    },
    match: Math.min(value.match, 0.85),
  }
}
