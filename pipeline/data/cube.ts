import type { Cell, Column, Dataset, Row } from '#model'
import { type Doubt, doubts } from './doubts.js'
import { errors } from './errors.js'
import { MAX_CELLS } from './limits.js'
import { readPeriod } from './periods.js'
import { findSums } from './sums.js'
import { isNamed } from './words.js'

/** One axis of a cube, with its values as printed. */
export interface Dimension {
  name: string
  values: string[]
  role: 'place' | 'time' | 'measure' | 'dimension' | null
  /** ISO periods of the values, when the file gives them. */
  periods: (string | null)[] | null
  /** Per value of a measure axis. */
  units: (string | null)[]
}

/** A table as axes and a run of cells, the last axis changing fastest. */
export interface Cube {
  title: string
  source: string | null
  /** What the numbers are, when no axis says so. */
  contents: string
  unit: string | null
  dimensions: Dimension[]
  cells: Cell[]
  doubts: Doubt[]
}

/** The size of a cube; the product of its axes. */
export const sizeOf = (dimensions: readonly Dimension[]): number =>
  dimensions.reduce((size, { values }) => size * values.length, 1)

/**
 * Cube → rows and columns: the measure axis becomes columns, all others become keys.
 * @throws UserError for too many cells
 */
export function datasetOf(path: string, cube: Cube): Omit<Dataset, 'id' | 'path' | 'sha256'> {
  const size = sizeOf(cube.dimensions)
  if (size > MAX_CELLS) throw errors.tooManyCells(path)
  const roles = rolesOf(cube.dimensions)
  const measureAt = roles.indexOf('measure')
  const measures = measureAt < 0 ? [cube.contents] : cube.dimensions[measureAt]!.values
  const units = measureAt < 0 ? [cube.unit] : cube.dimensions[measureAt]!.units
  const strides = cube.dimensions.map((_, index) => sizeOf(cube.dimensions.slice(index + 1)))
  const keyed = cube.dimensions.flatMap((_, index) => (index === measureAt ? [] : [index]))
  const timeAt = roles.indexOf('time')
  const periods = timeAt < 0 ? [] : periodsOf(cube.dimensions[timeAt]!)
  const names = keyed.map((index) => cube.dimensions[index]!.name)
  const measureStride = measureAt < 0 ? 0 : strides[measureAt]!
  const rows: Row[] = []
  const count = size / (measureAt < 0 ? 1 : measures.length)
  const chosen = keyed.map(() => 0)
  for (let number = 0; number < count; number += 1) {
    let rest = number
    let base = 0
    let period: string | null = null
    for (let axis = keyed.length - 1; axis >= 0; axis -= 1) {
      const index = keyed[axis]!
      const { length } = cube.dimensions[index]!.values
      const at = rest % length
      rest = Math.floor(rest / length)
      base += at * strides[index]!
      chosen[axis] = at
      if (index === timeAt) period = periods[at] ?? null
    }
    const printed = keyed.map((index, axis) => cube.dimensions[index]!.values[chosen[axis]!]!)
    const keys: Row['keys'] = {}
    const cells: Row['cells'] = {}
    names.forEach((name, axis) => {
      keys[name] = printed[axis]!
    })
    measures.forEach((name, index) => {
      cells[name] = cube.cells[base + index * measureStride]!
    })
    rows.push({ key: printed.join(' · ') || '1', keys, cells, period })
  }
  const found = [...cube.doubts, ...repeatedValues(cube.dimensions, rows)]
  const columns: Column[] = [
    ...keyed.map(
      (index): Column => ({
        name: cube.dimensions[index]!.name,
        role: roles[index]!,
        unit: null,
        counted: null,
        sumOf: [],
      }),
    ),
    ...measures.map(
      (name, index): Column => ({ name, role: 'measure', unit: units[index] ?? cube.unit, counted: null, sumOf: [] }),
    ),
  ]
  findSums(columns, rows)
  const { title, source, unit } = cube
  return { title, source, retrieved: null, status: null, unit, counted: null, columns, rows, doubts: found }
}

function rolesOf(dimensions: readonly Dimension[]): Column['role'][] {
  const taken = new Set<Column['role']>(dimensions.flatMap(({ role }) => (role ? [role] : [])))
  return dimensions.map((dimension): Column['role'] => {
    if (dimension.role) return dimension.role
    const free = (role: Column['role']) => !taken.has(role) && Boolean(taken.add(role))
    if (dimension.values.every((value) => readPeriod(value)) && isNamed('time', dimension.name) && free('time'))
      return 'time'
    if (isNamed('place', dimension.name) && free('place')) return 'place'
    return 'dimension'
  })
}

const periodsOf = (time: Dimension): (string | null)[] =>
  time.values.map((value, index) => time.periods?.[index] ?? readPeriod(value))

/** Two values of an axis with one text would give two rows one key. */
function repeatedValues(dimensions: readonly Dimension[], rows: Row[]): Doubt[] {
  if (dimensions.every(({ values }) => new Set(values).size === values.length)) return []
  const seen = new Map<string, number>()
  const repeated: number[] = []
  rows.forEach((row, index) => {
    const times = (seen.get(row.key) ?? 0) + 1
    seen.set(row.key, times)
    if (times === 1) return
    row.key = `${row.key} (${times})`
    repeated.push(index + 1)
  })
  return repeated.length ? [doubts.repeatedKeys(repeated)] : []
}
