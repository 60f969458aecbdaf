import type { Quantity } from '#model'
import { articlePlace, spanText } from '#model'
import type { ComparisonInput } from './input.js'
import { type Interval, intervalOf } from './intervals.js'
import { isInside } from './sentences-timed.js'

/** A quantity with what its sentence, or the whole it is a part of, says about it. */
export interface Subject {
  quantity: Quantity
  /** The quantity that this one is a part of. */
  whole: Quantity | null
  times: Interval[]
  /** Some time is printed that could not be resolved: which period is meant is not known. */
  timeUnclear: boolean
  where: string[]
  topics: string[]
  /** Topics of the parts: what the whole is about as well. */
  partTopics: string[]
  /** The sentence around it, or the whole paragraph when it is speech. */
  sentence: string
}

/** Gathers what is said of every quantity; a part takes time and place from its whole. */
export function subjectsOf(input: ComparisonInput): Subject[] {
  const { claims } = input
  const byId = new Map(claims.quantities.map((quantity) => [quantity.id, quantity]))
  const times = new Map(claims.times.map((time) => [time.id, time]))
  const wholes = new Map(claims.quantities.flatMap((whole) => whole.parts.map((part) => [part, whole] as const)))
  return claims.quantities.map((quantity): Subject => {
    const whole = wholes.get(quantity.id) ?? null
    const timeIds = quantity.times.length ? quantity.times : (whole?.times ?? [])
    const found = timeIds.flatMap((id) => times.get(id) ?? [])
    return {
      quantity,
      whole,
      times: found.flatMap((time) => intervalOf(time) ?? []),
      timeUnclear: found.some((time) => time.from === null),
      where: quantity.where.length ? quantity.where : (whole?.where ?? []),
      topics: quantity.topics,
      partTopics: quantity.parts.flatMap((id) => byId.get(id)?.topics ?? []),
      sentence:
        claims.statements.find(({ span }) => isInside(quantity.span, span))?.text ??
        blockText(input, quantity.span.block),
    }
  })
}

/** The printed figure with what it counts: "två personer". */
export function printedWithCounted({ article }: ComparisonInput, quantity: Quantity): string {
  const { span, counted } = quantity
  if (!counted || counted.span.block !== span.block || counted.span.end <= span.start) return quantity.text
  const whole = {
    block: span.block,
    start: Math.min(span.start, counted.span.start),
    end: Math.max(span.end, counted.span.end),
  }
  return whole.end - whole.start <= 80 ? spanText(article, whole) : quantity.text
}

/** The block's text around a claim, for context words. */
export const blockText = ({ article }: ComparisonInput, block: number): string => article.blocks[block]?.text ?? ''

export const placeOf = (input: ComparisonInput, span: { block: number; start: number; end: number }) =>
  articlePlace(input.article, span)
