import type { Numeral, Token } from '#language'
import type { QuantityWords } from './quantities-words.js'

/** Digits that are a telephone, post code, account or registration number: grouped otherwise than thousands are. */
const GROUPED_CODE = /^(?:\+?\d{2,}[-–/ ]\d{2,}[-–/ \d]*|0\d{1,3}[-–/ ]?\d[\d -]{4,})$/

/** Whether a figure only names something: "Jas 39", "F 7", "sidan 12", "5 kap. 3 §", "070-123 45 67", "§ 4". */
export function isIdentifier(
  text: string,
  tokens: readonly Token[],
  before: number,
  inside: number,
  numeral: Numeral,
  words: QuantityWords,
): boolean {
  if (numeral.ordinal || numeral.notation !== 'digits') return false
  const previous = tokens[before]
  const next = tokens[inside + 1]
  // "Livsmedelsstrategin 2.0": a version. Swedish decimals have a comma.
  if (words.has('version-sign', '.') && /^\d+\.0$/.test(text.slice(numeral.start, numeral.end))) return true
  if (previous?.text === '§' || (next && words.has('identifier-after', next.norm) && next.start - numeral.end <= 1)) {
    return next?.text === '§' || previous?.text === '§' || next?.norm !== 'a'
  }
  if (previous && previous.text === '.' && words.has('identifier-before', tokens[before - 1]?.norm ?? '')) return true
  if (previous && words.has('identifier-before', previous.norm)) return true
  // "+", "/" and further groups with hyphens right beside the digits.
  const around = /[\d+/ –-]*$/.exec(text.slice(Math.max(0, numeral.start - 16), numeral.start))![0].trimStart()
  const behind = /^[\d/ –-]*/.exec(text.slice(numeral.end, numeral.end + 16))![0]
  const whole = (around + text.slice(numeral.start, numeral.end) + behind).trim()
  if (
    /^[\d+]/.test(whole) &&
    /\d/.test(around + behind) &&
    GROUPED_CODE.test(whole) &&
    whole.replace(/\D/g, '').length >= 7
  )
    return true
  // "2018:1197", "1:3".
  if (
    /\d:$/.test(text.slice(Math.max(0, numeral.start - 2), numeral.start)) ||
    /^:\d/.test(text.slice(numeral.end, numeral.end + 2))
  )
    return true
  if (/^0\d/.test(text.slice(numeral.start, numeral.end))) return true
  // A name and its number: the word before is a name in the middle of a sentence.
  if (previous?.kind !== 'word' || !/^\p{Lu}/u.test(previous.text)) return false
  if (text.slice(previous.end, numeral.start) !== ' ') return false
  const head = tokens[before - 1]
  const opensSentence = !head || /^[.!?:–—"”»-]$/.test(head.text)
  const unit = next && (words.unit(next.norm, 'after') !== undefined || next.text === '%')
  return !unit && !words.unit(previous.norm, 'before') && (!opensSentence || /^\p{Lu}{1,4}\d*$/u.test(previous.text))
}
