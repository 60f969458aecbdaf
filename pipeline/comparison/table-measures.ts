import type { Column, Dataset } from '#model'
import { hasKin, isKin, tableWords } from './stems.js'
import type { Subject } from './subject.js'
import { isOf, unitOf } from './words.js'

/** The columns whose sum a quantity may be, and how sure that is, 0–1. */
export interface MeasureMatch {
  columns: Column[]
  sure: number
}

/** How sure a measure is that one word of the sentence names, and one that two words or what is counted name. */
const BY_ONE_WORD = 0.75
const BY_MORE = 0.95

/**
 * Which measure a quantity is about. Named by its topics: one column; two columns whose sum another column is: that one;
 * two others: their sum. Named by the table's title or counted noun only: the sum column, or the only one.
 */
export function matchMeasure(dataset: Dataset, subject: Subject, language: string): MeasureMatch | null {
  const measures = dataset.columns.filter((column) => column.role === 'measure' && unitsFit(dataset, column, subject))
  const { counted } = subject.quantity
  const said = [...subject.topics, ...(counted ? [counted.base, counted.text] : [])].map((word) => word.toLowerCase())
  const about = [...said, ...subject.partTopics]
  const sure =
    isCountedThere(dataset, subject, language) || sharedWords(dataset, about, language) > 1 ? BY_MORE : BY_ONE_WORD
  const named = measures.filter(
    ({ sumOf, name }) => sumOf.length === 0 && tableWords(name, language).some((word) => hasKin(word, about)),
  )
  const totals = measures.filter((column) => column.sumOf.length > 0)
  if (named.length > 1) {
    const total = totals.find(
      ({ sumOf }) => sumOf.length === named.length && named.every(({ name }) => sumOf.includes(name)),
    )
    return { columns: total ? [total] : named, sure: total ? sure : Math.min(sure, BY_ONE_WORD) }
  }
  // A part is named by its whole's sentence as well.
  if (named.length === 1) return { columns: named, sure: subject.whole ? BY_MORE : sure }
  const columns = measures.length === 1 ? measures : totals
  if (columns.length !== 1 || sharedWords(dataset, about, language) === 0) return null
  return { columns, sure: Math.min(sure, 0.9) }
}

/** Is what the figure counts what the table counts? */
function isCountedThere(dataset: Dataset, { quantity: { counted } }: Subject, language: string): boolean {
  if (!counted) return false
  const counts = dataset.columns.flatMap((column) => tableWords(column.counted ?? '', language))
  return [counted.base, counted.text].some((noun) =>
    hasKin(noun, [...counts, ...tableWords(dataset.counted ?? '', language)]),
  )
}

/** How many of the sentence's words the table's title, counted nouns and column names know; forms of one word are one. */
function sharedWords(dataset: Dataset, said: readonly string[], language: string): number {
  const measures = dataset.columns.filter(({ role }) => role === 'measure')
  const texts = [
    dataset.title,
    dataset.counted ?? '',
    ...measures.flatMap(({ name, counted }) => [name, counted ?? '']),
  ]
  const known = texts.flatMap((text) => tableWords(text, language))
  const hits = said.filter((word) => hasKin(word, known))
  return hits.filter((word, index) => !hits.slice(0, index).some((earlier) => isKin(earlier, word))).length
}

/** The unit of a column: what its own name ends with ("Kostnad (mnkr)", "Lön, tkr"), else as told, else by the title. */
const unitText = (dataset: Dataset, column: Column): string =>
  unitAtEnd(column.name) ?? column.unit ?? dataset.unit ?? unitAtEnd(dataset.title) ?? ''

/** A known unit in brackets or after a comma at the end of a name. */
function unitAtEnd(name: string): string | null {
  const tail = /[([,]\s?([^()[\],]{1,30})[)\]]?$/.exec(name.trimEnd().slice(-40))?.[1]?.trim()
  return tail && (unitOf(tail) || isOf('percent', tail)) ? tail : null
}

/** Can a quantity of this unit stand in this column at all? */
export function unitsFit(dataset: Dataset, column: Column, { quantity }: Subject): boolean {
  const unit = unitText(dataset, column)
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
  const known = unitOf(unitText(dataset, column))
  const wanted = quantity.unit === null ? null : unitOf(quantity.unit)
  return known && wanted ? known.factor / wanted.factor : 1
}
