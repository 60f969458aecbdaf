import { functionWords, type RuleLanguage } from '#language'
import type { CalendarUnit } from './calendar.js'
import type { Expression, Found } from './times-expression.js'
import type { Reader } from './times-reader.js'

/** Decades and centuries counted in calendar units. */
const UNITS: Record<string, [unit: CalendarUnit, count: number]> = {
  day: ['day', 1],
  week: ['week', 1],
  month: ['month', 1],
  year: ['year', 1],
  decade: ['year', 10],
  century: ['year', 100],
}

/** "2013–2015", "2013-15", "2014/15", "mellan 2013 och 2015"; one year alone where its surroundings say that it is one. */
export function yearSpan(reader: Reader, at: number, language: RuleLanguage): Found | null {
  const from = reader.year(at)
  if (!from) return null
  const dash = reader.isDash(from.end) || reader.norm(from.end) === '/'
  const linked = reader.is('range', from.end) || (reader.is('range-between', from.end) && reader.is('between', at - 1))
  const to = dash || linked ? reader.year(from.end + 1) : null
  if (to && to.year > from.year) {
    return { first: at, end: to.end, expression: { kind: 'years', from: from.year, to: to.year } }
  }
  const short =
    dash && reader.touches(from.end) && reader.touches(from.end + 1) ? reader.tokens[from.end + 1] : undefined
  if (short && /^\d{2}$/.test(short.text)) {
    const year = from.year - (from.year % 100) + Number(short.text)
    if (year > from.year)
      return { first: at, end: from.end + 2, expression: { kind: 'years', from: from.year, to: year } }
  }
  return isYear(reader, at, from, language)
    ? { first: at, end: from.end, expression: { kind: 'years', from: from.year, to: from.year } }
    : null
}

/**
 * Whether a four-digit figure is a year. Counts are printed in groups ("2 015 personer"), so an ungrouped 2015 is a year
 * unless a unit or a hedge stands beside it; round ones ("2000 personer") and years in words need a word before them that
 * says so, and nothing countable after.
 */
function isYear(
  reader: Reader,
  at: number,
  { year, end }: { year: number; end: number },
  language: RuleLanguage,
): boolean {
  if (year < 1500 || year > 2100) return false
  // "lag (2018:1197)" and other numbers in two parts.
  if (reader.norm(end) === ':' && reader.tokens[end + 1]?.kind === 'number' && reader.touches(end)) return false
  const after = reader.tokens[end]
  if (after && (/^[%‰°$€£]$/.test(after.text) || reader.is('not-year', end))) return false
  if (reader.is('hedge', at - 1) && !reader.is('year-opens', at - 1)) return false
  if (reader.is('year-sure', at - 1)) return true
  const opened = reader.is('year-opens', at - 1)
  const closed = !after || after.kind === 'punctuation' || functionWords(language).has(after.norm)
  if (reader.tokens[at]!.kind === 'word') return opened && closed
  return year % 100 === 0 ? opened && closed : year >= 1800 || opened
}

