import type { Time } from '#model'

/** ISO days, inclusive. */
export interface Interval {
  from: string
  to: string
}

export const intervalOf = ({ from, to }: Pick<Time, 'from' | 'to'>): Interval | null =>
  from && to ? { from, to } : null

export const isSame = (a: Interval, b: Interval): boolean => a.from === b.from && a.to === b.to
export const isDisjoint = (a: Interval, b: Interval): boolean => a.to < b.from || b.to < a.from
export const contains = (outer: Interval, inner: Interval): boolean => outer.from <= inner.from && inner.to <= outer.to

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const two = (value: number) => String(value).padStart(2, '0')
const monthly = (year: number, first: number, last: number): Interval => ({
  from: `${year}-${two(first)}-01`,
  to: `${year}-${two(last)}-${two(lastDay(year, last))}`,
})

/** A dataset's period ("2013", "2013-05", "2013-K2", "2013-W07", "2013-05-01", "2012/2015") as days. */
export function periodInterval(period: string): Interval | null {
  const [start, end] = period.split('/')
  if (end !== undefined) {
    const first = periodInterval(start!)
    const last = periodInterval(end)
    return first && last ? { from: first.from, to: last.to } : null
  }
  const found = /^(\d{4})(?:-(?:K(\d)|W(\d\d)|(\d\d)(?:-(\d\d))?))?$/.exec(period)
  if (!found) return null
  const year = Number(found[1])
  if (found[2]) return monthly(year, Number(found[2]) * 3 - 2, Number(found[2]) * 3)
  if (found[3]) return isoWeek(year, Number(found[3]))
  if (found[5]) return { from: period, to: period }
  if (found[4]) return monthly(year, Number(found[4]), Number(found[4]))
  return monthly(year, 1, 12)
}

/** ISO 8601: week 1 holds the year's first Thursday. */
function isoWeek(year: number, week: number): Interval {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = new Date(fourth)
  monday.setUTCDate(fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7)
  const sunday = new Date(monday)
  sunday.setUTCDate(monday.getUTCDate() + 6)
  return { from: monday.toISOString().slice(0, 10), to: sunday.toISOString().slice(0, 10) }
}

/** An interval for a reader: "2013", "2013–2015", "2016-05-03", "2016-05-01–2016-05-31". */
export function printInterval({ from, to }: Interval): string {
  const years = from.endsWith('-01-01') && to.endsWith('-12-31')
  const [first, last] = years ? [from.slice(0, 4), to.slice(0, 4)] : [from, to]
  return first === last ? first : `${first}–${last}`
}
