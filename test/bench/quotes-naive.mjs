import { isHonest, plain } from './quotes-data.mjs'
import { bearing, share, table } from './quotes-tables.mjs'
import { aligned } from './quotes-text.mjs'

/** Word diff: print against the best-fitting stretch of the transcript; any word that differs is an alarm. */
const wordDiff = (printed, heard) =>
  aligned(plain(printed), plain(heard), true).some(([i, j]) => i < 0 || j < 0 || plain(printed)[i] !== plain(heard)[j])

/**
 * Partial ratio, 0–100: 1 − indels / (letters of both), for the stretch of `heard` with fewest indels (Sellers' free ends,
 * a substitution counting two), as the fuzzy-search libraries have it but exact.
 */
export function partialRatio(printed, heard) {
  const query = plain(printed).join(' ')
  const text = plain(heard).join(' ')
  let previous = new Int32Array(text.length + 1)
  let current = new Int32Array(text.length + 1)
  let from = Int32Array.from({ length: text.length + 1 }, (_, j) => j)
  let nextFrom = new Int32Array(text.length + 1)
  for (let i = 1; i <= query.length; i++) {
    current[0] = i
    nextFrom[0] = 0
    for (let j = 1; j <= text.length; j++) {
      const equal = query.charCodeAt(i - 1) === text.charCodeAt(j - 1)
      const left = current[j - 1] + 1
      const up = previous[j] + 1
      if (equal && previous[j - 1] <= Math.min(left, up)) [current[j], nextFrom[j]] = [previous[j - 1], from[j - 1]]
      else if (up <= left) [current[j], nextFrom[j]] = [up, from[j]]
      else [current[j], nextFrom[j]] = [left, nextFrom[j - 1]]
    }
    ;[previous, current] = [current, previous]
    ;[from, nextFrom] = [nextFrom, from]
  }
  let best = 0
  for (let j = 0; j <= text.length; j++) {
    const letters = query.length + Math.max(1, j - from[j])
    best = Math.max(best, 1 - previous[j] / letters)
  }
  return 100 * best
}

/** The simple ways to check a quotation, beside ours. `transcripts`: name → recording name → text. */
export function naive(results, transcripts) {
  const honest = results.filter(({ kind }) => isHonest(kind))
  const planted = results.filter(({ kind }) => bearing.includes(kind))
  const small = planted.filter(({ kind }) => ['negation', 'hedge', 'number'].includes(kind))
  const row = (name, alarm) => {
    const caught = planted.filter(alarm).length
    const false_ = honest.filter(alarm).length
    const missed = (list) => share(list.filter((one) => !alarm(one)).length, list.length)
    return [name, missed(planted), missed(small), share(false_, honest.length), share(caught, caught + false_)]
  }
  const rows = [row('Ordagrant: altered or spliced', ({ grade }) => grade === 'altered' || grade === 'spliced')]
  for (const [engine, texts] of Object.entries(transcripts)) {
    const ratios = new Map(
      [...honest, ...planted].map((quote) => [quote.id, partialRatio(quote.printed, texts.get(quote.recording))]),
    )
    const diffs = new Map(
      [...honest, ...planted].map((quote) => [quote.id, wordDiff(quote.printed, texts.get(quote.recording))]),
    )
    rows.push(row(`word diff against ${engine}`, ({ id }) => diffs.get(id)))
    for (const limit of [95, 90, 80])
      rows.push(row(`partial ratio below ${limit}, ${engine}`, ({ id }) => ratios.get(id) < limit))
  }
  return table(
    ['method', 'planted missed', 'negations, hedges, numbers missed', 'untouched alarmed', 'precision'],
    rows,
  )
}
