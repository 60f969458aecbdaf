import type { NamesListEntry } from '#model'
import { csvRows } from './csv.js'
import { decodeTable } from './decode.js'
import { errors } from './errors.js'
import { MAX_BYTES } from './limits.js'

/** What the columns may be called; the first that the file has is taken. */
const COLUMNS = {
  name: ['name', 'namn'],
  role: ['role', 'roll', 'titel', 'title'],
  source: ['source', 'källa'],
  checkedOn: ['checked on', 'checked_on', 'checked', 'kontrollerad', 'kontrollerat'],
} as const

/**
 * The newsroom's own list of names: a CSV with the column name and, optionally, role, source and checked on.
 * @throws UserError when the file is no table or has no column of names
 */
export function readNamesList(file: { path: string; bytes: Uint8Array }): NamesListEntry[] {
  if (file.bytes.length > MAX_BYTES) throw errors.tooLarge(file.path)
  const [header, ...rows] = csvRows(file.path, decodeTable(file.path, file.bytes).text)
  const names = header?.fields.map((field) => field.trim().toLowerCase()) ?? []
  const at = (known: readonly string[]) => names.findIndex((name) => known.includes(name))
  const columns = {
    name: at(COLUMNS.name),
    role: at(COLUMNS.role),
    source: at(COLUMNS.source),
    checkedOn: at(COLUMNS.checkedOn),
  }
  if (columns.name < 0) {
    throw errors.namesList(
      file.path,
      1,
      'listan har ingen kolumn ”name” (eller ”namn”).',
      'the list has no column "name" (or "namn").',
    )
  }
  return rows.flatMap(({ fields, line }) => {
    if (fields.length > names.length) {
      throw errors.namesList(
        file.path,
        line,
        `raden har ${fields.length} fält, men listan har ${names.length} kolumner. Sätt citattecken om text med avgränsare i.`,
        `the row has ${fields.length} fields, but the list has ${names.length} columns. Put quotation marks around text that holds the delimiter.`,
      )
    }
    const field = (index: number) => (index < 0 ? null : fields[index]?.trim().normalize('NFC') || null)
    const name = field(columns.name)
    return name
      ? [{ name, role: field(columns.role), source: field(columns.source), checkedOn: field(columns.checkedOn) }]
      : []
  })
}
