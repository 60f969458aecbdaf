/** ISO days, inclusive at both ends. */
export interface Interval {
  from: string
  to: string
}

export type CalendarUnit = 'day' | 'week' | 'month' | 'year'

const iso = (date: Date) => date.toISOString().slice(0, 10)
const utc = (day: string) => new Date(`${day}T00:00:00Z`)
const pad = (value: number, width = 2) => String(value).padStart(width, '0')

export const yearOf = (day: string): number => Number(day.slice(0, 4))
export const monthOf = (day: string): number => Number(day.slice(5, 7))

/** The whole of the years `from`–`to`. */
export const years = (from: number, to = from): Interval => ({
  from: `${pad(from, 4)}-01-01`,
  to: `${pad(to, 4)}-12-31`,
})

/** The whole of `count` months from a month (1–12) on. */
export function months(year: number, month: number, count = 1): Interval {
  const end = new Date(Date.UTC(year, month - 1 + count, 0))
  return { from: `${pad(year, 4)}-${pad(month)}-01`, to: iso(end) }
}

/** A day, or null when there is none such ("30 februari"). */
export function day(year: number, month: number, date: number): Interval | null {
  const value = new Date(Date.UTC(year, month - 1, date))
  if (value.getUTCMonth() !== month - 1 || value.getUTCDate() !== date) return null
  return { from: iso(value), to: iso(value) }
}

/** A day some units away; the last of the month where the month is too short. */
export function shift(from: string, unit: CalendarUnit, count: number): string {
  const date = utc(from)
  if (unit === 'day' || unit === 'week') {
    date.setUTCDate(date.getUTCDate() + count * (unit === 'week' ? 7 : 1))
    return iso(date)
  }
  const total = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * (unit === 'year' ? 12 : 1)
  const [year, month] = [Math.floor(total / 12), ((total % 12) + 12) % 12]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return iso(new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last))))
}

/** The whole unit (ISO weeks begin on Monday) that a day is in. */
export function whole(of: string, unit: CalendarUnit): Interval {
  switch (unit) {
    case 'day':
      return { from: of, to: of }
    case 'week': {
      const monday = shift(of, 'day', -((utc(of).getUTCDay() + 6) % 7))
      return { from: monday, to: shift(monday, 'day', 6) }
    }
    case 'month':
      return months(yearOf(of), monthOf(of))
    case 'year':
      return years(yearOf(of))
  }
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (of: string): number => ((utc(of).getUTCDay() + 6) % 7) + 1

/** ISO 8601 week of a year. */
export function isoWeek(year: number, week: number): Interval {
  const first = whole(`${pad(year, 4)}-01-04`, 'week').from
  const from = shift(first, 'week', week - 1)
  return { from, to: shift(from, 'day', 6) }
}

/** Days between two days. */
export const daysBetween = (a: string, b: string): number => Math.abs(utc(a).getTime() - utc(b).getTime()) / 86_400_000
