import type { Numeral, Token } from '#language'
import type { Hedge, QuantityWords } from './quantities-words.js'

/** The unit right after a figure, of one or two words or a rate ("km/h"). */
export function unitAfter(tokens: Token[], at: number, words: QuantityWords) {
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

/** The hedge before, after or inside a figure. */
export function hedgeOf(
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