/** "90-talet", "1990-talet", "nittiotalet", "1800-talet", "the 1990s". */
export function decade(reader: Reader, at: number): Found | null {
  const norm = reader.norm(at)
  const found = (expression: Expression): Found => ({ first: at, end: at + 1, expression })
  const named = reader.value('decade', at)
  if (named !== undefined) return found({ kind: 'short-decade', value: Number(named) })
  const match = /^(\d{4}|\d0)(?:[-‐‑–]talets?|['’]?s)$/.exec(norm)
  if (!match) return null
  const value = Number(match[1])
  if (match[1]!.length === 2) return found({ kind: 'short-decade', value })
  if (value % 100 === 0 && value < 2000) return found({ kind: 'years', from: value, to: value + 99 })
  return found({ kind: 'years', from: value, to: value + 9, decade: true })
}

/** Skips "drygt", "ungefär". */
const afterHedge = (reader: Reader, at: number) => {
  let next = at
  while (reader.is('hedge', next)) next++
  return next
}

function counted(reader: Reader, at: number): { unit: CalendarUnit; count: number | null; end: number } | null {
  const numeral = reader.numeral(at)
  const single = numeral ? undefined : reader.tokens[at]?.norm
  const end = numeral?.endToken ?? (single !== undefined && reader.words.has('one', single) ? at + 1 : null)
  if (end === null || numeral?.ordinal) return null
  const unit = reader.value('unit', end)
  const known = unit === undefined ? undefined : UNITS[unit]
  if (!known) return null
  const value = numeral?.value ?? 1
  const whole = Number.isInteger(value) && !numeral?.approximate && value < 1000
  return { unit: known[0], count: whole ? value * known[1] : null, end: end + 1 }
}

/** "för tre år sen", "three years ago", "tre år senare". */
export function ago(reader: Reader, at: number): Found | null {
  const opened = reader.is('ago-open', at)
  const start = opened ? afterHedge(reader, at + 1) : at
  const amount = counted(reader, start)
  if (!amount) return null
  const { unit, count, end } = amount
  const expression = (offset: number, anchor: 'published' | 'article'): Expression =>
    count === null ? { kind: 'vague' } : { kind: 'relative', unit, offset: offset * count, anchor }
  if (reader.is('ago', end) && (opened || !reader.is('ago-needs-opening', end)))
    return { first: at, end: end + 1, expression: expression(-1, 'published') }
  if (opened) return null
  if (reader.is('later', end)) return { first: at, end: end + 1, expression: expression(1, 'article') }
  if (reader.is('earlier', end)) return { first: at, end: end + 1, expression: expression(-1, 'article') }
  return null
}

/** "senaste två åren", "de tre senaste månaderna", "det senaste året", "the past two years", "kommande fem åren". */
export function lastSpan(reader: Reader, at: number): Found | null {
  let next = at
  if (reader.is('definite', next)) next++
  const before = reader.numeral(next)
  if (before && !before.ordinal) next = before.endToken
  const direction = reader.is('last', next) ? 'last' : reader.is('next', next) ? 'next' : null
  if (!direction) return null
  const behind = before ? undefined : reader.numeral(next + 1)
  const amount = before ?? behind
  const end = behind && !behind.ordinal ? behind.endToken : next + 1
  const unit = reader.value('unit', end)
  const known = unit === undefined ? undefined : UNITS[unit]
  if (!known || amount?.approximate) return null
  const value = amount?.value ?? 1
  if (!Number.isInteger(value) || value > 500) return null
  return { first: at, end: end + 1, expression: { kind: 'span', unit: known[0], count: value * known[1], direction } }
}

/** "tre månader", "fem års": a length of time; an age ("29 år gammal") is none. */
export function duration(reader: Reader, at: number): Found | null {
  if (!reader.numeral(at)) return null
  // "2025 års budget".
  const year = reader.year(at)
  if (year && year.year >= 1800 && reader.is('year-genitive', year.end)) {
    return { first: at, end: year.end, expression: { kind: 'years', from: year.year, to: year.year } }
  }
  const amount = counted(reader, at)
  // "F 7 år 1996": the year belongs to what follows.
  if (!amount || reader.is('age', amount.end) || reader.is('age-verb', at - 1) || reader.year(amount.end)) return null
  return { first: at, end: amount.end, expression: { kind: 'duration' } }
}

/** "kl. 12.30", "klockan tre", "klockan 8–10"; "3:21", as a length or a time of day. */
export function clock(reader: Reader, at: number): Found | null {
  if (!reader.is('clock', at)) return colons(reader, at)
  const start = reader.norm(at + 1) === '.' ? at + 2 : at + 1
  const hour = reader.numeral(start)
  if (!hour || hour.value > 24.59) return null
  let end = hour.endToken
  if (reader.norm(end) === ':' && reader.touches(end) && reader.tokens[end + 1]?.kind === 'number') end += 2
  if (reader.isDash(end) && reader.numeral(end + 1)) end = reader.numeral(end + 1)!.endToken
  return { first: at, end, expression: { kind: 'clock' } }
}

/** "12:30", "1:02:45": figures with colons, two digits behind each. */
function colons(reader: Reader, at: number): Found | null {
  if (!/^\d{1,2}$/.test(reader.norm(at)) || (at > 0 && reader.norm(at - 1) === ':')) return null
  let end = at + 1
  while (
    reader.norm(end) === ':' &&
    reader.touches(end) &&
    reader.touches(end + 1) &&
    /^[0-5]\d$/.test(reader.norm(end + 1))
  )
    end += 2
  const behind = reader.norm(end) === ':' && reader.touches(end) && reader.tokens[end + 1]?.kind === 'number'
  return end > at + 1 && end <= at + 5 && !behind ? { first: at, end, expression: { kind: 'clock' } } : null
}
