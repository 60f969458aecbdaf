import { Decimal } from 'decimal.js'
import { type Column, type Comparison, cellPlace, type Dataset, type Row } from '#model'
import type { ComparisonInput } from './input.js'
import type { Interval } from './intervals.js'
import { printNumber, sumInWords } from './numbers.js'
import type { Subject } from './subject.js'
import { type MeasureMatch, matchMeasure, scaleOf } from './table-measures.js'
import { matchPlace } from './table-places.js'
import { matchRows } from './table-rows.js'
import { isOf } from './words.js'

/** Times of one sentence that are tried for one figure, nearest first. */
const MOST_TIMES = 3

/** A number that the table gives for a quantity, with how it came about. */
export interface Reading {
  value: Decimal
  calculation: string | null
  cells: { row: Row; column: Column }[]
  sure: number
  evidence: Comparison['evidence']
}

/** Every number that the table may give for the quantity: one for each time its sentence names, when several fit. */
export function readingsOf(input: ComparisonInput, dataset: Dataset, subject: Subject, mentioned: string[]): Reading[] {
  const place = matchPlace(dataset, subject, mentioned)
  const measure = matchMeasure(dataset, subject, input.language)
  if (!place || !measure) return []
  if (subject.quantity.sense === 'change-by') return changeOf(input, dataset, subject, place, measure)
  const at = (time: Interval | null): Reading[] => {
    const rows = matchRows(dataset, subject, place, time, input.language)
    const reading = rows && readCells(input, dataset, subject, rows.rows, measure)
    return reading ? [{ ...reading, sure: Math.min(place.sure, rows.sure, measure.sure, reading.sure) }] : []
  }
  const [nearest = null, ...farther] = subject.times.slice(0, MOST_TIMES)
  const first = at(nearest)
  // A table without the nearest time is about other times, and a farther one must not stand in for it.
  return first.length > 0 ? [...first, ...farther.flatMap(at)] : []
}

function readCells(
  input: ComparisonInput,
  dataset: Dataset,
  subject: Subject,
  rows: Row[],
  measure: MeasureMatch,
): Reading | null {
  const cells = rows.flatMap((row) => measure.columns.map((column) => ({ row, column })))
  const terms = cells.map(({ row, column }) => {
    const value = row.cells[column.name]?.value
    return value === null || value === undefined
      ? null
      : {
          name: rows.length > 1 ? `${row.key}, ${column.name}` : column.name,
          value: new Decimal(value).times(scaleOf(dataset, column, subject)),
        }
  })
  if (terms.length === 0 || terms.some((term) => term === null)) return null
  const known = terms as { name: string; value: Decimal }[]
  // Shares can't be added up.
  if (known.length > 1 && subject.quantity.sense === 'share') return null
  const value = known.reduce((sum, term) => sum.plus(term.value), new Decimal(0))
  if (known.length > 1)
    return {
      value,
      calculation: sumInWords(known, input.language),
      cells,
      sure: 1,
      evidence: evidenceOf(dataset, cells),
    }
  const [{ row, column }] = cells as [{ row: Row; column: Column }]
  const parts = dataset.columns.filter(({ name }) => column.sumOf.includes(name)).map((part) => ({ row, column: part }))
  return {
    value,
    calculation: partsInWords(input, row, column),
    cells,
    sure: 1,
    evidence: evidenceOf(dataset, [...cells, ...parts]),
  }
}

/** A sum column's parts in that row: "sexköp 27 + koppleri 3 = 30". */
function partsInWords(input: ComparisonInput, row: Row, column: Column): string | null {
  if (column.sumOf.length === 0) return null
  const parts = column.sumOf.map((name) => ({ name, value: row.cells[name]?.value ?? null }))
  return parts.every((part): part is { name: string; value: number } => part.value !== null)
    ? sumInWords(parts, input.language)
    : null
}

/** "ökade med 25 procent mellan 2013 och 2014": the difference, or the change in per cent, between two times. */
function changeOf(
  input: ComparisonInput,
  dataset: Dataset,
  subject: Subject,
  place: { values: string[]; sure: number },
  measure: MeasureMatch,
): Reading[] {
  const times = [...subject.times].sort((a, b) => (a.from < b.from ? -1 : 1))
  if (times.length !== 2) return []
  const ends = times.map((time) => matchRows(dataset, subject, place, time, input.language))
  const read = ends.map((rows) => (rows ? readCells(input, dataset, subject, rows.rows, measure) : null))
  const [before, after] = read
  if (!before || !after) return []
  const cells = [...after.cells, ...before.cells]
  const evidence = evidenceOf(dataset, cells)
  const sure = Math.min(place.sure, measure.sure, ...ends.map((rows) => rows?.sure ?? 0), 0.9)
  const print = (value: Decimal) => printNumber(value, input.language)
  if (subject.quantity.unit !== null && isOf('percent', subject.quantity.unit)) {
    if (before.value.isZero()) return []
    const change = after.value.minus(before.value).div(before.value).times(100).abs()
    const rounded = change.toDecimalPlaces(1)
    return [
      {
        value: roundedTo(change, subject),
        calculation: `(${print(after.value)} − ${print(before.value)}) / ${print(before.value)} = ${print(rounded)} %`,
        cells,
        sure,
        evidence,
      },
    ]
  }
  const difference = after.value.minus(before.value).abs()
  const [large, small] = after.value.gte(before.value) ? [after.value, before.value] : [before.value, after.value]
  return [
    {
      value: difference,
      calculation: `${print(large)} − ${print(small)} = ${print(difference)}`,
      cells,
      sure,
      evidence,
    },
  ]
}

/** A computed share has endless decimals: it is held against the precision printed. */
function roundedTo(value: Decimal, { quantity }: Subject): Decimal {
  const printed = quantity.value.printed
  return printed === null ? value : value.toDecimalPlaces(new Decimal(printed).decimalPlaces())
}

const evidenceOf = (dataset: Dataset, cells: Reading['cells']): Comparison['evidence'] =>
  cells.map((cell) => ({ place: cellPlace(dataset, cell.row, cell.column), text: cellText(cell) }))
const cellText = ({ row, column }: { row: Row; column: Column }) =>
  `${column.name} ${row.cells[column.name]?.raw ?? ''}`.trim()
