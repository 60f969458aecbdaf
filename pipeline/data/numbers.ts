/** How a column writes its numbers. */
export type DecimalMark = ',' | '.'

const SPACES = '[ \\u00a0\\u2009\\u202f]'
const SHAPE = {
  ',': new RegExp(`^[+\\-−–]?(?:\\d{1,3}(?:(?:${SPACES}|[.'’])\\d{3})+|\\d+)(?:,\\d+)?(?: ?%)?$`, 'u'),
  '.': new RegExp(
    `^[+\\-−–]?(?:\\d{1,3}(?:(?:${SPACES}|[,'’])\\d{3})+|\\d+)(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?(?: ?%)?$`,
    'u',
  ),
}
/** Longest text that is taken for a number. */
const MAX_LENGTH = 40

/**
 * A printed number: sign, groups of three parted by spaces, apostrophes or the mark that is not the decimal one.
 * @returns null when the text is no number
 */
export function readNumber(text: string, mark: DecimalMark): number | null {
  const trimmed = text.trim()
  if (trimmed.length > MAX_LENGTH || !SHAPE[mark].test(trimmed)) return null
  const groups = mark === ',' ? /[.'’ \u00a0\u2009\u202f%]/g : /[,'’ \u00a0\u2009\u202f%]/g
  const plain = trimmed.replace(groups, '').replace(',', '.').replace(/^[−–]/, '-')
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}

export const looksNumeric = (text: string): boolean => readNumber(text, ',') !== null || readNumber(text, '.') !== null

/**
 * Which mark parts the decimals, from all the texts of a column. A lone "1,234" or "1.234" says nothing: three digits
 * after the mark fit a thousand as well as a decimal.
 * @returns the mark, and the text that can be read both ways when nothing else in the column settles it
 */
export function decimalMark(texts: readonly string[]): { mark: DecimalMark | null; unsettled: string | null } {
  let unsettled: string | null = null
  for (const text of texts) {
    const marks = text.match(/[.,]/g)
    if (!marks || !looksNumeric(text)) continue
    const last = marks.at(-1)! as DecimalMark
    if (marks.includes(',') && marks.includes('.')) return { mark: last, unsettled: null }
    // Several of the same mark can only be thousands.
    if (marks.length > 1) return { mark: last === ',' ? '.' : ',', unsettled: null }
    const digits = /[.,](\d+)/.exec(text)![1]!
    const whole = /(\d+)[.,]/.exec(text)?.[1] ?? ''
    const spaced = /\d[ \u00a0\u2009\u202f]\d/.test(text)
    if (digits.length !== 3 || whole.length > 3 || whole.startsWith('0') || spaced)
      return { mark: last, unsettled: null }
    unsettled ??= text
  }
  return { mark: null, unsettled }
}
