import type { CalendarUnit } from './calendar.js'
import type { Expression, Found, Season, YearReference } from './times-expression.js'
import type { Reader } from './times-reader.js'

/** A year right behind a month, day or season: "2015", "förra året", "i fjol". */
export function yearReference(reader: Reader, at: number): { reference: YearReference; end: number } {
  const comma = reader.norm(at) === ',' ? at + 1 : at
  const year = reader.year(comma)
  if (year) return { reference: { year: year.year }, end: year.end }
  const phrase = reader.phrase('relative', at)
  const [unit, offset] = phrase?.value.split(':') ?? []
  if (phrase && unit === 'year') return { reference: { offset: Number(offset) }, end: at + phrase.length }
  return { reference: null, end: at }
}

const month = (reader: Reader, at: number): number | null => {
  const value = reader.value('month', at) ?? reader.value('month-short', at)
  return value === undefined ? null : Number(value)
}

/** "den 3 maj 2016", "3–5 maj", "måndagen den 20 oktober", "May 3, 2016". */
export function dayDate(reader: Reader, at: number): Found | null {
  let next = at
  if (reader.is('weekday', next)) next++
  if (reader.is('the', next)) next++
  const date = reader.whole(next, 1, 31)
  if (date) {
    let { value: last, end } = date
    const ranged = reader.isDash(end) || reader.is('range', end)
    const until = ranged ? reader.whole(end + 1, 1, 31) : null
    if (until && month(reader, until.end) !== null) {
      // "31–3 mars" names no days of one month; what is sure is its last one, read from where that begins.
      if (until.value < date.value) return null
      last = until.value
      end = until.end
    }
    if (reader.norm(end) === '.' || reader.is('date-link', end)) end++
    const of = month(reader, end)
    if (of === null) return null
    const { reference, end: stop } = yearReference(reader, end + 1)
    return { first: at, end: stop, expression: { kind: 'days', month: of, first: date.value, last, year: reference } }
  }
  // English: month first.
  const of = next === at ? month(reader, at) : null
  const behind = of === null ? null : reader.whole(at + 1, 1, 31)
  if (of === null || !behind) return null
  const { reference, end } = yearReference(reader, behind.end)
  return {
    first: at,
    end,
    expression: { kind: 'days', month: of, first: behind.value, last: behind.value, year: reference },
  }
}

/** "2016-05-03" and "2016-05". */
export function isoDate(reader: Reader, at: number): Found | null {
  const start = reader.tokens[at]?.start
  if (start === undefined || reader.tokens[at]!.kind !== 'number') return null
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/.exec(reader.text.slice(start, start + 12))
  if (!match || Number(match[2]) < 1 || Number(match[2]) > 12) return null
  // "2013-15" is a span of years unless a day follows.
  if (!match[3] && Number(match[2]) > Number(match[1]!.slice(2))) return null
  const stop = start + match[0].length
  const end = reader.tokens.findIndex((token) => token.end >= stop) + 1
  const reference = { year: Number(match[1]) }
  const of = Number(match[2])
  const expression: Expression = match[3]
    ? { kind: 'days', month: of, first: Number(match[3]), last: Number(match[3]), year: reference }
    : { kind: 'months', first: of, last: of, year: reference }
  return { first: at, end, expression }
}

/** "mars 2015", "i mars", "januari till mars i år". A month alone needs a preposition before it ("Maj" is also a name). */
export function monthDate(reader: Reader, at: number): Found | null {
  const first = reader.value('month', at)
  if (first === undefined) return null
  let last = first
  let end = at + 1
  const linked = reader.isDash(end) || reader.is('range', end) || reader.is('range-between', end)
  const until = linked ? reader.value('month', end + 1) : undefined
  if (until !== undefined) {
    last = until
    end += 2
  }
  const { reference, end: stop } = yearReference(reader, end)
  if (reference === null && !reader.is('month-opens', at - 1)) return null
  return {
    first: at,
    end: stop,
    expression: { kind: 'months', first: Number(first), last: Number(last), year: reference },
  }
}

