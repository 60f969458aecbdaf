import { monthNumber } from './words.js'

const YEAR = '(1[6-9]\\d\\d|20\\d\\d|21\\d\\d)'
const patterns = {
  year: new RegExp(`^${YEAR}(?:\\.0)?$`),
  month: new RegExp(`^${YEAR}(?:-|M|\\/)(0?[1-9]|1[0-2])$`, 'i'),
  quarter: new RegExp(`^${YEAR}[ -]?(?:K|Q|KV\\.?|KVARTAL) ?([1-4])$`, 'i'),
  quarterFirst: new RegExp(`^(?:K|Q|KV\\.?|KVARTAL) ?([1-4])[ ,]+${YEAR}$`, 'i'),
  week: new RegExp(`^${YEAR}[ -]?(?:V|W|V\\.|VECKA) ?(0?[1-9]|[1-4]\\d|5[0-3])$`, 'i'),
  weekFirst: new RegExp(`^(?:V|W|V\\.|VECKA) ?(0?[1-9]|[1-4]\\d|5[0-3])[ ,]+${YEAR}$`, 'i'),
  day: new RegExp(`^${YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(?:[T ]00:00(?::00(?:\\.0+)?Z?)?)?$`),
  years: new RegExp(`^${YEAR} ?[-–/] ?(?:${YEAR}|(\\d\\d))$`),
  monthName: new RegExp(`^(\\p{L}{3,10}\\.?) ${YEAR}$`, 'u'),
  nameMonth: new RegExp(`^${YEAR},? (\\p{L}{3,10}\\.?)$`, 'u'),
}
const two = (digits: string | number) => String(digits).padStart(2, '0')

/**
 * A printed period as ISO: "2013", "2013-05", "2013-K2", "2013-W07", "2013-05-01", "2012/2015".
 * @returns null when the text is no period
 */
export function readPeriod(printed: string): string | null {
  const text = printed.trim().replace(/[\u00a0\u202f]/g, ' ')
  if (text.length > 25 || !/\d{4}/.test(text)) return null
  let found = patterns.year.exec(text)
  if (found) return found[1]!
  found = patterns.month.exec(text)
  if (found) return `${found[1]}-${two(found[2]!)}`
  found = patterns.quarter.exec(text)
  if (found) return `${found[1]}-K${found[2]}`
  found = patterns.quarterFirst.exec(text)
  if (found) return `${found[2]}-K${found[1]}`
  found = patterns.week.exec(text)
  if (found) return `${found[1]}-W${two(found[2]!)}`
  found = patterns.weekFirst.exec(text)
  if (found) return `${found[2]}-W${two(found[1]!)}`
  found = patterns.day.exec(text)
  if (found) return `${found[1]}-${found[2]}-${found[3]}`
  found = patterns.years.exec(text)
  if (found) {
    const end = found[2] ?? `${found[1]!.slice(0, 2)}${found[3]}`
    return Number(end) > Number(found[1]) ? `${found[1]}/${end}` : null
  }
  found = patterns.monthName.exec(text)
  if (found) return named(found[2]!, found[1]!)
  found = patterns.nameMonth.exec(text)
  return found ? named(found[1]!, found[2]!) : null
}

function named(year: string, word: string): string | null {
  const month = monthNumber(word)
  return month ? `${year}-${two(month)}` : null
}
