import { CsvError, parse } from 'csv-parse/sync'
import { doubts } from './doubts.js'
import { errors } from './errors.js'
import { type Grid, gridOf } from './grid.js'
import { MAX_CELLS, MAX_COLUMNS } from './limits.js'

const DELIMITERS = [';', '\t', ',', '|'] as const
/** Lines looked at to find the delimiter. */
const SNIFFED = 50

/** Comma-separated values, whatever separates them, with the column names found. Throws as `csvRows` does. */
export const readCsv = (path: string, text: string): Grid => gridOf(csvRows(path, text), doubts.note)

/**
 * The rows as they stand, each with its line.
 * @throws UserError for a stray quotation mark or too many cells
 */
export function csvRows(path: string, text: string): { line: number; fields: string[] }[] {
  // Excel's own first line, "sep=;", names the delimiter.
  const named = /^sep=([;,|\t])\r?\n/i.exec(text)
  const offset = named ? 1 : 0
  let cells = 0
  const count = (fields: string[]) => {
    cells += fields.length
    if (cells > MAX_CELLS || fields.length > MAX_COLUMNS) throw errors.tooManyCells(path)
    return fields
  }
  try {
    const rows: { line: number; fields: string[] }[] = []
    parse(named ? text.slice(named[0].length) : text, {
      delimiter: named?.[1] ?? sniffDelimiter(text),
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (fields: string[], { lines }) => {
        rows.push({ line: lines + offset, fields: count(fields) })
        return null
      },
    })
    return rows
  } catch (error) {
    if (error instanceof CsvError) throw errors.badQuote(path, Number(error.lines ?? 1) + offset)
    throw error
  }
}

/** The delimiter that parts most lines into the same number of fields, quotation marks respected. */
export function sniffDelimiter(text: string): string {
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SNIFFED)
  let best: { delimiter: string; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = countOutside(line, delimiter)
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    const score = Math.max(0, ...counts.values())
    // On a tie the earlier wins: a decimal comma parts a semicolon table's lines just as evenly.
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function countOutside(line: string, delimiter: string): number {
  let quoted = false
  let count = 0
  for (const letter of line) {
    if (letter === '"') quoted = !quoted
    else if (letter === delimiter && !quoted) count += 1
  }
  return count
}
