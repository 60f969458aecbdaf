import { findNumerals, type Numeral, type RuleLanguage, type Token, tokenize } from '#language'
import type { ArticleBlock, Quantity } from '#model'
import { isIdentifier } from './quantities-identifier.js'
import { countedNoun } from './quantities-noun.js'
import { valueInterval } from './quantities-value.js'
import { type Hedge, type QuantityWords, quantityWords } from './quantities-words.js'

/** A figure of one block with what stands right around it; `start`/`end` in the block's text, hedge left out. */
export interface Draft {
  start: number
  end: number
  value: Quantity['value']
  unit: string | null
  counted: { text: string; base: string; start: number; end: number } | null
  hedge: string | null
  sense: Quantity['sense']
}

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
  for (let at = 0; at < free.length; at++) {
    const numeral = free[at]!
    const next = free[at + 1]
    const before = tokens.findLastIndex(({ end }) => end <= numeral.start)
    const inside = tokens.findIndex(({ end }) => end >= numeral.end)
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

/** "från 1,2 till 1,5 miljarder": the scale is said once. */
function scaledLike(numeral: Numeral, next: Numeral): Numeral {
  const bare = next.value / next.scale
  const alike = numeral.value < 1000 && numeral.value > bare / 100 && numeral.value < bare * 100
  if (numeral.scale > 1 || next.scale < 1e6 || !alike) return numeral
  return { ...numeral, value: numeral.value * next.scale, scale: next.scale }
}

/** "från 12 till 27 procent": so is the unit. */
function borrowUnit(draft: Draft, unit: { unit: string } | undefined): void {
  if (unit && draft.unit === null && draft.counted === null) draft.unit = unit.unit
}

const exactly = (value: number) => ({ low: value, high: value, printed: value })
const plain = ({ start, end, value }: Numeral, sense: Draft['sense']): Draft => ({
  start,
  end,
  value: exactly(value),
  unit: null,
  counted: null,
  hedge: null,
  sense,
})

const isRange = (between: string, words: QuantityWords, before: string | undefined) =>
  /^[-–—]$/.test(between) ||
  (words.has('range', between) && before !== undefined && words.has('between', before)) ||
  (words.has('to', between) && before !== undefined && !words.has('from', before))

/** "3–0", "2-1": two small figures with a dash and nothing that they count. */
function isScore(one: Numeral, two: Numeral, tokens: Token[], inside: number, words: QuantityWords): boolean {
  const after = tokens[inside + 3]
  const small = [one, two].every(
    ({ value, notation, decimals }) => value <= 30 && notation === 'digits' && decimals === 0,
  )
  const bare = !after || after.kind === 'punctuation' || !words.unit(after.norm, 'after')
  return small && bare && (two.value <= one.value || one.value === 0)
}

/** "10–15 procent", "tre av fyra". */
function joined(
  one: Numeral,
  two: Numeral,
  tokens: Token[],
  sense: 'share' | 'range',
  language: RuleLanguage,
  words: QuantityWords,
): Draft {
  const last = tokens.findIndex(({ end }) => end >= two.end)
  const unit = unitAfter(tokens, last + 1, words)
  const factor = unit?.factor ?? 1
  // "3–5 miljoner": the scale is said once.
  const first = one.scale === 1 && two.scale > 1 ? one.value * two.scale : one.value
  const value =
    sense === 'share'
      ? exactly(one.value / two.value)
      : { low: first * factor, high: two.value * factor, printed: null }
  const noun = unit ? null : countedNoun(tokens, last + 1, language, words)
  return {
    start: one.start,
    end: unit?.end ?? two.end,
    value,
    unit: unit?.unit ?? null,
    counted: noun && { text: noun.text, base: noun.base, start: noun.token.start, end: noun.token.end },
    hedge: null,
    sense,
  }
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

/** "29 år gammal"; "Anna Lind, 45," has nothing but commas around it. */
function isAge(tokens: Token[], after: number, words: QuantityWords): boolean {
  const [unit, tail] = [tokens[after]?.norm ?? '', tokens[after + 1]?.norm ?? '']
  if (
    words.has('age-unit', unit) &&
    (words.has('age-after', tail) || words.has('age-verb', tokens[after - 2]?.norm ?? ''))
  )
    return true
  const [comma, figure, close] = [tokens[after - 2], tokens[after - 1], tokens[after]]
  const name = tokens[after - 3]
  const aged =
    /^\d{1,2}$/.test(figure?.norm ?? '') && comma?.text === ',' && (close?.text === ',' || close?.text === '.')
  return aged && /^\p{Lu}\p{Ll}+/u.test(name?.text ?? '')
}

function unitAfter(tokens: Token[], at: number, words: QuantityWords) {
  const [one, two] = [tokens[at], tokens[at + 1]]
  const both = one && two ? words.unit(`${one.norm} ${two.norm}`, 'after') : undefined
  if (both) return { ...both, end: two!.end }
  // "110 km/h".
  const rate =
    one && two?.text === '/' && tokens[at + 2] ? words.unit(`${one.norm}/${tokens[at + 2]!.norm}`, 'after') : undefined
  if (rate) return { ...rate, end: tokens[at + 2]!.end }
  const unit = one && words.unit(one.norm, 'after')
  return unit && { ...unit, end: one.end }
}

function hedgeOf(
  tokens: Token[],
  before: number,
  after: number,
  printed: string,
  { approximate }: Numeral,
  words: QuantityWords,
): Hedge | null {
  const phrase = (end: number, length: number) =>
    tokens
      .slice(Math.max(0, end - length + 1), end + 1)
      .map(({ norm }) => norm)
      .join(' ')
  for (const hedge of words.hedges('before')) {
    if (phrase(before, hedge.form.split(' ').length) === hedge.form) return hedge
  }
  for (const hedge of words.hedges('after')) {
    const length = hedge.form.split(' ').length
    if (phrase(after + length - 1, length) === hedge.form) return hedge
  }
  if (!approximate) return null
  const width = words.hedges('inside').find(({ form }) => printed.includes(form))
  return width ? { ...width, form: printed } : null
}

function senseOf(
  tokens: Token[],
  before: number,
  after: number,
  read: { unit: { end: number; unit: string } | undefined; numeral: Numeral; hedge: Hedge | null },
  words: QuantityWords,
): Draft['sense'] {
  const { unit, numeral, hedge } = read
  const behind = tokens[unit ? tokens.findIndex(({ end }) => end >= unit.end) + 1 : after]?.norm ?? ''
  if (words.has('times', behind)) return 'ratio'
  if (words.has('comparative', behind)) return 'change-by'
  // "ökade med nästan 12 procent": the hedge stands between.
  const leading = hedge && words.hedges('before').includes(hedge) ? hedge.form.split(' ').length : 0
  const link = before - leading
  const preposition = tokens[link]?.norm ?? ''
  if ((words.has('by', preposition) || words.has('to', preposition)) && changeBefore(tokens, link, words)) {
    return words.has('by', preposition) ? 'change-by' : 'change-to'
  }
  const fraction = numeral.notation === 'words' && numeral.value < 1 && numeral.value > 0 && numeral.scale === 1
  return fraction || (unit && /^(?:procent|percent|promille)$/.test(unit.unit)) ? 'share' : 'count'
}

/** A word of change earlier in the clause: "ökade förra året med". */
function changeBefore(tokens: Token[], at: number, words: QuantityWords): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const token = tokens[index]!
    if (/^[.;:!?]$/.test(token.text)) return false
    if (words.has('change', token.norm)) return true
  }
  return false
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
