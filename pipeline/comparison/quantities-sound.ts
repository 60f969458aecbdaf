import { findNumerals, hasRules, isWord, type Numeral, speechRules, words } from '#language'
import { articlePlace, type Comparison, type Edit, type Outcome, type Quantity } from '#model'
import { editSeconds, type Heard, heardAt, pieceSeconds, touching, wordsHeard } from './heard.js'
import type { ComparisonInput } from './input.js'
import { isKin } from './stems.js'
import { printedWithCounted } from './subject.js'
import { isOf } from './words.js'

/** Words after a heard number among which the printed noun may stand before another is taken for what was counted. */
const NOUN_WITHIN = 4
/** Below this share of heard characters the place is too garbled to conclude from what the transcript says. */
const LEAST_SIMILARITY = 0.45

/** Every quantity in a located quotation or statement against what was heard there: the number, then what it counts. */
export function compareWithSound(input: ComparisonInput): Comparison[] {
  if (!hasRules(input.language)) return []
  return input.claims.quantities.flatMap((quantity) => {
    if (quantity.sense === 'identifier') return []
    const [heard] = heardAt(input, quantity.place)
    if (!heard) return []
    const value = compareValue(input, quantity, heard)
    const unit = value.outcome === 'agrees' ? compareCounted(input, quantity, heard) : null
    return unit ? [value, unit] : [value]
  })
}

const ofSupport: Record<Edit['support'], Outcome> = {
  heard: 'disagrees',
  print: 'agrees',
  undecided: 'depends',
  'not-asked': 'depends',
}

function compareValue(input: ComparisonInput, quantity: Quantity, heard: Heard): Comparison {
  const edit = heard.edits.find(({ kind }) => kind === 'number')
  const said = numeralHeard(input, quantity, heard)
  // Told in other words, a figure may be left out of what is found; only another figure contradicts it.
  const lost = edit?.support === 'heard' && quantity.quotation === null && !hasNumeral(edit.heard, input.language)
  if (edit && !lost && !(edit.support !== 'heard' && said)) {
    const outcome = ofSupport[edit.support]
    const held = edit.support === 'print'
    const reason = held
      ? { id: 'sound-number-held', values: { printed: quantity.text } }
      : { id: `sound-number-${outcome}`, values: { printed: quantity.text, heard: edit.heard || '–' } }
    return audio(quantity, heard, {
      outcome,
      place: editSeconds(heard.piece, edit),
      value: held ? quantity.text : edit.heard,
      reason,
      match: 0.9,
    })
  }
  if (said) {
    const reason = { id: 'sound-number-agrees', values: { printed: quantity.text, heard: said.text } }
    return audio(quantity, heard, {
      outcome: 'agrees',
      place: said.place ?? pieceSeconds(heard.piece),
      value: said.text,
      reason,
      match: 0.9,
    })
  }
  // What a recogniser writes for a number proves nothing against the print.
  const reason = { id: 'sound-number-not-heard', values: { printed: quantity.text } }
  return audio(quantity, heard, {
    outcome: 'not-checkable',
    place: pieceSeconds(heard.piece),
    value: null,
    reason,
    match: 0.5,
  })
}

const hasNumeral = (text: string, language: string): boolean =>
  hasRules(language) && findNumerals(text, language).length > 0

/** The numeral in these seconds that has the printed value, digits or words alike; of "fyra av tio", all of them in a row. */
function numeralHeard(input: ComparisonInput, { value, text: printed }: Quantity, { piece }: Heard) {
  if (!hasRules(input.language)) return null
  const { text, at } = wordsHeard(input, piece)
  const found = findNumerals(text, input.language)
  const own = findNumerals(printed, input.language)
  const isRun = (from: number) => own.every((one, index) => found[from + index]?.value === one.value)
  const first = found.findIndex(
    (one: Numeral, index) => value.printed === one.value || (own.length > 1 && isRun(index)),
  )
  if (first < 0) return null
  const { start, value: heard } = found[first]!
  const { end } = found[heard === value.printed ? first : first + own.length - 1]!
  return { text: text.slice(start, end), end, place: at(start), heard: text, at }
}

