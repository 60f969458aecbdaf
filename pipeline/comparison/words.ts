import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#model'

/** The word classes of words.tsv. */
export type WordKind =
  | 'place-kind'
  | 'whole-country'
  | 'municipal'
  | 'regional'
  | 'total'
  | 'superlative'
  | 'again'
  | 'pointing-back'
  | 'partial'
  | 'and'
  | 'of'
  | 'count-unit'
  | 'percent'
  | 'percentage-point'
  | 'from'
  | 'it'
  | 'any-noun'
  | 'table-word'
  | 'past'
  | 'plan'
  | 'ending'

const rows = (name: string): string[][] =>
  readFileSync(join(packageRoot(), 'pipeline/comparison', name), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split('\t'))

let classes: Map<string, Set<string>> | undefined
let units: Map<string, { base: string; factor: number }> | undefined

/** The words of a class, lower case. */
export function wordsOf(kind: WordKind | `weekday-${number}`): ReadonlySet<string> {
  if (!classes) {
    classes = new Map()
    for (const [name, word] of rows('words.tsv')) classes.set(name!, (classes.get(name!) ?? new Set()).add(word!))
  }
  return classes.get(kind) ?? new Set()
}

export const isOf = (kind: WordKind, word: string): boolean => wordsOf(kind).has(word.toLowerCase())

/** 1 (Monday) – 7, or null. */
export function weekday(word: string): number | null {
  const lower = word.toLowerCase()
  for (let day = 1; day <= 7; day += 1) if (wordsOf(`weekday-${day}`).has(lower)) return day
  return null
}

/** A unit as its base and how many of the base it is: "mnkr" → kronor, 1,000,000. Null when the unit is not known. */
export function unitOf(text: string): { base: string; factor: number } | null {
  units ??= new Map(rows('units.tsv').map(([unit, base, factor]) => [unit!, { base: base!, factor: Number(factor) }]))
  return units.get(text.trim().toLowerCase()) ?? null
}
