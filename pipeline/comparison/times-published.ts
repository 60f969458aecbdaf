import { words } from '#language'
import type { Comparison, Time } from '#model'
import type { ComparisonInput } from './input.js'
import { intervalOf, printInterval } from './intervals.js'
import { isInside } from './sentences-timed.js'
import { blockText } from './subject.js'
import { isOf, weekday } from './words.js'

/** Days around the publication within which a date without a year is surely of that year. */
const NEAR_DAYS = 100
const DAY = 86_400_000

/** Each time on its own: its weekday, the order of a range, and where it lies from the publication. One comparison for each. */
export function compareWithPublished(input: ComparisonInput): Comparison[] {
  return input.claims.times.flatMap(
    (time) => reversedRange(time) ?? wrongWeekday(input, time) ?? futureTold(input, time) ?? reading(input, time) ?? [],
  )
}

const base = (time: Time) => ({
  claim: time.id,
  against: 'published' as const,
  aspect: 'date' as const,
  place: null,
  calculation: null,
  evidence: [{ place: time.place, text: time.text }],
  others: [],
})

/** "2015–2013", "mellan 2015 och 2013". */
function reversedRange(time: Time): Comparison | null {
  const years = time.text.match(/\b(?:1[6-9]|20|21)\d\d\b/g) ?? []
  const [first, last] = years
  const isRange = years.length === 2 && (time.granularity === 'years' || /\d\s?[–-]\s?\d/.test(time.text))
  if (!isRange || Number(first) <= Number(last)) return null
  return {
    ...base(time),
    value: `${last}–${first}`,
    outcome: 'disagrees',
    match: 0.9,
    reason: { id: 'range-reversed', values: { printed: time.text } },
  }
}

/** "måndagen den 3 maj 2016" was a Tuesday. */
function wrongWeekday(input: ComparisonInput, time: Time): Comparison | null {
  if (time.granularity !== 'day' || !time.from || time.from !== time.to) return null
  const before = blockText(input, time.span.block).slice(Math.max(0, time.span.start - 16), time.span.start)
  const beforeWords = words(before).map(({ norm }) => norm)
  const printed = [...beforeWords.slice(-2), ...words(time.text).map(({ norm }) => norm)]
  const named = printed.map(weekday).find((day) => day !== null) ?? null
  // A bare "på måndag" was resolved by its weekday and can't miss it; only one beside a date can.
  if (named === null || !/\d/.test(time.text)) return null
  const date = new Date(`${time.from}T00:00:00Z`)
  const actual = ((date.getUTCDay() + 6) % 7) + 1
  const yearPrinted = /\b(?:1[6-9]|20|21)\d\d\b/.test(time.text)
  if (actual !== named && !yearPrinted && !isNear(input, date)) return null
  const values = {
    printed: time.text,
    date: time.from,
    actual: dayName(actual, input.language),
    named: dayName(named, input.language),
  }
  if (actual === named)
    return { ...base(time), value: time.from, outcome: 'agrees', match: 0.9, reason: { id: 'weekday-fits', values } }
  return {
    ...base(time),
    value: values.actual,
    outcome: 'disagrees',
    match: yearPrinted ? 0.9 : 0.8,
    reason: { id: 'weekday-misses', values },
  }
}

function isNear({ published }: ComparisonInput, date: Date): boolean {
  if (!published) return false
  const [from, to] = [Date.parse(published.from), Date.parse(published.to)]
  // A year of publication alone doesn't say whether a date is of this year or the next.
  return to - from <= 31 * DAY && date.getTime() >= from - NEAR_DAYS * DAY && date.getTime() <= to + NEAR_DAYS * DAY
}

/** 1 is Monday; the second of 2024 was a Tuesday. */
const dayName = (day: number, language: string) =>
  new Date(Date.UTC(2024, 0, day)).toLocaleDateString(language === 'en' ? 'en' : 'sv', {
    weekday: 'long',
    timeZone: 'UTC',
  })

/** Told as past, but after the publication: "Under 2019 gjorde …" in an article of 2016. */
function futureTold(input: ComparisonInput, time: Time): Comparison | null {
  const { published } = input
  if (!published || !time.from || time.anchor !== 'none' || time.quotation !== null || time.from <= published.to)
    return null
  if (time.granularity === 'clock' || time.granularity === 'duration') return null
  const sentence = input.claims.statements.find((statement) => isInside(time.span, statement.span))
  if (!sentence || sentence.statementKind === 'question') return null
  const said = words(sentence.text).map(({ norm }) => norm)
  if (!said.some((word) => isOf('past', word)) || said.some((word) => isOf('plan', word))) return null
  const values = { printed: time.text, published: published.text }
  return {
    ...base(time),
    value: published.text,
    outcome: 'disagrees',
    match: 0.7,
    reason: { id: 'past-after-published', values },
  }
}

/** How the time was read, when that leans on the publication: shown, so that a person can judge it. */
function reading({ published }: ComparisonInput, time: Time): Comparison | null {
  const interval = intervalOf(time)
  if (!published || !interval || time.anchor !== 'published') return null
  const values = { printed: time.text, time: printInterval(interval), published: published.text }
  return {
    ...base(time),
    value: printInterval(interval),
    outcome: 'agrees',
    match: 0.4,
    reason: { id: 'counted-from-published', values },
  }
}
