import type { Numeral, RuleLanguage, Token } from '#language'
import { unitAfter } from './quantities-beside.js'
import { countedNoun } from './quantities-noun.js'
import { type Draft, exactly } from './quantities-plain.js'
import type { QuantityWords } from './quantities-words.js'

/** "från 1,2 till 1,5 miljarder": the scale is said once. */
export function scaledLike(numeral: Numeral, next: Numeral): Numeral {
  const bare = next.value / next.scale
  const alike = numeral.value < 1000 && numeral.value > bare / 100 && numeral.value < bare * 100
  if (numeral.scale > 1 || next.scale < 1e6 || !alike) return numeral
  return { ...numeral, value: numeral.value * next.scale, scale: next.scale }
}

/** "från 12 till 27 procent": so is the unit. */
export function borrowUnit(draft: Draft, unit: { unit: string } | undefined): void {
  if (unit && draft.unit === null && draft.counted === null) draft.unit = unit.unit
}

/** "10–15", "mellan 10 och 15", "10 till 15": the words between two figures of one span. */
export const isRange = (between: string, words: QuantityWords, before: string | undefined) =>
  /^[-–—]$/.test(between) ||
  (words.has('range', between) && before !== undefined && words.has('between', before)) ||
  (words.has('to', between) && before !== undefined && !words.has('from', before))

/** "3–0", "2-1": two small figures with a dash and nothing that they count. */
export function isScore(one: Numeral, two: Numeral, tokens: Token[], inside: number, words: QuantityWords): boolean {
  const after = tokens[inside + 3]
  const small = [one, two].every(
    ({ value, notation, decimals }) => value <= 30 && notation === 'digits' && decimals === 0,
  )
  const bare = !after || after.kind === 'punctuation' || !words.unit(after.norm, 'after')
  return small && bare && (two.value <= one.value || one.value === 0)
}

/** "10–15 procent", "tre av fyra". */
export function joined(
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
  const scaled = one.value * two.scale
  const first = one.scale === 1 && two.scale > 1 && scaled <= two.value ? scaled : one.value
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
