import { findNumerals, type RuleLanguage, type SpeechRules, verbAlternatives } from '#language'
import type { EditKind } from '#model'
import type { AlignedWord, Op } from './align-words.js'
import { likeness } from './edit-distance.js'
import { areExchanged } from './exchanged.js'
import { fold } from './fold.js'
import type { PrintedWord, Run } from './located.js'
import { isEchoedDenial, isPlainSpeech, isRepetition, type Said } from './said-again.js'

/**
 * Print and transcript differ: printed words `[p0, p1)` against heard words `[h0, h1)`. The transcript is a recogniser's
 * guess, so this is a suspicion, not a fact.
 */
export interface Difference {
  kind: EditKind
  meaning: boolean
  p0: number
  p1: number
  h0: number
  h1: number
  printed: string
  heard: string
  /** How alike the two sides sound, 0–1. */
  like: number
}

export interface Sides extends Said {
  printed: readonly PrintedWord[]
}

/** Shorter fillers are like too many words. */
const LEAST_FILLER = 5
const LIKE_FILLER = 0.65

const numbersIn = (text: string, language: RuleLanguage | null): number[] =>
  language ? findNumerals(text, language).map((numeral) => numeral.value) : []

const sameList = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, i) => value === b[i])

/** "1972" said "sjuttiotvå", "2024/2025" said "tjugofyra tjugofem": years are often said by their last two figures. */
function areShortYears(printed: readonly string[], heard: readonly number[]): boolean {
  const isShort = (year: string, said = 0) => said >= 10 && /^(?:19|20)\d\d$/.test(year) && Number(year) % 100 === said
  return printed.length > 0 && printed.length === heard.length && printed.every((year, i) => isShort(year, heard[i]))
}

/** The differences without two years in a row said short, which the alignment may have parted anywhere. */
const withoutShortYears = (found: readonly Difference[], { printed, language, heard }: Sides): Difference[] => {
  const isPair = (one?: Difference, other?: Difference) =>
    one?.kind === 'number' &&
    other?.kind === 'number' &&
    one.p1 === other.p0 &&
    one.h1 === other.h0 &&
    areShortYears(
      printed.slice(one.p0, other.p1).map(({ norm }) => norm),
      numbersIn(
        heard
          .slice(one.h0, other.h1)
          .map(({ norm }) => norm)
          .join(' '),
        language,
      ),
    )
  return found.filter((one, i) => !isPair(one, found[i + 1]) && !isPair(found[i - 1], one))
}

/** The words of one side that the other lacks. */
const missing = (words: readonly string[], others: readonly string[]) => words.filter((word) => !others.includes(word))

/** "arbetar" / "arbetade", "resultat" / "resultatet": one stem, another ending. */
function sharesStem(a: string, b: string): boolean {
  let common = 0
  while (common < a.length && common < b.length && a[common] === b[common]) common++
  const rest = Math.max(a.length, b.length) - common
  return common >= 3 && rest <= 4 && common / Math.max(a.length, b.length) >= 0.5
}

/** A filler misheard is a filler: "alltså" written down as "allt som". */
function soundsLikeFiller(heard: readonly string[], { rules, language }: Sides): boolean {
  if (!language) return false
  const said = fold(heard.join(''), language)
  return rules.hunted.some(
    ({ word, kind }) =>
      kind === 'filler' && word.length >= LEAST_FILLER && likeness(fold(word, language), said) >= LIKE_FILLER,
  )
}

/** What kind of difference it is, from the words alone. */
function classify(
  printed: readonly string[],
  heard: readonly string[],
  { names, beforeNumber }: { names: boolean; beforeNumber: boolean },
  sides: Sides,
): EditKind {
  const { rules, language } = sides
  const p = printed.join(' ')
  const h = heard.join(' ')
  if (printed.length === 0) {
    let at = 0
    while (at < heard.length && rules.fillerAt(heard, at) > 0) at += rules.fillerAt(heard, at)
    if (at >= heard.length || soundsLikeFiller(heard, sides)) return 'filler'
  }
  const numbers = [numbersIn(p, language), numbersIn(h, language)] as const
  // A number against words that are none is most often the number misheard: words changed, and judged as such.
  const both = printed.length === 0 || heard.length === 0 || (numbers[0].length > 0 && numbers[1].length > 0)
  if (!sameList(...numbers) && both) return 'number'
  if (printed.length === 1) {
    const listed = rules.alternatives(p).find((alternative) => alternative.other === h)
    if (listed) return listed.kind
  }
  if (names) return 'name'
  const lost = missing(heard, printed)
  const gained = missing(printed, heard)
  const denials = [lost, gained].flatMap((words) => words.find(rules.isNegation) ?? [])
  if (denials.length === 1) {
    const denial = denials[0]!
    // "inte regnat" written down as "interegna" has it.
    const held = [...lost, ...gained].some((word) => word !== denial && word.includes(denial))
    if (!held) return 'negation'
  }
  if (printed.length === 1 && heard.length === 1) {
    if (rules.writtenForms(h).includes(p) || rules.writtenForms(p).includes(h)) return 'spoken-form'
    if (language && isOtherTense(p, h, language)) return 'tense'
    if (sharesStem(p, h)) return 'inflection'
  }
  const isHedge = (word: string) => rules.isHedge(word) || (beforeNumber && rules.approximators.has(word))
  if (lost.some(isHedge) !== gained.some(isHedge)) return 'hedge'
  if (printed.length === heard.length && [...printed].sort().join(' ') === [...heard].sort().join(' '))
    return 'word-order'
  if (printed.length === 0) return 'word-dropped'
  if (heard.length === 0) return 'word-added'
  return 'word-changed'
}

