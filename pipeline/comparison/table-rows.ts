import type { Column, Dataset, Row } from '#model'
import { contains, type Interval, isSame, periodInterval } from './intervals.js'
import { hasKin, tableWords } from './stems.js'
import type { Subject } from './subject.js'
import { type PlaceMatch, placeColumn, valuesOf } from './table-places.js'
import { isOf } from './words.js'

/** The rows that a quantity is about; several rows are to be added up. */
export interface RowMatch {
  rows: Row[]
  sure: number
}

/** Rows of the place, then of the time, then of what else the table parts its figures by. */
export function matchRows(
  dataset: Dataset,
  subject: Subject,
  place: PlaceMatch,
  time: Interval | null,
  language: string,
): RowMatch | null {
  const column = placeColumn(dataset)
  const there =
    column && place.values.length
      ? dataset.rows.filter((row) => place.values.includes(row.keys[column.name] ?? ''))
      : dataset.rows
  const then = matchTime(there, time)
  if (!then || then.rows.length === 0) return null
  return narrow(dataset, then, subject, language)
}

function matchTime(rows: Row[], time: Interval | null): RowMatch | null {
  const periods = [...new Set(rows.map((row) => row.period))]
  if (periods.every((period) => period === null)) return time ? null : { rows, sure: 0.9 }
  if (!time) return periods.length === 1 ? { rows, sure: 0.85 } : null
  const timed = rows.flatMap((row) => {
    const interval = row.period ? periodInterval(row.period) : null
    return interval ? [{ row, interval }] : []
  })
  const exact = timed.filter(({ interval }) => isSame(interval, time))
  if (exact.length > 0) return { rows: exact.map(({ row }) => row), sure: 1 }
  // A longer time is the sum of the table's periods, when they fill it from end to end.
  const inside = timed.filter(({ interval }) => contains(time, interval))
  return fills(
    inside.map(({ interval }) => interval),
    time,
  )
    ? { rows: inside.map(({ row }) => row), sure: 0.75 }
    : null
}

function fills(intervals: Interval[], time: Interval): boolean {
  const distinct = [...new Map(intervals.map((interval) => [interval.from, interval])).values()].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  )
  const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  return (
    distinct.length > 1 &&
    distinct[0]!.from === time.from &&
    distinct.at(-1)!.to === time.to &&
    distinct.every((interval, index) => index === 0 || nextDay(distinct[index - 1]!.to) === interval.from)
  )
}

/** Other dimensions: a value that the sentence names; else the total; else the only one that is left. */
function narrow(dataset: Dataset, start: RowMatch, subject: Subject, language: string): RowMatch | null {
  let { rows, sure } = start
  const said = [
    ...subject.topics,
    ...(subject.quantity.counted ? [subject.quantity.counted.base, subject.quantity.counted.text] : []),
  ]
  for (const column of dataset.columns.filter(({ role }) => role === 'dimension')) {
    const values = [...new Set(rows.map((row) => row.keys[column.name] ?? ''))]
    if (values.length === 1) continue
    const named = values.filter((value) => tableWords(value, language).some((word) => hasKin(word, said)))
    const totals = values.filter(isTotal)
    const chosen = named.length === 1 ? named[0] : named.length === 0 && totals.length === 1 ? totals[0] : undefined
    if (chosen === undefined) return null
    sure = Math.min(sure, named.length === 1 ? 0.95 : 0.85)
    rows = rows.filter((row) => row.keys[column.name] === chosen)
  }
  return { rows, sure }
}

const isTotal = (value: string) =>
  isOf('total', value.replace(/^\d+\s+/, '')) || isOf('whole-country', value.replace(/^\d+\s+/, ''))

/** Does any value of a dimension name the word: "män" in a table parted by sex? */
export const isDimensionValue = (dataset: Dataset, word: string, language: string): boolean =>
  dataset.columns.some(
    (column: Column) =>
      column.role === 'dimension' &&
      valuesOf(dataset, column).some((value) => tableWords(value, language).some((one) => hasKin(one, [word]))),
  )
