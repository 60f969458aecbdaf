import { findNumerals, type Numeral, type RuleLanguage, type Token, tokenize } from '#language'
import type { ArticleBlock } from '#model'
import { hedgeOf, unitAfter } from './quantities-beside.js'
import { isIdentifier } from './quantities-identifier.js'
import { borrowUnit, isRange, isScore, joined, scaledLike } from './quantities-joined.js'
import { countedNoun } from './quantities-noun.js'
import { type Draft, exactly, plain } from './quantities-plain.js'
import { isAge, senseOf } from './quantities-sense.js'
import { valueInterval } from './quantities-value.js'
import { type QuantityWords, quantityWords } from './quantities-words.js'

interface Taken {
  start: number
  end: number
}

/** The figures of a block that are no times (`taken`), in order. */
export function draftQuantities(block: ArticleBlock, taken: readonly Taken[], language: RuleLanguage): Draft[] {
  const words = quantityWords(language)
  const { text } = block
  const tokens = tokenize(text)
  const free = findNumerals(text, language).filter(
    ({ start, end }) => !taken.some((time) => start < time.end && end > time.start),
  )
  const drafts: Draft[] = []
  let cursor = 0
  for (let at = 0; at < free.length; at++) {
    const numeral = free[at]!
    const next = free[at + 1]
    while (tokens[cursor]!.end <= numeral.start) cursor++
    const before = cursor - 1
    while (tokens[cursor]!.end < numeral.end) cursor++
    const inside = cursor
    const between = next ? text.slice(numeral.end, next.start).trim().toLowerCase() : null
    if (isIdentifier(text, tokens, before, inside, numeral, words)) {
      const last = drafts.at(-1)
      // "070-123 45 67" is one.
      if (last?.sense === 'identifier' && /^[-–/: ]$/.test(text.slice(last.end, numeral.start))) last.end = numeral.end
      else drafts.push(plain(numeral, 'identifier'))
      continue
    }
    if (next && between !== null) {
      const share = words.has('share-link', between) && next.value > numeral.value && next.value <= 10 && between !== ''
      const range = isRange(between, words, tokens[before]?.norm) && next.value > numeral.value
      const touching = text.slice(numeral.end, next.start).length === 1
      if (/^[-–]$/.test(between) && touching && isScore(numeral, next, tokens, inside, words)) {
        const [low, high] = [numeral.value, next.value].sort((a, b) => a - b) as [number, number]
        drafts.push({ ...plain(numeral, 'score'), end: next.end, value: { low, high, printed: null } })
        at++
        continue
      }
      if (share || range) {
        drafts.push(joined(numeral, next, tokens, share ? 'share' : 'range', language, words))
        at++
        continue
      }
    }
    const pair = next && between !== null && words.has('to', between) && words.has('from', tokens[before]?.norm ?? '')
    drafts.push(single(text, tokens, pair ? scaledLike(numeral, next) : numeral, before, inside, language, words))
    if (pair) borrowUnit(drafts.at(-1)!, unitAfter(tokens, tokens.findIndex(({ end }) => end >= next.end) + 1, words))
  }
  drafts.push(...ratios(tokens, drafts, taken, words))
  return drafts.sort((a, b) => a.start - b.start)
}

function single(
  text: string,
  tokens: Token[],
  numeral: Numeral,
  before: number,
  inside: number,
  language: RuleLanguage,
  words: QuantityWords,
): Draft {
  const token = tokens[inside]!
  const tail = token.end > numeral.end ? token.norm.slice(numeral.end - token.start).replace(/^[-‐‑]/, '') : ''
  const after = inside + 1
  const hedge = hedgeOf(tokens, before, after, text.slice(numeral.start, numeral.end).toLowerCase(), numeral, words)
  const bare = { hedge: hedge?.form || null }
  const years = words.value('age-unit', words.forms('age-unit')[0] ?? '') ?? null
  if (words.has('age-tail', tail) || isAge(tokens, after, words)) {
    return {
      ...plain(numeral, 'age'),
      ...bare,
      value: valueInterval(numeral, { factor: 1, measured: false, hedge }),
      unit: words.value('age-unit', tokens[after]?.norm ?? '') ?? years,
      end: tail ? token.end : numeral.end,
    }
  }
  const prefix = before >= 0 ? words.unit(tokens[before]!.norm, 'before') : undefined
  const unit = unitAfter(tokens, after, words)
  const { factor = 1, measured = false } = unit ?? prefix ?? {}
  const noun = unit || prefix || tail || numeral.ordinal ? null : countedNoun(tokens, after, language, words)
  const value = valueInterval(numeral, { factor, measured, hedge })
  return {
    start: prefix && !unit ? tokens[before]!.start : numeral.start,
    end: unit?.end ?? (tail ? token.end : numeral.end),
    value,
    unit: unit?.unit ?? prefix?.unit ?? null,
    counted: noun && { text: noun.text, base: noun.base, start: noun.token.start, end: noun.token.end },
    ...bare,
    sense: numeral.ordinal ? 'ordinal' : senseOf(tokens, before, after, { unit, numeral, hedge }, words),
  }
}

/** "dubbelt så många", "har halverats": ratios without a numeral. */
function ratios(tokens: Token[], drafts: Draft[], taken: readonly Taken[], words: QuantityWords): Draft[] {
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1]
    const both = next && words.value('ratio', `${token.norm} ${next.norm}`)
    const value = both ?? words.value('ratio', token.norm)
    if (!value || token.kind !== 'word') return []
    const end = both ? next!.end : token.end
    const free = ![...drafts, ...taken].some((other) => token.start < other.end && end > other.start)
    const ratio: Draft = {
      start: token.start,
      end,
      value: exactly(Number(value)),
      unit: null,
      counted: null,
      hedge: null,
      sense: 'ratio',
    }
    return free ? [ratio] : []
  })
}