/** "hösten 2014", "under sommaren", "förra sommaren", "i höstas", "i vår". */
export function season(reader: Reader, at: number): Found | null {
  const past = reader.phrase('season-past', at)
  if (past)
    return {
      first: at,
      end: at + past.length,
      expression: { kind: 'season', season: past.value as Season, year: null, past: true },
    }
  const previous = reader.phrase('season-previous', at)
  if (previous && yearReference(reader, at + previous.length).reference === null) {
    const season = previous.value as Season
    // A winter lies in two years, so which one was the last depends on who speaks.
    const expression: Expression =
      season === 'winter' ? { kind: 'vague' } : { kind: 'season', season, year: { offset: -1 } }
    return { first: at, end: at + previous.length, expression }
  }
  const near = reader.phrase('season-near', at)
  if (near && !opensNoun(reader, at + near.length)) {
    return {
      first: at,
      end: at + near.length,
      expression: { kind: 'season', season: near.value as Season, year: { offset: 0 } },
    }
  }
  const name = reader.value('season', at)
  if (name === undefined) return null
  const { reference, end } = yearReference(reader, at + 1)
  if (reference === null && !reader.is('season-opens', at - 1)) return null
  return { first: at, end, expression: { kind: 'season', season: name as Season, year: reference } }
}

/** "i vår kommun": a noun phrase, not a spring. Only the end of a clause or a word that goes on with it is safe. */
const opensNoun = (reader: Reader, at: number): boolean =>
  reader.words.has('homonym', `${reader.norm(at - 2)} ${reader.norm(at - 1)}`) &&
  reader.tokens[at]?.kind === 'word' &&
  !reader.is('clause-goes-on', at)

/** "första kvartalet 2015", "andra halvåret", "vecka 12". */
export function yearPart(reader: Reader, at: number): Found | null {
  const number = reader.numeral(at)
  const part = number?.ordinal ? reader.value('part', number.endToken) : undefined
  if (number && part !== undefined && number.value <= (part === 'quarter' ? 4 : 2)) {
    const { reference, end } = yearReference(reader, number.endToken + 1)
    return {
      first: at,
      end,
      expression: { kind: 'part', part: part as 'quarter' | 'half', number: number.value, year: reference },
    }
  }
  if (!reader.is('week-number', at)) return null
  const week = reader.whole(reader.norm(at + 1) === '.' ? at + 2 : at + 1, 1, 53)
  if (!week || reader.is('unit', week.end)) return null
  const { reference, end } = yearReference(reader, week.end)
  return { first: at, end, expression: { kind: 'week-number', week: week.value, year: reference } }
}

/** "i måndags", "på torsdag", "under måndagen". */
export function weekday(reader: Reader, at: number): Found | null {
  for (const [kind, direction] of [
    ['weekday-past', 'past'],
    ['weekday-next', 'next'],
    ['weekday-near', 'near'],
  ] as const) {
    const found = reader.phrase(kind, at)
    if (found)
      return {
        first: at,
        end: at + found.length,
        expression: { kind: 'weekday', weekday: Number(found.value), direction },
      }
  }
  const plain = reader.value('weekday', at)
  if (plain === undefined || !reader.is('weekday-opens', at - 1)) return null
  return { first: at, end: at + 1, expression: { kind: 'weekday', weekday: Number(plain), direction: 'near' } }
}

/** "förra året", "i går", "samma år". */
export function relative(reader: Reader, at: number): Found | null {
  for (const [kind, anchor] of [
    ['relative', 'published'],
    ['article', 'article'],
  ] as const) {
    const found = reader.phrase(kind, at)
    const [unit, offset] = found?.value.split(':') ?? []
    if (found && unit) {
      const expression: Expression = { kind: 'relative', unit: unit as CalendarUnit, offset: Number(offset), anchor }
      return { first: at, end: at + found.length, expression }
    }
  }
  return null
}
