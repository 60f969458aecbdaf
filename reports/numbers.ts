import type { UiLanguage } from '#model'

/** `1:28`, `1:02:03`; whole seconds, rounded down so that a player starts before the words. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const pad = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`
}

/** `1:28–1:34`: the end rounded up, so that the span holds the words. */
export function clockSpan(startSeconds: number, endSeconds: number): string {
  const from = clock(startSeconds)
  const to = clock(Math.ceil(endSeconds))
  return from === to ? from : `${from}–${to}`
}

/** A decimal number as printed in the language; at most two decimals. */
export function decimal(value: number, language: UiLanguage): string {
  const text = String(Math.round(value * 100) / 100).replace('-', '−')
  return language === 'sv' ? text.replace('.', ',') : text
}

/** A share 0–1 in whole per cent. */
export const percent = (share: number): string => String(Math.round(share * 100))

/** ISO days as a reader writes them: a whole year is `2013`, a whole month `2013-05`, else `2013-05-01–2013-06-30`. */
export function dateSpan(from: string | null, to: string | null): string | null {
  if (!from || !to) return from ?? to
  if (from === to) return from
  const year = from.slice(0, 4)
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) {
    return to.startsWith(year) ? year : `${year}–${to.slice(0, 4)}`
  }
  const month = from.slice(0, 7)
  const lastDay = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 0)).getUTCDate()
  if (from.endsWith('-01') && to === `${month}-${lastDay}`) return month
  return `${from}–${to}`
}

/** The last part of a path, whichever way its slashes lean. */
export const fileName = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path
