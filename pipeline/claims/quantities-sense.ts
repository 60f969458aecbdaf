import type { Numeral, Token } from '#language'
import type { Draft } from './quantities-plain.js'
import type { Hedge, QuantityWords } from './quantities-words.js'

/** "29 år gammal"; "Anna Lind, 45," has nothing but commas around it. */
export function isAge(tokens: Token[], after: number, words: QuantityWords): boolean {
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

/** What a figure is: a share, a change by or to, a ratio, else a count. */
export function senseOf(
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
  return fraction || (unit && words.has('share-unit', unit.unit)) ? 'share' : 'count'
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
