import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Dataset } from '#model'
import { readCsv } from './csv.js'
import { decodeTable } from './decode.js'
import { errors } from './errors.js'
import { readJsonStat } from './json-stat.js'
import { MAX_BYTES } from './limits.js'
import { type Meta, readMeta } from './meta.js'
import { readPx } from './px.js'
import { tableOf } from './table.js'

export { readNamesList } from './names-list.js'

/** A table file, with the text of its meta file if there is one. */
export interface TableFile {
  path: string
  bytes: Uint8Array
  meta: { path: string; text: string } | null
}

type Read = Omit<Dataset, 'id' | 'path' | 'sha256'>

/**
 * Reads a table: `.csv`, `.tsv`, `.txt`, `.xlsx`, `.px` (PC-Axis) or `.json` (JSON-stat). What is odd but readable becomes a doubt.
 * @param id `d1` … in the order of the files' names
 * @throws UserError naming file, row and column
 */
export async function readDataset(file: TableFile, id: string): Promise<Dataset> {
  if (file.bytes.length > MAX_BYTES) throw errors.tooLarge(file.path)
  const meta = readMeta(file.meta)
  const read = withMeta(await readBy(file, meta), meta)
  return { id, path: file.path, sha256: createHash('sha256').update(file.bytes).digest('hex'), ...read }
}

async function readBy({ path, bytes }: TableFile, meta: Meta): Promise<Read> {
  const name = basename(path)
  const title = name.replace(/\.[^.]*$/, '')
  switch (/\.([^.]*)$/.exec(name)?.[1]?.toLowerCase()) {
    case 'csv':
    case 'tsv':
    case 'txt': {
      const decoded = decodeTable(path, bytes)
      const grid = readCsv(path, decoded.text)
      grid.doubts.push(...decoded.doubts)
      return plain(grid.title ?? title, tableOf(path, grid, meta, grid.title ?? title))
    }
    case 'xlsx': {
      const { readXlsx } = await import('./xlsx.js')
      const grid = await readXlsx(path, bytes)
      return plain(grid.title ?? title, tableOf(path, grid, meta, grid.title ?? title))
    }
    case 'px':
      return readPx(path, bytes)
    case 'json':
      return readJsonStat(path, bytes)
    default:
      throw errors.unknownFormat(path)
  }
}

const plain = (title: string, table: Pick<Dataset, 'columns' | 'rows' | 'doubts'>): Read => ({
  title,
  source: null,
  retrieved: null,
  status: null,
  unit: null,
  counted: null,
  ...table,
})

/** The meta file has the last word on what it mentions. */
const withMeta = (read: Read, meta: Meta): Read => ({
  ...read,
  title: meta.title ?? read.title,
  source: meta.source ?? read.source,
  retrieved: meta.retrieved ?? read.retrieved,
  status: meta.status ?? read.status,
  unit: meta.unit ?? read.unit,
  counted: meta.counted ?? read.counted,
})
