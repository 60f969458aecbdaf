/** `1:02:03,450`, `02:03.45`, `2:03`: hours optional, comma or point, up to three decimals. */
const TIMESTAMP = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?$/

/** Seconds of a timestamp, null when it is none (minutes and seconds beyond 59 only where there are no hours). */
export function parseTimestamp(text: string): number | null {
  const match = TIMESTAMP.exec(text)
  if (!match) return null
  const [, hours, minutes, seconds, fraction] = match
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction ?? 0}`)
}
