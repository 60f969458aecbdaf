import { isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { Dataset } from '#model'
import { errors } from './errors.js'
import { MAX_META } from './limits.js'

/** What `<name>.meta.yaml` says of a table. */
export interface Meta {
  title: string | null
  unit: string | null
  counted: string | null
  /** Column names, with the line they stand on. */
  place: { name: string; line: number } | null
  time: { name: string; line: number } | null
  source: string | null
  retrieved: string | null
  status: Dataset['status']
  /** Null: the usual symbols. */
  missing: string[] | null
  path: string
}

export const noMeta: Meta = {
  title: null,
  unit: null,
  counted: null,
  place: null,
  time: null,
  source: null,
  retrieved: null,
  status: null,
  missing: null,
  path: '',
}
const STATUSES = ['final', 'preliminary', 'illustrative'] as const

/**
 * Reads a meta file. Unknown keys are left alone.
 * @throws UserError with the line of what is wrong
 */
export function readMeta(file: { path: string; text: string } | null): Meta {
  if (!file) return noMeta
  const { path } = file
  if (file.text.length > MAX_META) throw errors.metaTooLarge(path)
  const lines = new LineCounter()
  const document = parseDocument(file.text.replace(/^\uFEFF/, ''), { lineCounter: lines, logLevel: 'silent' })
  const [problem] = document.errors
  if (problem) {
    const line = problem.linePos?.[0].line ?? 1
    const why = problem.message.split(/ at line \d/)[0]!
    throw errors.meta(path, line, `filen är inte giltig YAML: ${why}`, `the file is not valid YAML: ${why}`)
  }
  const { contents } = document
  if (contents === null) return { ...noMeta, path }
  if (!('items' in contents) || isSeq(contents)) {
    throw errors.meta(path, 1, 'filen ska ha rader som ”title: …”.', 'the file should have lines such as "title: …".')
  }
  const map = contents as YAMLMap
  const lineOf = (pair: Pair | undefined) => {
    const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range
    return range ? lines.linePos(range[0]).line : 1
  }
  const pairOf = (key: string) => map.items.find((item) => isScalar(item.key) && item.key.value === key)
  const textOf = (key: string): string | null => {
    const pair = pairOf(key)
    if (!pair || pair.value === null) return null
    const node = pair.value
    if (!isScalar(node) || typeof node.value === 'object') {
      if (isScalar(node) && node.value === null) return null
      throw errors.meta(path, lineOf(pair), `”${key}” ska vara en text.`, `"${key}" should be a text.`)
    }
    return (node.source ?? String(node.value)).trim() || null
  }
  const columnOf = (key: string) => {
    const name = textOf(key)
    return name === null ? null : { name, line: lineOf(pairOf(key)) }
  }
  const status = textOf('status')
  if (status !== null && !(STATUSES as readonly string[]).includes(status)) {
    const choices = STATUSES.join(', ')
    throw errors.meta(
      path,
      lineOf(pairOf('status')),
      `”status” ska vara något av ${choices}; nu står det ”${status}”.`,
      `"status" should be one of ${choices}; it is "${status}".`,
    )
  }
  return {
    title: textOf('title'),
    unit: textOf('unit'),
    counted: textOf('counted'),
    place: columnOf('place'),
    time: columnOf('time'),
    source: textOf('source'),
    retrieved: textOf('retrieved'),
    status: status as Dataset['status'],
    missing: missingOf(path, pairOf('missing'), lineOf(pairOf('missing'))),
    path,
  }
}

function missingOf(path: string, pair: Pair | undefined, line: number): string[] | null {
  if (!pair || pair.value === null) return null
  const nodes = isSeq(pair.value) ? pair.value.items : [pair.value]
  return nodes.map((node) => {
    if (isScalar(node) && node.value === null) return ''
    if (isScalar(node) && typeof node.value !== 'object') return node.source ?? String(node.value)
    throw errors.meta(
      path,
      line,
      '”missing” ska vara en lista med tecken, som [".."].',
      '"missing" should be a list of symbols, such as [".."].',
    )
  })
}
