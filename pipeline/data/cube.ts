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
  const rows: Row[] = []
  const count = size / (measureAt < 0 ? 1 : measures.length)
  for (let number = 0; number < count; number += 1) {
    const chosen = new Map<number, number>()
    let rest = number
    for (const index of keyed.toReversed()) {
      const { length } = cube.dimensions[index]!.values
      chosen.set(index, rest % length)
      rest = Math.floor(rest / length)
    }
    const base = keyed.reduce((sum, index) => sum + chosen.get(index)! * strides[index]!, 0)
    const keys = Object.fromEntries(
      keyed.map((index) => [cube.dimensions[index]!.name, cube.dimensions[index]!.values[chosen.get(index)!]!]),
    )
    const cells = measures.map(
      (name, index) => [name, cube.cells[base + (measureAt < 0 ? 0 : index * strides[measureAt]!)]!] as const,
    )
    rows.push({
      key: Object.values(keys).join(' · ') || '1',
      keys,
      cells: Object.fromEntries(cells),
      period: timeAt < 0 ? null : periodOf(cube.dimensions[timeAt]!, chosen.get(timeAt)!),
    })
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

const periodOf = (time: Dimension, index: number): string | null =>
  time.periods?.[index] ?? readPeriod(time.values[index]!)

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
