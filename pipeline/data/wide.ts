import { doubts } from './doubts.js'
import type { Grid } from './grid.js'
import { readPeriod } from './periods.js'

/** Fewest columns named by a time that make a table wide. */
const LEAST = 2

/**
 * Turns a wide table long: columns named by times ("2013", "2014" or "Sexköp 2013", "Sexköp 2014") become rows with a
 * time column.
 * @param timeName what the new column is called when the meta file says so
 * @param valueName what the numbers are called when the columns' names hold nothing but the time
 */
export function lengthen(grid: Grid, timeName: string | null, valueName: string): Grid {
  const columns = grid.header.map(timeInName)
  const timed = columns.filter((column) => column !== null)
  const periods = [...new Set(timed.map((column) => column.period))]
  const measures = [...new Set(timed.map((column) => column.rest || valueName))]
  if (periods.length < LEAST || measures.length * periods.length !== timed.length) return grid
  const kept = grid.header.flatMap((name, index) => (columns[index] ? [] : [{ name, index }]))
  const allYears = periods.every((period) => /^\d{4}$/.test(period))
  const time = timeName ?? (allYears ? 'år' : 'period')
  const at = new Map(
    columns.flatMap((column, index) =>
      column ? [[`${column.period}\t${column.rest || valueName}`, index] as const] : [],
    ),
  )
  const printed = new Map(timed.map((column) => [column.period, column.printed]))
  return {
    ...grid,
    header: [...kept.map(({ name }) => name), time, ...measures],
    rows: grid.rows.flatMap((row) =>
      periods.map((period) => ({
        line: row.line,
        ragged: row.ragged,
        fields: row.ragged
          ? [...kept.map(({ index }) => row.fields[index] ?? ''), printed.get(period)!]
          : [
              ...kept.map(({ index }) => row.fields[index] ?? ''),
              printed.get(period)!,
              ...measures.map((measure) => row.fields[at.get(`${period}\t${measure}`)!] ?? ''),
            ],
      })),
    ),
    doubts: [...grid.doubts, doubts.widened(timed.length)],
  }
}

/** The period in a column's name, and what else the name says. */
function timeInName(name: string): { period: string; printed: string; rest: string } | null {
  const whole = readPeriod(name)
  if (whole) return { period: whole, printed: name, rest: '' }
  const words = name.trim().split(/\s+/)
  if (words.length < 2) return null
  const tail = readPeriod(words.at(-1)!)
  if (tail)
    return {
      period: tail,
      printed: words.at(-1)!,
      rest: words
        .slice(0, -1)
        .join(' ')
        .replace(/[,:;–-]+$/, '')
        .trim(),
    }
  const head = readPeriod(words[0]!)
  return head ? { period: head, printed: words[0]!, rest: words.slice(1).join(' ') } : null
}
