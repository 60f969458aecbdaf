import type { Column } from '#model'
import { errors } from './errors.js'
import type { Grid } from './grid.js'
import type { Meta } from './meta.js'
import { looksNumeric } from './numbers.js'
import { readPeriod } from './periods.js'
import { isNamed } from './words.js'

/** Share of a column's filled fields that must be numbers for it to be a measure. */
const NUMERIC = 0.8

/**
 * What each column is. The meta file decides; else names and contents: times by content, places by name, then text is a
 * dimension and numbers a measure. A year column must also be named as a time, or stand left of every text-free column.
 * @throws UserError when the meta file names a column that the table lacks, or when no column holds numbers
 */
export function columnRoles(
  path: string,
  grid: Grid,
  meta: Meta,
  isMissing: (text: string) => boolean,
): Column['role'][] {
  const place = meta.place && columnNamed(grid, meta.place.name)
  const time = meta.time && columnNamed(grid, meta.time.name)
  for (const [named, found] of [
    [meta.place, place],
    [meta.time, time],
  ] as const) {
    if (named && found === null) {
      const names = grid.header.join(', ')
      throw errors.meta(
        meta.path,
        named.line,
        `tabellen har ingen kolumn ”${named.name}”. Kolumnerna är: ${names}.`,
        `the table has no column "${named.name}". Its columns are: ${names}.`,
      )
    }
  }
  const roles = grid.header.map((name, index): Column['role'] => {
    if (place === index) return 'place'
    if (time === index) return 'time'
    const texts = grid.rows.flatMap((row) =>
      row.ragged || isMissing(row.fields[index]!) ? [] : [row.fields[index]!.trim()],
    )
    const numeric = texts.filter(looksNumeric).length
    if (!meta.time && texts.length > 0 && texts.every((text) => readPeriod(text) !== null)) {
      const yearsOnly = numeric === texts.length
      if (!yearsOnly || isNamed('time', name) || name === '') return 'time'
    }
    if (isNamed('code', name) && !isNamed('place', name)) return 'dimension'
    const coded = texts.some((text) => /^0\d/.test(text))
    if (numeric > 0 && !coded && numeric >= texts.length * NUMERIC) return 'measure'
    // A column of nothing but missing values was meant to hold numbers.
    if (texts.length === 0 && grid.rows.length > 0) return 'measure'
    return !meta.place && isNamed('place', name) ? 'place' : 'dimension'
  })
  if (!roles.includes('measure')) throw errors.noNumbers(path)
  return firstOnly(firstOnly(roles, 'place'), 'time')
}

/** The index of a column by its name: as written, else but for capitals when that leaves one. */
function columnNamed({ header }: Grid, name: string): number | null {
  const exact = header.indexOf(name)
  if (exact >= 0) return exact
  const alike = header.flatMap((one, index) => (one.trim().toLowerCase() === name.toLowerCase() ? [index] : []))
  return alike.length === 1 ? alike[0]! : null
}

/** A table has one place and one time; further columns of the kind are dimensions. */
function firstOnly(roles: Column['role'][], role: Column['role']): Column['role'][] {
  const first = roles.indexOf(role)
  return roles.map((one, index) => (one === role && index !== first ? 'dimension' : one))
}
