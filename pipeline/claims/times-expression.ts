import type { CalendarUnit } from './calendar.js'

/** The year beside a month, day or season: printed, counted from publication ("förra året"), or left out. */
export type YearReference = { year: number } | { offset: number } | null

export type Season = 'spring' | 'summer' | 'autumn' | 'winter'

/** What a time expression says, before it is held against a calendar. */
export type Expression =
  | { kind: 'years'; from: number; to: number; decade?: true }
  | { kind: 'short-decade'; value: number }
  | { kind: 'days'; month: number; first: number; last: number; year: YearReference }
  | { kind: 'months'; first: number; last: number; year: YearReference }
  | { kind: 'season'; season: Season; year: YearReference; past?: true }
  | { kind: 'part'; part: 'quarter' | 'half'; number: number; year: YearReference }
  | { kind: 'week-number'; week: number; year: YearReference }
  | { kind: 'relative'; unit: CalendarUnit; offset: number; anchor: 'published' | 'article' }
  | { kind: 'span'; unit: CalendarUnit; count: number; direction: 'last' | 'next' }
  | { kind: 'weekday'; weekday: number; direction: 'past' | 'next' | 'near' }
  | { kind: 'vague' }
  | { kind: 'duration' }
  | { kind: 'clock' }

/** A match: tokens `[first, end)`. */
export interface Found {
  first: number
  end: number
  expression: Expression
}
