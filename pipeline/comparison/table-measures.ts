import type { Column, Dataset } from '#model'
import { hasKin, isKin, tableWords } from './stems.js'
import type { Subject } from './subject.js'
import { isOf, unitOf } from './words.js'

/** The columns whose sum a quantity may be, and how sure that is, 0–1. */
export interface MeasureMatch {
  columns: Column[]
  sure: number
}

/**
 * Which measure a quantity is about. Named by its topics: one column; two columns whose sum another column is: that one;
 * two others: their sum. Named by the table's title or counted noun only: the sum column, or the only one.
 */
export function matchMeasure(dataset: Dataset, subject: Subject, language: string): MeasureMatch | null {
  const measures = dataset.columns.filter((column) => column.role === 'measure' && unitsFit(dataset, column, subject))
  if (measures.length === 0) return null
  const counted = subject.quantity.counted
  const said = [
    ...new Set([...subject.topics, ...(counted ? [counted.base, counted.text] : [])].map((word) => word.toLowerCase())),
  ]
  const about = [...said, ...subject.partTopics]
  const named = measures.filter(
    (column) => column.sumOf.length === 0 && tableWords(column.name, language).some((word) => hasKin(word, about)),
  )
  const totals = measures.filter((column) => column.sumOf.length > 0)
  const totalOf = (columns: Column[]) =>
    totals.find(
      (total) => total.sumOf.length === columns.length && columns.every(({ name }) => total.sumOf.includes(name)),
    )
  const only = measures.length === 1 ? measures[0] : undefined
  if (only && named.length === 1) return { columns: [only], sure: 0.95 }
  const titleHits = titleMatches(dataset, said, language)
  if (named.length === 1) {
    // A title that every column shares ("antal sexköp") says nothing about which is meant.
    return { columns: named, sure: 0.95 }
  }
  if (named.length > 1) {
    const total = totalOf(named)
    return { columns: total ? [total] : named, sure: total ? 0.95 : 0.7 }
  }
  const columns = only ? [only] : totals.length === 1 ? totals : []
  if (columns.length === 0 || titleHits === 0) return null
  return { columns, sure: titleHits > 1 ? 0.9 : 0.8 }
}

/** How many of the quantity's words the table's title, counted noun, unit or file-wide names know. */
function titleMatches(dataset: Dataset, said: readonly string[], language: string): number {
  const known = [
    ...tableWords(dataset.title, language),
    ...(dataset.counted ? tableWords(dataset.counted, language) : []),
    ...dataset.columns.flatMap((column) =>
      column.role === 'measure'
        ? [...tableWords(column.name, language), ...tableWords(column.counted ?? '', language)]
        : [],
    ),
  ]
  const hits = said.filter((word) => hasKin(word, known))
  // Forms of one word ("anmälning", "anmälningar", "anmäldes") are one hit.
  return hits.filter((word, index) => !hits.slice(0, index).some((earlier) => isKin(earlier, word))).length
}

/** Can a quantity of this unit stand in this column at all? */
export function unitsFit(dataset: Dataset, column: Column, { quantity }: Subject): boolean {
  const unit = column.unit ?? dataset.unit ?? ''
  const isPercent = isOf('percent', unit) || isOf('percent', column.name)
  const asked = quantity.unit
  if (asked !== null && isOf('percent', asked)) return isPercent || quantity.sense === 'change-by'
  if (isPercent) return false
  const known = unitOf(unit)
  const wanted = asked === null ? null : unitOf(asked)
  if (asked === null) return known === null
  return wanted !== null && known !== null && wanted.base === known.base
}

/** How many of the quantity's unit one of the column's is: a table in "tkr" against kronor gives 1,000. */
export function scaleOf(dataset: Dataset, column: Column, { quantity }: Subject): number {
  const known = unitOf(column.unit ?? dataset.unit ?? '')
  const wanted = quantity.unit === null ? null : unitOf(quantity.unit)
  return known && wanted ? known.factor / wanted.factor : 1
}
