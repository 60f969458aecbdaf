import { fractionSign, readDigits } from './digits.js'
import { numberWords } from './number-words.js'
import { adjacent, type Reading, times } from './numeral.js'
import type { RuleLanguage } from './tables.js'
import type { Token } from './tokens.js'

/** The number that begins with digits at a token, or null. */
export function readDigitsAt(text: string, tokens: Token[], at: number, language: RuleLanguage): Reading | null {
  const token = tokens[at]!
  if (token.kind === 'punctuation') return null
  if (token.kind === 'word') return readJoinedDigits(token, at, language)
  const digits = readDigits(token.text, language)
  if (!digits) return null
  const base = { start: token.start, ordinal: false, decimals: digits.decimals, approximate: false }
  let { value } = digits
  let scale = 1
  let next = at + 1
  let end = token.end
  // "3,5 miljoner", "500 tusen", "2 hundra tusen".
  for (let word = tokens[next]; adjacent(text, tokens[next - 1]!, word); word = tokens[next]) {
    const part = numberWords(language).get(word.norm)
    if (!part || part.ordinal || !['hundred', 'thousand', 'scale'].includes(part.class)) break
    if (part.value <= scale && scale > 1) break
    value = times(value, part.value)
    scale *= part.value
    end = word.end
    next++
  }
  const reading: Reading = { ...base, value, scale, end, notation: scale > 1 ? 'mixed' : 'digits', at: next }
  return scale > 1 ? withRest(text, tokens, reading, language) : reading
}

/** "2 miljoner 300 000", "4 tusen 3 hundra 21": a smaller number right after goes on with it. */
function withRest(text: string, tokens: Token[], head: Reading, language: RuleLanguage): Reading {
  const next = tokens[head.at]
  if (head.decimals > 0 || next?.kind !== 'number' || !adjacent(text, tokens[head.at - 1]!, next)) return head
  const rest = readDigitsAt(text, tokens, head.at, language)
  if (!rest || rest.decimals > 0 || rest.value >= head.scale) return head
  return { ...head, value: head.value + rest.value, scale: rest.scale, end: rest.end, at: rest.at }
}

/** Digits with something hanging on: "2:a", "3:e", "2nd", "16-åring", "10-tal"; decades ("90-talet") are times. */
function readJoinedDigits(token: Token, at: number, language: RuleLanguage): Reading | null {
  const sign = fractionSign(token.norm.at(-1)!)
  if (sign !== null && /^\d{0,9}$/.test(token.norm.slice(0, -1))) {
    const value = Number(token.norm.slice(0, -1)) + sign
    const { start, end } = token
    return {
      value,
      start,
      end,
      notation: 'digits',
      ordinal: false,
      decimals: 1,
      scale: 1,
      approximate: false,
      at: at + 1,
    }
  }
  return readDigitsAndTail(token, at, language)
}

function readDigitsAndTail(token: Token, at: number, language: RuleLanguage): Reading | null {
  const match = /^(\d{1,15})([:\-‐‑]?)(\p{L}.*)$/u.exec(token.norm)
  if (!match) return null
  const [, digits, sign, tail] = match as unknown as [string, string, string, string]
  const base = { value: Number(digits), start: token.start, decimals: 0, scale: 1, at: at + 1 }
  const suffix = numberWords(language).get(`#${tail}`)
  if (suffix?.ordinal && (sign === ':' || sign === '')) {
    return { ...base, end: token.end, notation: 'digits', ordinal: true, approximate: false }
  }
  if (sign === '' || sign === ':') return null
  if (suffix?.class === 'about') {
    return { ...base, end: token.end, notation: 'digits', ordinal: false, approximate: true }
  }
  if (suffix) return null
  return { ...base, end: token.start + digits.length, notation: 'digits', ordinal: false, approximate: false }
}
