import type { Cell, Dataset } from '#model'
import { type Cube, type Dimension, datasetOf, sizeOf } from './cube.js'
import { decodeTable } from './decode.js'
import { type Doubt, doubts } from './doubts.js'
import { errors } from './errors.js'
import { MAX_CELLS, MAX_NESTING } from './limits.js'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

/**
 * JSON-stat 1.x and 2.0 (json-stat.org/format): one dataset, or the first of a bundle or collection.
 * @throws UserError when it is no JSON, no JSON-stat, or its sizes disagree
 */
export function readJsonStat(path: string, bytes: Uint8Array): Omit<Dataset, 'id' | 'path' | 'sha256'> {
  const { text, doubts: found } = decodeTable(path, bytes, 'utf-8')
  if (nesting(text) > MAX_NESTING) throw errors.nested(path)
  let root: Json
  try {
    root = JSON.parse(text) as Json
  } catch {
    throw errors.json(
      path,
      'filen är inte giltig JSON. Hämta den på nytt.',
      'the file is not valid JSON. Fetch it again.',
    )
  }
  const dataset = firstDataset(root, found)
  if (!dataset)
    throw errors.json(
      path,
      'filen är JSON men inte JSON-stat. Hämta tabellen som JSON-stat eller CSV.',
      'the file is JSON but not JSON-stat. Fetch the table as JSON-stat or CSV.',
    )
  return datasetOf(path, cubeOf(path, dataset, found))
}

/** Deepest nesting, counted without parsing: JSON.parse has no limit of its own. */
function nesting(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index]
    if (quoted) {
      if (letter === '\\') index += 1
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{' || letter === '[') {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (letter === '}' || letter === ']') depth -= 1
  }
  return deepest
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])
const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && value.trim() ? value.trim() : null

function firstDataset(root: Json, found: Doubt[]): JsonObject | null {
  if (!isObject(root)) return null
  if (isDataset(root)) return root
  // Version 1: { "name": { dimension, value } }. Version 2: a collection's items.
  const items = isObject(root.link) ? list(root.link.item) : []
  const candidates = [...Object.values(root), ...items].filter(
    (one): one is JsonObject => isObject(one) && isDataset(one),
  )
  if (candidates.length > 1) found.push(doubts.otherDatasets(candidates.length - 1))
  return candidates[0] ?? null
}

const isDataset = (value: JsonObject) => isObject(value.dimension) && typeof value.value === 'object'

function cubeOf(path: string, dataset: JsonObject, found: Doubt[]): Cube {
  const dimension = dataset.dimension as JsonObject
  // Version 1 keeps id, size and role inside "dimension".
  const ids = list(dataset.id ?? dimension.id).map(String)
  const sizes = list(dataset.size ?? dimension.size).map(Number)
  const role = dataset.role ?? dimension.role
  const roleOf = (id: string): Dimension['role'] => {
    const named = (name: string) => isObject(role) && list(role[name]).includes(id)
    return named('time') ? 'time' : named('geo') ? 'place' : named('metric') ? 'measure' : null
  }
  if (ids.length === 0 || ids.length !== sizes.length)
    throw errors.json(
      path,
      '”id” och ”size” saknas eller är olika långa.',
      '"id" and "size" are missing or of different length.',
    )
  const dimensions = ids.map((id, index) => dimensionOf(path, id, sizes[index]!, dimension[id], roleOf(id)))
  const size = sizeOf(dimensions)
  if (size > MAX_CELLS) throw errors.tooManyCells(path)
  for (const note of list(dataset.note)) if (typeof note === 'string') found.push(doubts.note(note))
  return {
    title: textOf(dataset.label) ?? path,
    source: textOf(dataset.source),
    contents: textOf(dataset.label) ?? 'value',
    unit: null,
    dimensions,
    cells: cellsOf(path, dataset, size),
    doubts: found,
  }
}

function dimensionOf(
  path: string,
  id: string,
  size: number,
  given: Json | undefined,
  role: Dimension['role'],
): Dimension {
  const category = isObject(given) ? given.category : undefined
  if (!isObject(given) || !isObject(category))
    throw errors.json(path, `dimensionen ”${id}” saknar kategorier.`, `the dimension "${id}" has no categories.`)
  const index = category.index
  const labels = isObject(category.label) ? category.label : {}
  const codes = Array.isArray(index)
    ? index.map(String)
    : isObject(index)
      ? Object.keys(index).sort((a, b) => Number(index[a]) - Number(index[b]))
      : Object.keys(labels)
  if (codes.length !== size)
    throw errors.json(
      path,
      `dimensionen ”${id}” har ${codes.length} kategorier, men ska ha ${size}.`,
      `the dimension "${id}" has ${codes.length} categories, but should have ${size}.`,
    )
  const units = isObject(category.unit) ? category.unit : {}
  return {
    name: textOf(given.label) ?? id,
    values: codes.map((code) => textOf(labels[code]) ?? code),
    role,
    periods: null,
    units: codes.map((code) => {
      const unit = units[code]
      return isObject(unit) ? (textOf(unit.base) ?? textOf(unit.label)) : null
    }),
  }
}

function cellsOf(path: string, dataset: JsonObject, size: number): Cell[] {
  const { value, status } = dataset as { value: Json; status?: Json }
  const at = (source: Json | undefined, index: number): Json | undefined =>
    Array.isArray(source) ? source[index] : isObject(source) ? source[String(index)] : undefined
  if (Array.isArray(value) && value.length !== size) {
    throw errors.json(
      path,
      `”value” har ${value.length} tal, men dimensionerna ger ${size}.`,
      `"value" has ${value.length} numbers, but the dimensions make ${size}.`,
    )
  }
  return Array.from({ length: size }, (_, index): Cell => {
    const one = at(value, index)
    const raw = typeof one === 'number' ? String(one) : (textOf(one) ?? textOf(at(status, index)) ?? '')
    return { raw, value: typeof one === 'number' ? one : null }
  })
}
