import type { Comparison, Dataset, FindingDraft, Severity, Standing } from '#model'
import type { Frozen, InputsFor } from '../define-check.js'
import { clock, type Evidence, sourceName } from './heard.js'

type FrozenComparison = Frozen<Comparison>

/** At or above: surely about the same thing. Below the lower one: a guess, folded away as information. */
export const SURE_MATCH = 0.8
export const LIKELY_MATCH = 0.5

/** How loud a disagreement may be said, by how sure it is that both sides are about the same thing. */
export function loudness(match: number): { standing: Standing; severity: Severity } {
  if (match >= SURE_MATCH) return { standing: 'contradicted', severity: 'error' }
  return { standing: 'cannot-tell', severity: match >= LIKELY_MATCH ? 'warning' : 'info' }
}

/** Lowers an error to a warning. */
export const atMostWarning = (severity: Severity): Severity => (severity === 'error' ? 'warning' : severity)

/** Comparisons per claim, surest first, claims in the order they come. */
export function byClaim(comparisons: readonly FrozenComparison[]): Map<string, FrozenComparison[]> {
  const claims = new Map<string, FrozenComparison[]>()
  for (const comparison of comparisons) {
    const list = claims.get(comparison.claim)
    if (list) list.push(comparison)
    else claims.set(comparison.claim, [comparison])
  }
  for (const list of claims.values()) list.sort((a, b) => b.match - a.match)
  return claims
}

const TYPES = { audio: 'audio', cell: 'cell', article: 'mention' } as const

/** The place compared with, then the other places that matter, each once. */
export function evidenceOf(comparisons: readonly FrozenComparison[]): Evidence[] {
  const seen = new Map<string, Evidence>()
  for (const comparison of comparisons) {
    const own = comparison.place ? [{ place: comparison.place, text: comparison.value ?? '' }] : []
    for (const { place, text } of [...own, ...comparison.evidence]) {
      const key = JSON.stringify(place)
      if (!seen.has(key))
        seen.set(key, { type: TYPES[place.kind], place, text: text || ('raw' in place ? place.raw : '') })
    }
  }
  return [...seen.values()]
}

/** The table a comparison rests on: its path, and its status when that lowers what its figures can prove. */
export function tableOf(datasets: readonly Frozen<Dataset>[], comparison: FrozenComparison) {
  const cell = [comparison.place, ...comparison.evidence.map((e) => e.place)].find((place) => place?.kind === 'cell')
  if (!cell) return null
  const dataset = datasets.find((d) => d.id === cell.dataset)
  const status = cell.status ?? dataset?.status ?? 'final'
  return {
    cell,
    file: (dataset?.path ?? cell.dataset).split(/[\\/]/).at(-1)!,
    status: status === 'illustrative' || status === 'preliminary' ? status : ('final' as const),
  }
}

/** What a ruling on a figure hangs on: the table's file, row and column; the other mention; or the sound's file name. */
export function evidenceKey(
  inputs: InputsFor<'article' | 'transcripts' | 'datasets'>,
  comparison: FrozenComparison,
): string {
  const table = tableOf(inputs.datasets, comparison)
  if (table) return [table.file, table.cell.rowKey, table.cell.column].join('\u001f')
  if (comparison.place?.kind === 'audio') return sourceName(inputs, comparison.place.recording)
  return comparison.value ?? ''
}

/** A wording to choose, and where it comes from: seconds, a cell or nothing more. The same in every language. */
export function suggestionsOf(comparisons: readonly FrozenComparison[]): FindingDraft['suggestions'] {
  const chosen = new Map<string, string>()
  for (const { place, value } of comparisons) {
    if (value === null || chosen.has(value)) continue
    if (place?.kind === 'audio') chosen.set(value, clock(place.startSeconds))
    else if (place?.kind === 'cell') chosen.set(value, `${place.rowKey}, ${place.column}`)
    else if (place?.kind === 'article') chosen.set(value, place.excerpt)
  }
  return [...chosen].map(([text, reason]) => ({ text, reason }))
}
