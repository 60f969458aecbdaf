import { combine, type NumberWord, numberWords, splitNumberWord } from './number-words.js'
import { adjacent, MULTIPLIERS, type Reading, times } from './numeral.js'
import { readingOf } from './numeral-contexts.js'
import type { RuleLanguage } from './tables.js'
import type { Token } from './tokens.js'

/** The number written in words that begins at a token, or null. */
export function readWordsAt(text: string, tokens: Token[], first: number, language: RuleLanguage): Reading | null {
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
      language === 'en' &&
      numberWords(language).get(token.norm)?.class === 'link' &&
      parts.some((part) => part.value >= 100)
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
  if (value !== null && link && known.get(link.norm)?.class === 'link') {
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
