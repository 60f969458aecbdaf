import type { CellPlace } from './place.js'

/** A column: a dimension (region, year, sex …) or a measure (numbers). */
export interface Column {
  name: string
  role: 'place' | 'time' | 'dimension' | 'measure'
  unit: string | null
  /** What the measure counts: "anmälningar". */
  counted: string | null
  /** The column is the sum of these measure columns, found by arithmetic on every row. */
  sumOf: string[]
}

/** `value` is an exact decimal as a JSON number; null for missing (`..`, empty, suppressed), whose text stays in `raw`. */
export interface Cell {
  raw: string
  value: number | null
}

export interface Row {
  /** Values of the key columns joined by " · ": "Värmland · 2013". Unique in the dataset. */
  key: string
  /** Key column → printed text. */
  keys: Record<string, string>
  /** Measure column → cell. */
  cells: Record<string, Cell>
  /** ISO period of the row when it has a time column: "2013", "2013-05", "2013-K2". */
  period: string | null
}

export interface Dataset {
  /** `d1` … in the order of the files' names. */
  id: string
  path: string
  sha256: string
  title: string
  source: string | null
  retrieved: string | null
  status: 'final' | 'preliminary' | 'illustrative' | null
  unit: string | null
  counted: string | null
  columns: Column[]
  rows: Row[]
  /** Things a reader should know: ragged rows, guessed encoding, missing markers, footnotes. Text in Swedish and English. */
  doubts: { id: string; sv: string; en: string }[]
}

/** The place of one cell. */
export function cellPlace(dataset: Dataset, row: Row, column: Column): CellPlace {
  const cell = row.cells[column.name]
  return {
    kind: 'cell',
    dataset: dataset.id,
    rowKey: row.key,
    column: column.name,
    raw: cell?.raw ?? '',
    value: cell?.value ?? null,
    unit: column.unit ?? dataset.unit,
    period: row.period,
    ...(dataset.status ? { status: dataset.status } : {}),
  }
}
