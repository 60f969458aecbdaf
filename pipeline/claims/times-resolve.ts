import type { PublishedDate, Time } from '#model'
import {
  type CalendarUnit,
  day,
  daysBetween,
  type Interval,
  isoWeek,
  months,
  shift,
  weekdayOf,
  whole,
  yearOf,
  years,
} from './calendar.js'
import type { Expression, Season, YearReference } from './times-expression.js'

export interface Resolved {
  from: string | null
  to: string | null
  anchor: Time['anchor']
  granularity: Time['granularity']
  /** How it was resolved, or why it was not. */
  reason: string
}

const SEASONS: Record<Season, [month: number, count: number]> = {
  spring: [3, 3],
  summer: [6, 3],
  autumn: [9, 3],
  winter: [12, 3],
}

/**
 * Holds an expression against the calendar. What counts from the day of publication is as wide as that is known: a year
 * of publication makes "för tre år sen" a year. `before` is the nearest earlier resolved time of the article.
 */
export function resolve(expression: Expression, published: PublishedDate | null, before: Interval | null): Resolved {
  const open = (granularity: Time['granularity'], reason: string, anchor: Time['anchor'] = 'none'): Resolved => ({
    from: null,
    to: null,
    anchor,
    granularity,
    reason,
  })
  const closed = (
    granularity: Time['granularity'],
    interval: Interval | null,
    anchor: Time['anchor'],
    reason = anchor === 'none' ? 'as-printed' : `counted-from-${anchor}`,
  ): Resolved => (interval ? { ...interval, anchor, granularity, reason } : open(granularity, 'no-such-day', anchor))
  const fromPublished = (granularity: Time['granularity'], make: (from: Interval) => Interval | null) =>
    published
      ? closed(granularity, make({ from: published.from, to: published.to }), 'published')
      : open(granularity, 'no-publication-date', 'published')
  const inYear = (
    granularity: Time['granularity'],
    reference: YearReference,
    make: (year: number) => Interval | null,
  ) => {
    if (reference && 'year' in reference) return closed(granularity, make(reference.year), 'none')
    if (!published) return open(granularity, 'no-publication-date', 'published')
    if (reference)
      return fromPublished(granularity, ({ from, to }) =>
        cover([make(yearOf(from) + reference.offset), make(yearOf(to) + reference.offset)]),
      )
    return closed(granularity, nearest(published, make), 'published', 'nearest-to-publication')
  }

  switch (expression.kind) {
    case 'years': {
      const { from, to, decade } = expression
      return closed(decade ? 'decade' : from === to ? 'year' : 'years', years(from, to), 'none')
    }
    case 'short-decade':
      return fromPublished('decade', ({ to }) => {
        const century = yearOf(to) - (yearOf(to) % 100)
        const start = century + expression.value
        return start > yearOf(to) ? years(start - 100, start - 91) : years(start, start + 9)
      })
    case 'days': {
      const { month, first, last, year } = expression
      return inYear('day', year, (value) => {
        const [from, to] = [day(value, month, first), day(value, month, last)]
        return from && to && { from: from.from, to: to.to }
      })
    }
    case 'months': {
      const { first, last, year } = expression
      const count = last >= first ? last - first + 1 : last + 13 - first
      return inYear('month', year, (value) => months(value, first, count))
    }
    case 'season': {
      const [month, count] = SEASONS[expression.season]
      if (!expression.past) return inYear('season', expression.year, (value) => months(value, month, count))
      const latest = (of: string) =>
        [yearOf(of), yearOf(of) - 1].map((value) => months(value, month, count)).find(({ from }) => from <= of) ?? null
      return fromPublished('season', ({ from, to }) => cover([latest(from), latest(to)]))
    }
    case 'part': {
      const length = expression.part === 'quarter' ? 3 : 6
      return inYear('season', expression.year, (value) => months(value, (expression.number - 1) * length + 1, length))
    }
    case 'week-number':
      return inYear('week', expression.year, (value) => isoWeek(value, expression.week))
    case 'relative': {
      const { unit, offset, anchor } = expression
      if (anchor === 'published') return fromPublished(unit, (from) => shifted(from, unit, offset))
      return before ? closed(unit, shifted(before, unit, offset), 'article') : open(unit, 'no-earlier-time', 'article')
    }
    case 'span': {
      const { unit, count, direction } = expression
      const granularity = unit === 'year' && count > 1 ? 'years' : unit
      return fromPublished(granularity, ({ from, to }) =>
        direction === 'last' ? { from: shift(from, unit, -count), to } : { from, to: shift(to, unit, count) },
      )
    }
    case 'weekday':
      return fromPublished('day', (interval) => weekday(interval, expression))
    case 'vague':
      return open('years', 'vague')
    case 'duration':
      return open('duration', 'duration')
    case 'clock':
      return open('clock', 'time-of-day')
  }
}

function shifted({ from, to }: Interval, unit: CalendarUnit, offset: number): Interval {
  return { from: whole(shift(from, unit, offset), unit).from, to: whole(shift(to, unit, offset), unit).to }
}

function cover(intervals: (Interval | null)[]): Interval | null {
  const known = intervals.filter((interval) => interval !== null)
  return known.length === intervals.length ? { from: known[0]!.from, to: known.at(-1)!.to } : null
}

/** The occurrence nearest to the day of publication; the year of publication when no more is known than that. */
function nearest(published: PublishedDate, make: (year: number) => Interval | null): Interval | null {
  const [first, last] = [yearOf(published.from), yearOf(published.to)]
  if (daysBetween(published.from, published.to) > 100) return cover([make(first), make(last)])
  const distance = ({ from, to }: Interval) =>
    from <= published.to && to >= published.from
      ? 0
      : Math.min(daysBetween(to, published.from), daysBetween(from, published.to))
  const candidates = [last, first - 1, last + 1].map(make).filter((interval) => interval !== null)
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/** "i måndags": the last one before publication; "på måndag": the next; else the nearest of both. */
function weekday(
  interval: Interval,
  { weekday, direction }: { weekday: number; direction: 'past' | 'next' | 'near' },
): Interval {
  const back = (of: string) => shift(of, 'day', -(((weekdayOf(of) - weekday + 6) % 7) + 1))
  const ahead = (of: string) => shift(of, 'day', ((weekday - weekdayOf(of) + 6) % 7) + 1)
  const { from, to } = interval
  if (direction === 'past') return { from: back(from), to: back(to) }
  if (direction === 'next') return { from: ahead(from), to: ahead(to) }
  const near = (of: string) => {
    if (weekdayOf(of) === weekday) return of
    return daysBetween(of, back(of)) <= daysBetween(of, ahead(of)) ? back(of) : ahead(of)
  }
  return { from: near(from), to: near(to) }
}
