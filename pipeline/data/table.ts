import type { Cell, Column, Row } from '#model'
import { type Doubt, doubts } from './doubts.js'
import { errors } from './errors.js'
import type { Grid, GridRow } from './grid.js'
import type { Meta } from './meta.js'
import { decimalMark, looksNumeric, readNumber } from './numbers.js'
import { readPeriod } from './periods.js'
import { columnRoles } from './roles.js'
import { findSums } from './sums.js'
import { lengthen } from './wide.js'

const USUAL_MISSING = ['..', '...', '.', '-', '–', '—', '−', '']
const DASHES = ['-', '–', '—', '−']

export interface Table {
  columns: Column[]
  rows: Row[]
  doubts: Doubt[]
}

/**
 * Texts → rows with keys and numbers.
 * @throws UserError for a table without rows or numbers, with two columns of one name, or that its meta file contradicts
 */
export function tableOf(path: string, given: Grid, meta: Meta, title: string): Table {
  if (given.rows.length === 0 || given.header.length === 0) throw errors.empty(path)
  const existing = meta.time && given.header.includes(meta.time.name)
  const grid = existing ? given : lengthen(given, meta.time?.name ?? null, meta.counted ?? meta.title ?? title)
  const header = named(path, grid.header)
  const symbols = new Set([...(meta.missing ?? USUAL_MISSING), ''])
  const isMissing = (text: string) => symbols.has(text.trim())
  const roles = columnRoles(path, { ...grid, header }, meta, isMissing)
  const columns = header.map(
    (name, index): Column => ({
      name,
      role: roles[index]!,
      unit: roles[index] === 'measure' ? meta.unit : null,
      counted: roles[index] === 'measure' ? meta.counted : null,
      sumOf: [],
    }),
  )
  const found: Doubt[] = [...grid.doubts]
  const { kept, dropped } = sortRagged(grid.rows, columns)
  const ragged = kept.filter((row) => row.ragged).map((row) => row.line)
  if (ragged.length || dropped.length) {
    found.push(doubts.ragged([...new Set(ragged)], [...new Set(dropped.map((row) => row.line))], given.header.length))
  }
  const readers = columns.map((column, index) =>
    column.role === 'measure' ? cellReader(column.name, index, kept, isMissing, found) : null,
  )
  const dashes = meta.missing
    ? []
    : kept.filter((row) => row.fields.some((field, index) => readers[index] && DASHES.includes(field.trim())))
  if (dashes.length) found.push(doubts.dash(dashes.map((row) => row.line)))
  const keyed = keyColumns(columns, kept)
  const rows = kept.map((row): Row => {
    const keys = Object.fromEntries(keyed.map((index) => [header[index]!, (row.fields[index] ?? '').trim()]))
    const time = columns.findIndex((column) => column.role === 'time')
    const cells: [string, Cell][] = columns.flatMap((column, index) =>
      readers[index] ? [[column.name, readers[index](row)]] : [],
    )
    return {
      key: Object.values(keys).join(' · '),
      keys,
      cells: Object.fromEntries(cells),
      period: time < 0 ? null : readPeriod(row.fields[time] ?? ''),
    }
  })
  makeUnique(rows, kept, found)
  findSums(columns, rows)
  return { columns, rows, doubts: found }
}

function named(path: string, header: string[]): string[] {
  const names = header.map((name, index) => name || `kolumn ${index + 1}`)
  names.forEach((name, index) => {
    const first = names.indexOf(name)
    if (first !== index) throw errors.repeatedColumn(path, name, first + 1, index + 1)
  })
  return names
}

/**
 * A ragged row is kept, without its numbers, when every key field is plainly in its own column; otherwise even what it is
 * about is unknown.
 */
function sortRagged(rows: GridRow[], columns: Column[]): { kept: GridRow[]; dropped: GridRow[] } {
  const firstMeasure = columns.findIndex((column) => column.role === 'measure')
  const lastKey = columns.findLastIndex((column) => column.role !== 'measure')
  const inPlace = (row: GridRow) =>
    !row.ragged ||
    (lastKey < firstMeasure &&
      row.fields.length > lastKey &&
      columns.slice(0, lastKey + 1).every((column, index) => {
        const field = row.fields[index]!
        if (column.role === 'time') return readPeriod(field) !== null
        return field.trim() !== '' && !looksNumeric(field)
      }))
  return { kept: rows.filter(inPlace), dropped: rows.filter((row) => !inPlace(row)) }
}

function cellReader(
  name: string,
  index: number,
  rows: GridRow[],
  isMissing: (text: string) => boolean,
  found: Doubt[],
): (row: GridRow) => Cell {
  const texts = rows.flatMap((row) => (row.ragged ? [] : [row.fields[index]!]))
  const { mark, unsettled } = decimalMark(texts)
  // Undecided "1,234": the decimal comma of Swedish; "1.234": the decimal point of programs.
  const used = mark ?? (unsettled?.includes(',') ? ',' : '.')
  if (unsettled && !mark) found.push(doubts.separator(name, unsettled, String(readNumber(unsettled, used))))
  const wrong = rows.filter(
    (row) => !row.ragged && !isMissing(row.fields[index]!) && readNumber(row.fields[index]!, used) === null,
  )
  if (wrong.length)
    found.push(
      doubts.notNumbers(
        name,
        wrong.map((row) => row.line),
      ),
    )
  return (row) => {
    if (row.ragged) return { raw: '', value: null }
    const raw = row.fields[index]!.trim()
    return { raw, value: isMissing(raw) ? null : readNumber(raw, used) }
  }
}

/** Indexes of the columns that say what a row is about; whole-number columns join from the left until rows differ. */
function keyColumns(columns: Column[], rows: GridRow[]): number[] {
  const keys = columns.flatMap((column, index) => (column.role === 'measure' ? [] : [index]))
  if (keys.length > 0) return keys
  return rows.length > 1 ? [0] : []
}

function makeUnique(rows: Row[], lines: GridRow[], found: Doubt[]): void {
  const seen = new Map<string, number>()
  const repeated: number[] = []
  rows.forEach((row, index) => {
    const key = row.key || `${lines[index]!.line}`
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    if (times > 1) repeated.push(lines[index]!.line)
    row.key = times > 1 ? `${key} (${times})` : key
  })
  if (repeated.length) found.push(doubts.repeatedKeys(repeated))
}
