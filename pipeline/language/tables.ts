import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#model'

/** Languages with rules of their own for figures, times and names. */
export type RuleLanguage = 'sv' | 'en'

/** Whether there are rules for this language (BCP 47 primary subtag). */
export function hasRules(language: string): language is RuleLanguage {
  return language === 'sv' || language === 'en'
}

export type Row = Record<string, string>

const tables = new Map<string, readonly Row[]>()

/**
 * A data table of a language, `pipeline/language/<language>/<name>.tsv`: one record per line, keyed by the header.
 * @throws Error when there is no such table: a table is part of the program, not input.
 */
export function languageTable(language: RuleLanguage, name: string): readonly Row[] {
  const path = join(packageRoot(), 'pipeline/language', language, `${name}.tsv`)
  const known = tables.get(path)
  if (known) return known
  const [header, ...lines] = readFileSync(path, 'utf8').normalize('NFC').trimEnd().split(/\r?\n/)
  const keys = header!.split('\t')
  const rows = lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']))
  })
  tables.set(path, rows)
  return rows
}