function compareCounted(input: ComparisonInput, quantity: Quantity, heard: Heard): Comparison | null {
  const { counted } = quantity
  if (!counted || quantity.unit !== null) return null
  const said = numeralHeard(input, quantity, heard)
  const place = articlePlace(input.article, counted.span)
  const edit = touching(heard.alignment, place).find(({ kind, meaning }) => meaning && kind !== 'number')
  if (edit?.support === 'print') return null
  if (!said) return edit?.support === 'heard' ? countedAsAsked(input, quantity, heard, edit) : null
  const noun = otherNoun(input, counted, said.heard, said.end)
  if (!noun || heard.alignment.similarity < LEAST_SIMILARITY) return null
  const asked = edit?.support === 'heard' ? 'disagrees' : edit?.support === 'undecided' ? 'depends' : 'disagrees'
  const together = `${said.text} ${noun.text}`
  return audio(quantity, heard, {
    aspect: 'unit',
    outcome: asked,
    place: said.place ?? pieceSeconds(heard.piece),
    value: together,
    reason: {
      id: `sound-counts-${asked === 'depends' ? 'perhaps-' : ''}other`,
      values: { printed: printedWithCounted(input, quantity), heard: together },
    },
    match: edit?.support === 'heard' ? 0.9 : 0.7,
  })
}

/** The transcript lost the number, but the sound holds it, and holds another of the article's counted nouns after it. */
function countedAsAsked(input: ComparisonInput, quantity: Quantity, heard: Heard, edit: Edit): Comparison | null {
  const isCounted = input.claims.quantities.some(({ counted }) => counted?.text.toLowerCase() === edit.heard)
  if (!isCounted) return null
  const together = `${quantity.text} ${edit.heard}`
  return audio(quantity, heard, {
    aspect: 'unit',
    outcome: 'disagrees',
    place: editSeconds(heard.piece, edit),
    value: together,
    reason: { id: 'sound-counts-other', values: { printed: printedWithCounted(input, quantity), heard: together } },
    match: 0.9,
  })
}

/**
 * The noun heard after the number, when it is plainly another than the printed: a real word, of a kind that the article
 * or a table counts with too, and the printed noun is not heard nearby.
 */
function otherNoun(input: ComparisonInput, counted: { text: string; base: string }, heard: string, from: number) {
  const rules = speechRules(input.language)
  const after = words(heard.slice(from)).slice(0, NOUN_WITHIN * 2)
  const isPrinted = (word: string) => isKin(word, counted.base) || isKin(word, counted.text)
  if (after.some(({ norm }) => isPrinted(norm))) return null
  const before = words(heard.slice(0, from)).slice(-NOUN_WITHIN)
  if (before.some(({ norm }) => isPrinted(norm))) return null
  const next = after.slice(0, NOUN_WITHIN).find(({ norm, kind }) => kind === 'word' && !rules.isFunctionWord(norm))
  if (!next || isOf('any-noun', next.norm) || isWord(next.norm, input.language) === false) return null
  const nouns = [
    ...input.claims.quantities.flatMap((quantity) =>
      quantity.counted ? [quantity.counted.base, quantity.counted.text] : [],
    ),
    ...input.datasets.flatMap((dataset) => (dataset.counted ? [dataset.counted] : [])),
  ]
  return nouns.some((noun) => isKin(noun, next.norm) && !isPrinted(noun)) ? next : null
}

interface Said {
  outcome: Outcome
  place: Comparison['place']
  value: string | null
  reason: Comparison['reason']
  match: number
  aspect?: Comparison['aspect']
}

const audio = (quantity: Quantity, { piece }: Heard, said: Said): Comparison => ({
  claim: quantity.id,
  against: 'audio',
  aspect: 'value',
  calculation: null,
  evidence: said.place ? [{ place: said.place, text: piece.heard }] : [],
  others: [],
  ...said,
})
