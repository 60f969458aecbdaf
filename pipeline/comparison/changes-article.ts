import { Decimal } from 'decimal.js'
import { sentences } from '#language'
import type { Comparison, Quantity } from '#model'
import type { ComparisonInput } from './input.js'
import { printNumber } from './numbers.js'
import { blockText } from './subject.js'
import { isOf, wordsOf } from './words.js'

/** How sure it is that a change belongs to a pair of figures in its own sentence, and in the sentence before. */
const SAME_SENTENCE = 0.85
const SENTENCE_BEFORE = 0.75

interface Pair {
  from: Quantity
  to: Quantity
  sure: number
}

/**
 * "från 48 200 till 31 300, en minskning med 35 procent": a printed change against the two figures beside it. Between
 * shares it is told in percentage points, or else in per cent of the first ("från 12 till 15 procent" is 25 per cent more).
 */
export function compareChanges(input: ComparisonInput): Comparison[] {
  const quantities = [...input.claims.quantities].sort(
    (a, b) => a.span.block - b.span.block || a.span.start - b.span.start,
  )
  return quantities.flatMap((change, index): Comparison[] => {
    if (change.sense !== 'change-by' || change.unit === null || change.quotation !== null) return []
    const points = isOf('percentage-point', change.unit)
    if (!points && !isOf('percent', change.unit)) return []
    const pair = pairBeside(
      input,
      change,
      quantities.slice(Math.max(0, index - 2), index),
      quantities.slice(index + 1, index + 3),
    )
    const comparison = pair && comparisonOf(input, change, pair, points)
    return comparison ? [comparison] : []
  })
}

/** The two figures right before the change, or right after it in its own sentence. */
function pairBeside(input: ComparisonInput, change: Quantity, before: Quantity[], after: Quantity[]): Pair | null {
  for (const [first, second] of [before, after]) {
    if (!first || !second) continue
    const [from, to] = first.sense === 'change-to' ? [second, first] : [first, second]
    if (to.sense !== 'change-to' || to.unit !== from.unit || !isFrom(input, from)) continue
    const sure = nearness(input, change, [first, second])
    if (sure > 0) return { from, to, sure }
  }
  return null
}

const isFrom = (input: ComparisonInput, { sense, span }: Quantity): boolean =>
  (sense === 'count' || sense === 'share') &&
  isOf(
    'from',
    /(\p{L}+)\s+$/u.exec(blockText(input, span.block).slice(Math.max(0, span.start - 20), span.start))?.[1] ?? '',
  )

function nearness(input: ComparisonInput, change: Quantity, pair: readonly Quantity[]): number {
  const { block, start } = change.span
  if (pair.some(({ span }) => span.block !== block)) return 0
  const text = blockText(input, block)
  const all = sentences(text, input.language)
  const sentenceOf = (at: number) => all.findIndex((one) => one.start <= at && at < one.end)
  const own = sentenceOf(start)
  const others = new Set(pair.map(({ span }) => sentenceOf(span.start)))
  if (others.size !== 1) return 0
  const [other] = others
  if (other === own) return SAME_SENTENCE
  const opening = /^\p{L}+/u.exec(text.slice(all[own]?.start ?? 0))?.[0] ?? ''
  return other === own - 1 && isOf('it', opening) ? SENTENCE_BEFORE : 0
}

/** The interval a figure may stand for: a share is rounded to its last printed digit. */
function ends({ value, unit }: Quantity): [Decimal, Decimal] {
  const printed = new Decimal(value.printed ?? value.low)
  const half = unit !== null && value.low === value.high ? halfDigit(printed) : new Decimal(0)
  return [new Decimal(value.low).minus(half), new Decimal(value.high).plus(half)]
}

const halfDigit = (value: Decimal) => new Decimal(0.5).div(new Decimal(10).pow(value.decimalPlaces()))

function comparisonOf(
  input: ComparisonInput,
  change: Quantity,
  { from, to, sure }: Pair,
  points: boolean,
): Comparison | null {
  if (from.value.printed === null || to.value.printed === null || change.value.printed === null) return null
  const shares = from.unit !== null && isOf('percent', from.unit)
  if ((points && !shares) || from.value.low <= 0) return null
  const [before, after] = [new Decimal(from.value.printed), new Decimal(to.value.printed)]
  const corners = ends(from).flatMap((a) =>
    ends(to).map((b) => (points ? b.minus(a) : b.minus(a).div(a).times(100)).abs()),
  )
  const half = halfDigit(new Decimal(change.value.printed))
  const meets =
    Decimal.min(...corners).lte(new Decimal(change.value.high).plus(half)) &&
    Decimal.max(...corners).gte(new Decimal(change.value.low).minus(half))
  const print = (value: Decimal) => printNumber(value, input.language)
  const [large, small] = after.gte(before) ? [after, before] : [before, after]
  const [pointWord = ''] = [...wordsOf('percentage-point')].filter((word) => isNamed(word, input.language))
  const difference = `${print(large)} − ${print(small)} = ${print(large.minus(small))} ${pointWord}`
  const ratio = large.minus(small).div(before).times(100).toDecimalPlaces(1)
  const relative = `(${print(large)} − ${print(small)}) / ${print(before)} = ${print(ratio)} %`
  const calculation = points ? difference : shares ? `${difference}; ${relative}` : relative
  return {
    claim: change.id,
    against: 'article',
    aspect: 'value',
    place: from.place,
    value: points ? `${print(large.minus(small))} ${pointWord}` : `${print(ratio)} %`,
    calculation,
    outcome: meets ? 'agrees' : 'disagrees',
    reason: { id: meets ? 'change-fits' : 'change-misses', values: { printed: change.text, calculation } },
    match: sure,
    evidence: [from, to].map(({ place, text }) => ({ place, text })),
    others: [from.id, to.id],
  }
}

/** English words of the list hold a space; a compound is Swedish. */
const isNamed = (word: string, language: string): boolean => word.includes(' ') === (language === 'en')
