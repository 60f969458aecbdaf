import { Decimal } from 'decimal.js'
import type { Comparison, Quantity } from '#model'
import type { ComparisonInput } from './input.js'
import { intervalOf, isSame, printInterval } from './intervals.js'
import { printNumber, sumInWords } from './numbers.js'
import { hasKin } from './stems.js'
import { blockText } from './subject.js'
import { isOf } from './words.js'

/** The article against itself: parts against their whole, shares against what they are shares of, a figure printed twice. */
export function compareWithArticle(input: ComparisonInput): Comparison[] {
  return [
    ...input.claims.quantities.flatMap((whole) => sumOf(input, whole) ?? []),
    ...sharesOf(input),
    ...repeatsOf(input),
  ]
}

const isPlain = ({ sense }: Quantity) => sense === 'count' || sense === 'change-to'

function sumOf(input: ComparisonInput, whole: Quantity): Comparison | null {
  const byId = new Map(input.claims.quantities.map((quantity) => [quantity.id, quantity]))
  const parts = whole.parts.flatMap((id) => byId.get(id) ?? [])
  if (parts.length < 2 || !isPlain(whole) || parts.some((part) => part.unit !== whole.unit)) return null
  const low = parts.reduce((sum, part) => sum.plus(part.value.low), new Decimal(0))
  const high = parts.reduce((sum, part) => sum.plus(part.value.high), new Decimal(0))
  const meets = low.lte(whole.value.high) && high.gte(whole.value.low)
  const terms = parts.map((part) => ({ name: part.topics[0] ?? '', value: part.value.printed ?? part.value.low }))
  const sum = terms.reduce((all, { value }) => all.plus(value), new Decimal(0))
  // "180 000 kronor: 130 000 kronor för … och 60 000 kronor för …" may be rounded to add up, but readers count what is printed.
  const missed = whole.value.printed !== null && [whole, ...parts].every(isExact) && !sum.eq(whole.value.printed)
  const least = missed ? sum : low
  if (
    !sum.eq(whole.value.printed ?? Number.NaN) &&
    least.lt(missed ? whole.value.printed! : whole.value.low) &&
    isOpenList(input, whole, parts)
  )
    return null
  const agrees = meets && !missed
  const isAlike = ({ unit, counted }: Quantity) =>
    unit !== null || counted === null || counted.base === whole.counted?.base
  const calculation = sumInWords(
    terms.map(({ value }) => ({ name: '', value })),
    input.language,
  )
  return {
    claim: whole.id,
    against: 'article',
    aspect: 'sum',
    place: parts[0]!.place,
    value: printNumber(sum, input.language),
    calculation,
    outcome: agrees ? 'agrees' : 'disagrees',
    reason: {
      id: agrees ? 'parts-make-whole' : 'parts-miss-whole',
      values: { printed: whole.text, calculation },
    },
    match: agrees || (!meets && parts.every(isAlike)) ? 0.9 : LIKELY_SUM,
    evidence: parts.map((part) => ({ place: part.place, text: part.text })),
    others: parts.map(({ id }) => id),
  }
}

/** How sure a sum is of figures that may be rounded, or that count other things than the whole does. */
const LIKELY_SUM = 0.7

/** Printed to its last digit, as far as a reader can tell: no hedge, no decimals, no "miljoner". */
const isExact = ({ hedge, text }: Quantity) => hedge === null && /^[\d\s\u00a0]+(?:kr|kronor)?$/u.test(text)

/** Words such as "varav" between whole and parts, or more that is told without a figure after them: not every part is told. */
function isOpenList(input: ComparisonInput, whole: Quantity, parts: Quantity[]): boolean {
  const text = blockText(input, whole.span.block)
  const end = Math.max(...parts.map((part) => (part.span.block === whole.span.block ? part.span.end : 0)))
  const between = text.slice(whole.span.start, end).toLowerCase()
  const after = /^[^.!?]*/u.exec(text.slice(end))![0].toLowerCase()
  const some = (words: string, kind: 'partial' | 'and') =>
    words.split(/[^\p{L}.]+/u).some((word) => isOf(kind, word.replace(/\.$/, '')))
  return some(between, 'partial') || some(after, 'and')
}

/** "30 av 120, 25 procent": a share right beside the two numbers that make it. */
function sharesOf(input: ComparisonInput): Comparison[] {
  const quantities = [...input.claims.quantities].sort(
    (a, b) => a.span.block - b.span.block || a.span.start - b.span.start,
  )
  return quantities.flatMap((share, index): Comparison[] => {
    if (share.unit === null || !isOf('percent', share.unit) || share.sense !== 'share') return []
    const before = quantities.slice(Math.max(0, index - 2), index)
    const after = quantities.slice(index + 1, index + 3)
    return [before, after].flatMap((pair) => {
      const [part, whole] = pair
      if (!part || !whole || !isPlain(part) || !isPlain(whole) || part.unit !== whole.unit) return []
      if (!isPartOf(input, part, whole) || !isBeside(input, share, part, whole)) return []
      return [shareComparison(input, share, part, whole)]
    })
  })
}

