import { Decimal } from 'decimal.js'
import type { Column, Row } from '#model'

/** Fewest rows that must bear a sum out: below that, chance does it. */
const LEAST_ROWS = 3
/** Widest table whose columns are tried, and most parts of a sum. */
const MOST_COLUMNS = 24

/**
 * Fills `sumOf`: a measure column that equals the sum of two or more others on every row where all have values. Tried
 * are runs of neighbouring columns just before or after it, and all the others.
 */
export function findSums(columns: Column[], rows: Row[]): void {
  const measures = columns.filter((column) => column.role === 'measure')
  if (measures.length < 3 || measures.length > MOST_COLUMNS) return
  const taken = new Set<string>()
  measures.forEach((column, index) => {
    const parts = candidates(measures, index).find(
      (names) => isSum(rows, column.name, names) && !names.some((name) => taken.has(name)),
    )
    if (!parts) return
    column.sumOf = parts
    taken.add(column.name)
  })
}

function candidates(measures: Column[], index: number): string[][] {
  const names = measures.map(({ name }) => name)
  const lists: string[][] = [names.filter((_, other) => other !== index)]
  for (let length = index; length >= 2; length -= 1) lists.push(names.slice(index - length, index))
  for (let length = names.length - index - 1; length >= 2; length -= 1)
    lists.push(names.slice(index + 1, index + 1 + length))
  return lists
}

function isSum(rows: Row[], total: string, parts: string[]): boolean {
  let borne = 0
  let telling = 0
  for (const { cells } of rows) {
    const whole = cells[total]?.value
    const values = parts.map((name) => cells[name]?.value)
    if (whole === null || whole === undefined || values.some((value) => value === null || value === undefined)) continue
    if (!values.reduce((sum, value) => sum.plus(value!), new Decimal(0)).equals(whole)) return false
    borne += 1
    // A row of one number and noughts bears nothing out.
    if (values.filter((value) => value !== 0).length > 1) telling += 1
  }
  return borne >= LEAST_ROWS && telling >= 2
}
