import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#model'

let table: Map<string, Set<string>> | undefined

/** Kind → words, from words.tsv: what table columns are called, and the months. */
function words(): Map<string, Set<string>> {
  if (table) return table
  table = new Map()
  const lines = readFileSync(join(packageRoot(), 'pipeline/data/words.tsv'), 'utf8').trim().split(/\r?\n/)
  for (const line of lines.slice(1)) {
    const [kind, word] = line.split('\t') as [string, string]
    table.set(kind, (table.get(kind) ?? new Set()).add(word))
  }
  return table
}

/** Is one of the words of a column's name a place, time or code word: "Region (län)", "år"? */
export function isNamed(kind: 'place' | 'time' | 'code', name: string): boolean {
  const known = words().get(kind) ?? new Set()
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => known.has(word))
}

/** 1–12, or null. */
export function monthNumber(word: string): number | null {
  const lower = word.toLowerCase().replace(/\.$/, '')
  for (let month = 1; month <= 12; month += 1) if (words().get(`month-${month}`)?.has(lower)) return month
  return null
}
