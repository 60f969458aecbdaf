import type { Statement, Time } from '#model'
import type { ComparisonInput } from './input.js'
import { type Interval, intervalOf } from './intervals.js'

/** A sentence outside quotation marks that speaks of one time only. */
export interface TimedSentence {
  statement: Statement
  time: Time
  interval: Interval
}

/** Granularities that say when something happened; a clock time, a duration or a decade does not say it closely enough. */
const WHEN = new Set(['day', 'week', 'month', 'season', 'year'])

/** Sentences with exactly one time of a year or finer, in article order. */
export function timedSentences({ claims }: ComparisonInput): TimedSentence[] {
  return claims.statements.flatMap((statement) => {
    const inside = claims.times.filter(
      ({ span, granularity }) => WHEN.has(granularity) && isInside(span, statement.span),
    )
    const [time] = inside
    const interval = time && inside.length === 1 ? intervalOf(time) : null
    return time && interval ? [{ statement, time, interval }] : []
  })
}

export const isInside = (
  inner: { block: number; start: number; end: number },
  outer: { block: number; start: number; end: number },
): boolean => inner.block === outer.block && outer.start <= inner.start && inner.end <= outer.end
