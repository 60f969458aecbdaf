import readWorkbook from 'read-excel-file/universal'
import { doubts } from './doubts.js'
import { errors } from './errors.js'
import { type Grid, gridOf } from './grid.js'
import { MAX_CELLS, MAX_COLUMNS } from './limits.js'
import { unpackedSize } from './zip-size.js'

/** Largest size that a workbook may unpack to, in bytes: a million cells take about 60 MB of XML. */
const MAX_UNPACKED = 200_000_000

/**
 * The first sheet of an Excel workbook that has rows. Numbers keep the digits of the file, dates become ISO days.
 * @throws UserError for a file that is no workbook, or one that unpacks too large
 */
export async function readXlsx(path: string, bytes: Uint8Array): Promise<Grid> {
  const size = unpackedSize(bytes)
  if (size === null) throw errors.badWorkbook(path)
  if (size > MAX_UNPACKED) throw errors.workbookBomb(path, MAX_UNPACKED / 1e6)
  let sheets: { sheet: string; data: unknown[][] }[]
  try {
    const copy = bytes.slice().buffer as ArrayBuffer
    sheets = (await readWorkbook(copy, { parseNumber: (text: string) => new PrintedNumber(text) })) as typeof sheets
  } catch (cause) {
    throw errors.badWorkbook(path, cause)
  }
  const filled = sheets.filter(({ data }) => data.length > 1)
  const [first] = filled
  if (!first) throw errors.empty(path)
  const cells = first.data.reduce((sum, row) => sum + row.length, 0)
  if (cells > MAX_CELLS || first.data.some((row) => row.length > MAX_COLUMNS)) throw errors.tooManyCells(path)
  const grid = gridOf(
    first.data.map((row, index) => ({ line: index + 1, fields: row.map(printed) })),
    doubts.note,
  )
  if (filled.length > 1) grid.doubts.push(doubts.otherSheets(filled.length - 1, first.sheet))
  return grid
}

/** A number as the file writes it: binary fractions such as 0.30000000000000004 are cut to 15 digits, as Excel shows them. */
class PrintedNumber {
  readonly text: string
  constructor(text: string) {
    this.text = String(Number(Number(text).toPrecision(15)))
  }
}

function printed(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof PrintedNumber) return value.text
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value)
}
