import type { Doubt } from './doubts.js'

/** A table as printed: texts only, before anything is understood. */
export interface Grid {
  /** A line above the column names, or a sheet's name. */
  title: string | null
  header: string[]
  rows: GridRow[]
  doubts: Doubt[]
}

export interface GridRow {
  /** Row or line in the file, from 1. */
  line: number
  fields: string[]
  /** The row has another number of fields than the header: which number belongs to which column is not known. */
  ragged: boolean
}

/**
 * Finds the column names in raw rows: titles above them, notes below and empty rows are parted off.
 * @param rows each with its line in the file
 */
export function gridOf(rows: { line: number; fields: string[] }[], note: (text: string) => Doubt): Grid {
  const filled = rows.filter((row) => row.fields.some((field) => field.trim() !== ''))
  const widths = new Map<number, number>()
  for (const { fields } of filled) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1)
  const width = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
  const alone = (row: { fields: string[] }) => row.fields.filter((field) => field.trim() !== '').length === 1
  let first = 0
  while (width > 1 && first < filled.length - 1 && alone(filled[first]!)) first += 1
  let end = filled.length
  while (width > 1 && end > first + 2 && alone(filled[end - 1]!)) end -= 1
  const textOf = (row: { fields: string[] }) => row.fields.find((field) => field.trim() !== '')!.trim()
  const header = trimEnd(filled[first]?.fields ?? []).map((name) => name.trim())
  return {
    title: first > 0 ? textOf(filled[0]!) : null,
    header,
    rows: filled.slice(first + 1, end).map(({ line, fields }) => {
      const kept =
        fields.length > header.length
          ? [...fields.slice(0, header.length), ...trimEnd(fields.slice(header.length))]
          : fields
      return { line, fields: kept, ragged: kept.length !== header.length }
    }),
    doubts: [...filled.slice(1, first), ...filled.slice(end)].map((row) => note(textOf(row))),
  }
}

function trimEnd(fields: string[]): string[] {
  let end = fields.length
  while (end > 0 && fields[end - 1]!.trim() === '') end -= 1
  return fields.slice(0, end)
}