const isOtherTense = (p: string, h: string, language: RuleLanguage) =>
  verbAlternatives(p, language).some(({ other, kind }) => kind === 'tense' && other === h)

/** What custom lets a quotation leave out or write otherwise: nobody needs to be asked about it. */
export const CUSTOMARY: ReadonlySet<EditKind> = new Set(['filler', 'repetition', 'spoken-form'])
const ALWAYS: ReadonlySet<EditKind> = new Set(['hedge', 'negation', 'number', 'name', 'tense', 'role'])
const WORDS: ReadonlySet<EditKind> = new Set(['word-changed', 'word-dropped', 'word-added'])

/** Does an edit of this kind carry meaning? Words do when one of them is a content word. */
export function carriesMeaning(kind: EditKind, words: readonly string[], rules: SpeechRules): boolean {
  return ALWAYS.has(kind) || (WORDS.has(kind) && words.some((word) => !rules.isFunctionWord(word)))
}

/**
 * The differences of one run, in printed order. Adjacent ones are one difference ("är" / "kan vara"); words that sound
 * alike stand alone, since those are most often the recogniser's spelling.
 */
export function differencesOf(run: Run, sides: Sides): Difference[] {
  const found: Difference[] = []
  const sentence = {
    printed: sides.printed.slice(run.p0, run.p1).map((word) => word.norm),
    heard: sides.heard.slice(run.h0, run.h1).map((word) => word.norm),
  }
  const add = (p0: number, p1: number, h0: number, h1: number) => {
    const printedWords = sides.printed.slice(p0, p1)
    const printed = printedWords.map((word) => word.norm)
    const heard = sides.heard.slice(h0, h1).map((word) => word.norm)
    const folded = (words: readonly AlignedWord[]) => words.map((word) => word.folded).join('')
    const like = likeness(folded(printedWords), folded(sides.heard.slice(h0, h1)))
    if (like === 1 && printed.length !== heard.length) return
    const numbers = numbersIn(printed.join(' '), sides.language)
    const said = numbersIn(heard.join(' '), sides.language)
    if (numbers.length > 0 && sameList(numbers, said) && printed.length <= 2) return
    if (areShortYears(printed, said)) return
    const repeats = printed.length === 0 && (isRepetition(h0, h1, sides) || isEchoedDenial(h0, h1, sides))
    const first = repeats
      ? 'repetition'
      : classify(
          printed,
          heard,
          {
            names: printedWords.some((word) => word.name),
            beforeNumber: (sides.printed[p1]?.value ?? null) !== null,
          },
          sides,
        )
    const one = first === 'word-changed' && printed.length === 1 && heard.length === 1
    const content = one && [printed[0]!, heard[0]!].every((word) => !sides.rules.isFunctionWord(word))
    const kind = content && areExchanged(printed[0]!, heard[0]!, sentence) ? 'role' : first
    found.push({
      kind,
      meaning: carriesMeaning(kind, [...missing(printed, heard), ...missing(heard, printed)], sides.rules),
      p0,
      p1,
      h0,
      h1,
      printed: printedWords.map((word) => word.text).join(' '),
      heard: sides.words
        .slice(h0, h1)
        .map((word) => word.text.trim())
        .join(' '),
      like,
    })
  }
  let open: Op[] = []
  const close = () => {
    for (const { p0, p1, h0, h1 } of changesOf(open)) add(p0, p1, h0, h1)
    open = []
  }
  for (const op of run.ops) {
    const plain = op.p1 === op.p0 && isPlainSpeech(op.h0, sides)
    if (op.like < 0.6 && !plain) {
      open.push(op)
      continue
    }
    close()
    const exact = op.p1 - op.p0 === 1 && op.h1 - op.h0 === 1 && sides.printed[op.p0]!.norm === sides.heard[op.h0]!.norm
    if (!exact) add(op.p0, op.p1, op.h0, op.h1)
  }
  close()
  return withoutShortYears(found, sides)
}

/**
 * Changes in a stretch where nothing matches: each changed word is one, together with the words put in or left out right
 * before it ("är" / "kan vara"), or after it at the end.
 */
function changesOf(ops: readonly Op[]): Omit<Op, 'like'>[] {
  const changes: (Omit<Op, 'like'> & { complete: boolean })[] = []
  for (const op of ops) {
    const last = changes.at(-1)
    const substitution = op.p1 > op.p0 && op.h1 > op.h0
    if (last && (!last.complete || !substitution)) {
      last.p1 = op.p1
      last.h1 = op.h1
      last.complete ||= substitution
    } else changes.push({ p0: op.p0, p1: op.p1, h0: op.h0, h1: op.h1, complete: substitution })
  }
  return changes
}