function isPartOf(input: ComparisonInput, part: Quantity, whole: Quantity): boolean {
  if (part.span.block !== whole.span.block) return false
  const between = blockText(input, part.span.block).slice(part.span.end, whole.span.start).trim().toLowerCase()
  return isOf('of', between) && new Decimal(whole.value.low).gt(0) && whole.value.low >= part.value.high
}

/** Nothing but signs between the share and the pair, on one side or the other. */
function isBeside(input: ComparisonInput, share: Quantity, part: Quantity, whole: Quantity): boolean {
  if (share.span.block !== part.span.block) return false
  const text = blockText(input, share.span.block)
  const end =
    whole.counted && whole.counted.span.block === whole.span.block
      ? Math.max(whole.span.end, whole.counted.span.end)
      : whole.span.end
  const between =
    share.span.start > part.span.start ? text.slice(end, share.span.start) : text.slice(share.span.end, part.span.start)
  return between.length <= 8 && !/[\p{L}\p{N}.]/u.test(between)
}

function shareComparison(input: ComparisonInput, share: Quantity, part: Quantity, whole: Quantity): Comparison {
  const least = new Decimal(part.value.low).div(whole.value.high).times(100)
  const most = new Decimal(part.value.high).div(whole.value.low).times(100)
  const decimals = new Decimal(share.value.printed ?? share.value.low).decimalPlaces()
  // Half a unit of the last printed digit: a printed 25 per cent is anything that rounds to it.
  const half = new Decimal(0.5).div(new Decimal(10).pow(decimals))
  const meets =
    least.lte(new Decimal(share.value.high).plus(half)) && most.gte(new Decimal(share.value.low).minus(half))
  const value = printNumber(
    new Decimal(part.value.printed ?? part.value.low)
      .div(whole.value.printed ?? whole.value.low)
      .times(100)
      .toDecimalPlaces(decimals + 1),
    input.language,
  )
  const calculation = `${part.text} / ${whole.text} = ${value} %`
  return {
    claim: share.id,
    against: 'article',
    aspect: 'value',
    place: part.place,
    value: `${value} %`,
    calculation,
    outcome: meets ? 'agrees' : 'disagrees',
    reason: { id: meets ? 'share-fits' : 'share-misses', values: { printed: share.text, calculation } },
    match: 0.9,
    evidence: [part, whole].map(({ place, text }) => ({ place, text })),
    others: [part.id, whole.id],
  }
}

/** One figure printed twice with different values: same thing counted, same time, same place, same topics. */
function repeatsOf(input: ComparisonInput): Comparison[] {
  const { quantities, times } = input.claims
  const timeOf = (quantity: Quantity) => {
    const time = times.find(({ id }) => id === quantity.times[0])
    return time ? intervalOf(time) : null
  }
  const parts = new Set(quantities.flatMap((quantity) => quantity.parts))
  const told = quantities.filter(
    (quantity) =>
      quantity.sense === 'count' &&
      quantity.counted &&
      timeOf(quantity) &&
      !parts.has(quantity.id) &&
      quantity.parts.length === 0,
  )
  return told.flatMap((later, index): Comparison[] => {
    const earlier = told.slice(0, index).find((one) => {
      const [a, b] = [timeOf(one)!, timeOf(later)!]
      return one.span.block !== later.span.block && isSame(a, b) && isSameThing(one, later)
    })
    if (!earlier) return []
    const meets = earlier.value.low <= later.value.high && later.value.low <= earlier.value.high
    return [
      {
        claim: later.id,
        against: 'article',
        aspect: 'value',
        place: earlier.place,
        value: earlier.text,
        calculation: null,
        outcome: meets ? 'agrees' : 'disagrees',
        reason: {
          id: meets ? 'printed-twice-alike' : 'printed-twice-unlike',
          values: {
            printed: later.text,
            other: earlier.text,
            counted: later.counted!.text,
            time: printInterval(timeOf(later)!),
          },
        },
        match: 0.6,
        evidence: [earlier, later].map(({ place, text }) => ({ place, text })),
        others: [earlier.id],
      },
    ]
  })
}

/** Least share of topics that two mentions of one figure must have in common. */
const SAME_TOPICS = 0.6

function isSameThing(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit || a.counted!.base.toLowerCase() !== b.counted!.base.toLowerCase()) return false
  if (a.where[0] !== b.where[0]) return false
  const own = (quantity: Quantity) =>
    quantity.topics.filter(
      (topic) => topic !== quantity.counted!.base && topic !== quantity.counted!.text.toLowerCase(),
    )
  const [first, second] = [own(a), own(b)]
  const shared = first.filter((topic) => hasKin(topic, second)).length
  return shared >= 2 && shared >= SAME_TOPICS * Math.max(first.length, second.length)
}
