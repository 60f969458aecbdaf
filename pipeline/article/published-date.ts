import type { PublishedDate } from '#model'

const monthNames = (language: string, month: 'long' | 'short') =>
  Array.from({ length: 12 }, (_, index) =>
    new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
      .format(Date.UTC(2000, index, 1))
      .replace('.', '')
      .toLowerCase(),
  )

let known: Map<string, number> | undefined

/** Made when first needed: most dates are written in digits, and the tables of every language take time to load. */
function months(): Map<string, number> {
  known ??= new Map(
    ['sv', 'en'].flatMap((language) =>
      (['long', 'short'] as const).flatMap((style) =>
        monthNames(language, style).map((name, index) => [name, index + 1] as const),
      ),
    ),
  )
  return known
}

/**
 * Reads a day, month or year: `2016`, `2016-03`, `2016-03-12` (a time of day after it is left aside), `20160312`,
 * `12 mars 2016`, `mars 2016`, `March 12, 2016`, `12/3 2016`. Null when it is none of these, or no such day exists.
 */
export function publishedDate(text: string): PublishedDate | null {
  const printed = text.normalize('NFC').trim()
  if (printed.length > 80) return null
  const iso =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?$/.exec(printed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(printed)
  if (iso) return interval(printed, iso[1], iso[2], iso[3])
  const slashed = /^(\d{1,2})\/(\d{1,2})[- ](\d{4})$/.exec(printed)
  if (slashed) return interval(printed, slashed[3], slashed[2], slashed[1])
  const words = printed.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
  // Weekdays and clock times may stand around it: "lördag 12 mars 2016 kl 14.05", "Sat, 12 Mar 2016 14:05:00 GMT".
  const at = words.findIndex((word) => months().has(word))
  if (at < 0) return null
  const month = String(months().get(words[at]!))
  const [before, after, second] = [words[at - 1], words[at + 1], words[at + 2]]
  const isYear = (word: string | undefined) => word !== undefined && /^\d{4}$/.test(word)
  const isDay = (word: string | undefined) => word !== undefined && /^\d{1,2}$/.test(word)
  if (isYear(after)) return interval(printed, after, month, isDay(before) ? before : undefined)
  if (isDay(after) && isYear(second)) return interval(printed, second, month, after)
  return null
}

function interval(text: string, year = '', month?: string, day?: string): PublishedDate | null {
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)]
  if (y < 1000 || m < 1 || m > 12) return null
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  if (d < 1 || d > last) return null
  const iso = (monthNumber: number, dayNumber: number) =>
    `${year}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`
  if (month === undefined) return { text, from: iso(1, 1), to: iso(12, 31) }
  if (day === undefined) return { text, from: iso(m, 1), to: iso(m, last) }
  return { text, from: iso(m, d), to: iso(m, d) }
}
