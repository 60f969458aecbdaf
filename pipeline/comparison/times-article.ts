import type { Comparison, Time } from '#model'
import type { ComparisonInput } from './input.js'
import { type Interval, isDisjoint, isSame, printInterval } from './intervals.js'
import { isWithin } from './numbers.js'
import { type Subject, subjectsOf } from './subject.js'
import { placesInArticle } from './table-places.js'
import { readingsOf } from './table-readings.js'
import { type TimePair, timePairs } from './time-pairs.js'

/** The dates of an article held against each other, and the figures whose time is in doubt because of it. */
export interface TimeComparisons {
  comparisons: Comparison[]
  /** Quantity → the time in doubt and the time that a table bears out instead. */
  inDoubt: Map<string, { printed: Interval; other: Interval }>
}

/** Times said of one event or figure: they must share a day. One wrong date gives one disagreement, however many it meets. */
export function compareTimes(input: ComparisonInput): TimeComparisons {
  const pairs = timePairs(input)
  const conflicts = pairs.filter(({ earlier, later }) => isDisjoint(earlier.interval, later.interval))
  const subjects = subjectsOf(input)
  const inDoubt: TimeComparisons['inDoubt'] = new Map()
  const borne = conflicts.map((pair) => borneOut(input, pair, subjects, inDoubt))
  const agreeing = pairs.filter((pair) => !conflicts.includes(pair)).flatMap((pair) => agreements(pair))
  const shifted = publishedMisfits(input, conflicts)
  return { comparisons: [...agreeing, ...(shifted ?? oncePerTime(conflicts, borne))], inDoubt }
}

function agreements({ earlier, later }: TimePair): Comparison[] {
  const one = (own: TimePair['later'], other: TimePair['later']): Comparison => ({
    ...dateComparison(own.time, other.time),
    outcome: 'agrees',
    reason: {
      id: 'times-agree',
      values: { printed: own.time.text, other: other.time.text, time: printInterval(own.interval) },
    },
  })
  return [one(earlier, later), one(later, earlier)]
}

/** "För tre år sen" (2013); a time that is printed as it is read needs no reading. */
function withReading({ time, interval }: TimePair['later']): string {
  const read = printInterval(interval)
  return read === time.text ? `”${time.text}”` : `”${time.text}” (${read})`
}

const dateComparison = (own: Time, other: Time) => ({
  claim: own.id,
  against: 'article' as const,
  aspect: 'date' as const,
  place: other.place,
  value: other.text,
  calculation: null,
  match: 0.85,
  evidence: [other, own].map(({ place, text }) => ({ place, text })),
  others: [other.id],
})

/** Which side of a conflict does a table bear out? The other is then the one in doubt, and so are its figures. */
function borneOut(input: ComparisonInput, pair: TimePair, subjects: Subject[], inDoubt: TimeComparisons['inDoubt']) {
  let doubted: 'earlier' | 'later' | null = null
  const evidence: Comparison['evidence'] = []
  for (const subject of subjects) {
    for (const [side, otherSide] of [
      ['later', 'earlier'],
      ['earlier', 'later'],
    ] as const) {
      const own = subject.times[0]
      if (!own || !isSame(own, pair[side].interval)) continue
      const supported = supportOf(input, subject, pair[otherSide].interval)
      if (!supported || supportOf(input, subject, own)) continue
      doubted ??= side
      evidence.push(...supported)
      inDoubt.set(subject.quantity.id, { printed: own, other: pair[otherSide].interval })
    }
  }
  return { doubted: doubted ?? ('later' as const), evidence }
}

/** The cells that give the quantity its value at a time, or null when no table does. */
function supportOf(input: ComparisonInput, subject: Subject, time: Interval): Comparison['evidence'] | null {
  for (const dataset of input.datasets) {
    const readings = readingsOf(input, dataset, { ...subject, times: [time] }, placesInArticle(input, dataset))
    const fitting = readings.find(({ value }) => isWithin(value, subject.quantity.value))
    if (fitting) return fitting.evidence
  }
  return null
}

/**
 * Several conflicts that one other year of publication would all solve are one wrong thing: the date of publication, or
 * the way of counting from it. Every time counted from it then disagrees with its date; null when it is not so.
 */
function publishedMisfits({ published }: ComparisonInput, conflicts: TimePair[]): Comparison[] | null {
  if (!published) return null
  const relative = conflicts.map(({ earlier, later }) =>
    earlier.time.anchor === 'published' ? { own: earlier, other: later } : { own: later, other: earlier },
  )
  if (relative.some(({ own, other }) => own.time.anchor !== 'published' || other.time.anchor === 'published'))
    return null
  const year = ({ from }: Interval) => Number(from.slice(0, 4))
  const shifts = new Set(relative.map(({ own, other }) => year(other.interval) - year(own.interval)))
  const [shift] = shifts
  const byTime = new Map(relative.toReversed().map((one) => [one.own.time.id, one]))
  if (shifts.size > 1 || shift === undefined || byTime.size < 2) return null
  const fits = String(year(published) + shift)
  return [...byTime.values()].toReversed().map(({ own, other }) => ({
    ...dateComparison(own.time, other.time),
    against: 'published',
    outcome: 'disagrees',
    reason: {
      id: 'times-misfit-published',
      values: { printed: own.time.text, other: other.time.text, published: published.text, fits },
    },
  }))
}

/** One disagreement for each time in doubt, though it may conflict with several others. */
function oncePerTime(
  conflicts: TimePair[],
  borne: { doubted: 'earlier' | 'later'; evidence: Comparison['evidence'] }[],
): Comparison[] {
  const told = new Map<string, Comparison>()
  conflicts.forEach((pair, index) => {
    const { doubted, evidence } = borne[index]!
    const own = pair[doubted]
    const other = pair[doubted === 'later' ? 'earlier' : 'later']
    const comparison: Comparison = {
      ...dateComparison(own.time, other.time),
      outcome: 'disagrees',
      reason: {
        id: evidence.length > 0 ? 'times-conflict-table' : 'times-conflict',
        values: {
          printed: withReading(own),
          other: withReading(other),
          otherTime: printInterval(other.interval),
        },
      },
    }
    comparison.evidence.push(...evidence)
    const already = told.get(own.time.id)
    if (already) already.evidence.push(...comparison.evidence)
    else told.set(own.time.id, comparison)
  })
  return [...told.values()]
}
