import { fractionSign, readDigits } from './digits.js'
import { combine, type NumberWord, numberWords, splitNumberWord } from './number-words.js'
import { readingOf } from './numeral-contexts.js'
import { hasRules, type RuleLanguage } from './tables.js'
import { type Token, tokenize } from './tokens.js'

export interface Numeral {
  value: number
  /** UTF-16 offsets into the text given. */
  start: number
  end: number
  notation: 'digits' | 'words' | 'mixed'
  ordinal: boolean
  /** Printed decimals: 1 in "3,5 miljoner". */
  decimals: number
  /** 1, 1e3, 1e6 …: of the last printed word; what the decimals are decimals of. */
  scale: number
  /** The words themselves say "about": "ett tiotal", "hundratals", "flera tusen", "ett par". */
  approximate: boolean
}

/** A numeral under way: `at` is the first token after it. */
interface Reading extends Numeral {
  at: number
}

/**
 * The numbers written in a text, in order, without overlaps: digits with any group sign, words, and both ("3,5 miljoner").
 * "en" and "ett" are numbers only where they count; "sex" only before something countable.
 */
export function findNumerals(text: string, language: RuleLanguage): Numeral[] {
  if (!hasRules(language)) return []
  const tokens = tokenize(text)
  const found: Numeral[] = []
  for (let at = 0; at < tokens.length; ) {
    const reading = readDigitsAt(text, tokens, at, language) ?? readWordsAt(text, tokens, at, language)
    if (!reading) {
      at++
      continue
    }
    const { at: next, ...numeral } = reading
    found.push(numeral)
    at = next
  }
  return found
}

/** Only white space, or nothing but a hyphen, between two tokens. */
const adjacent = (text: string, left: Token, right: Token | undefined): right is Token =>
  right !== undefined && text.slice(left.end, right.start).trim() === ''

function readDigitsAt(text: string, tokens: Token[], at: number, language: RuleLanguage): Reading | null {
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

function readWordsAt(text: string, tokens: Token[], first: number, language: RuleLanguage): Reading | null {
  const parts: NumberWord[] = []
  let next = first
  let last: Token | undefined
  const take = (token: Token, words: NumberWord[]) => {
    parts.push(...words)
    last = token
    next++
  }
  for (let token = tokens[first]; token && (!last || adjacent(text, last, token)); token = tokens[next]) {
    const words = token.kind === 'word' ? splitNumberWord(token.norm, language) : null
    if (words && combine([...parts, ...words].filter(({ class: kind }) => kind !== 'article')) !== null) {
      take(token, words)
      continue
    }
    // English: "two hundred and five".
    const linked =
      language === 'en' && token.norm === 'and' && parts.some((part) => part.value >= 100)
        ? tokens[next + 1]
        : undefined
    const more = linked ? splitNumberWord(linked.norm, language) : null
    if (!linked || !more || more.some((part) => part.value >= 100) || combine([...parts, ...more]) === null) break
    next++
    take(linked, more)
  }
  const reading = finish(text, tokens, first, next, parts, language)
  return reading && keep(tokens, first, reading, parts, language) ? reading : null
}

/** What follows the counting words: halves, fractions, "tiotal", "par", and a scale after those. */
function finish(
  text: string,
  tokens: Token[],
  first: number,
  from: number,
  parts: NumberWord[],
  language: RuleLanguage,
): Reading | null {
  const known = numberWords(language)
  const counting = parts.filter(({ class: kind }) => kind !== 'article')
  let value: number | null = counting.length > 0 ? combine(counting) : parts.length > 0 ? 1 : null
  let next = from
  let approximate = false
  let complete = counting.length > 0
  let decimals = 0
  const follows = (index: number) =>
    tokens[index] && (index === first || adjacent(text, tokens[index - 1]!, tokens[index])) ? tokens[index] : undefined

  // "en och en halv", "tre och ett halvt", "two and a half".
  const link = follows(next)
  if (value !== null && link && (link.norm === 'och' || link.norm === 'and')) {
    const count = follows(next + 1)
    const counted = count && known.get(count.norm)
    const share = follows(next + 2)
    const part = share && known.get(share.norm)
    const halves = part?.class === 'half' && counted?.value === 1
    const fractions = part?.class === 'fraction' && counted?.class === 'unit'
    if (halves || fractions) {
      value += counted.value * part.value
      decimals = 1
      next += 3
      complete = true
    }
  }
  const word = follows(next)
  const part = word ? known.get(word.norm) : undefined
  switch (part?.class) {
    case 'half':
      if (value === null || decimals > 0) break
      if (value !== 1) break
      value = 0.5
      decimals = 1
      next++
      complete = follows(next)?.kind === 'word'
      break
    case 'fraction':
      value = (value ?? 1) * part.value
      next++
      complete = true
      break
    case 'whole':
      if (value !== null) break
      value = part.value
      decimals = 1
      next++
      complete = true
      break
    case 'about':
    case 'collective':
      if (value === null) break
      value *= part.value
      approximate = part.class === 'about'
      next++
      complete = true
      break
    case 'about-plural':
      if (value !== null) break
      value = part.value
      approximate = true
      next++
      complete = true
      break
  }
  if (value === null || !complete) return null
  let scale = 1
  const lastCounting = counting.at(-1)
  if (lastCounting && lastCounting.value >= 1000 && next === from) scale = lastCounting.value
  // "en halv miljon", "ett par hundra", "ett tiotal tusen".
  for (let more = follows(next); more && next > from; more = follows(next)) {
    const bigger = known.get(more.norm)
    if (!bigger || bigger.ordinal || !MULTIPLIERS.has(bigger.class)) break
    value = times(value, bigger.value)
    scale *= bigger.value
    next++
  }
  const ordinal = parts.at(-1)?.ordinal === true && next === from
  const start = tokens[first]!.start
  return {
    value,
    start,
    end: tokens[next - 1]!.end,
    notation: 'words',
    ordinal,
    decimals,
    scale,
    approximate,
    at: next,
  }
}

/** Words that are numbers only in some surroundings; sets `approximate` for "flera hundra". */
function keep(tokens: Token[], first: number, reading: Reading, parts: NumberWord[], language: RuleLanguage): boolean {
  if (reading.at - first > 1 && parts[0]?.class !== 'unit') return true
  const context = readingOf(tokens, first, reading.at, language)
  if (context === 'about') reading.approximate = true
  // A bare plural "miljoner" is no figure, but says its order of size.
  if (reading.at - first === 1 && parts.length === 1 && parts[0]!.class === 'scale') reading.approximate = true
  return context !== 'not'
}

const MULTIPLIERS: ReadonlySet<string> = new Set(['hundred', 'thousand', 'scale', 'collective'])

/** Decimal multiplication without binary dust: 3.3 × 1e6 is 3300000. */
const times = (a: number, b: number): number => Number((a * b).toPrecision(15))
