import { hasRules, type RuleLanguage, type SpeechRules, soundsSame } from '#language'
import type { AlignedWord } from './align-words.js'
import { decoys } from './decoys.js'
import { CUSTOMARY, type Difference } from './differences.js'
import { isKnownName, isName, namesLike } from './known-names.js'
import type { Located, PrintedWord } from './located.js'
import type { Probe } from './probe.js'
import type { Vocabulary } from './vocabulary.js'

/** What was heard for a name, this much like it and no other known name, is the recogniser's spelling of it. */
const NAME_LIKE = 0.7
/** So much like it, it need not even be garble. */
const NAME_SAME = 0.85
/** So much like the printed number, words that are not all numerals are its spelling: "hundra fira" for 104. */
const NUMBER_LIKE = 0.7
const LONGEST_SUSPICION = 8
/** Letters of a word from which a part of it is known as such. */
const LEAST_PART = 4
/** What was heard is a spelling of a known name when it is this much like it, and likelier than the printed one by so much. */
const LEAST_NAME_LIKE = 0.6
const CLEARLY = 0.1
/** Content words of one difference that decoys are put against. */
const MOST_DECOYED = 3

/**
 * What a difference makes us ask. Where words of the language were heard, or garble that sounds like a word of the
 * article: were they said instead? Where the garble is like nothing, it is no evidence: were the printed words said at all?
 */
function suspicion(difference: Difference, heard: readonly AlignedWord[], known: Vocabulary): Probe[] {
  const { p0, p1, h0, h1, kind } = difference
  if (CUSTOMARY.has(kind) || h1 - h0 > LONGEST_SUSPICION || p1 - p0 > LONGEST_SUSPICION) return []
  const words = heard.slice(h0, h1).map((word) => known.read(word))
  if (words.every((word) => word !== null)) {
    return [{ p0, p1, text: words.join(' '), kind, origin: 'heard' }]
  }
  return p1 > p0 ? [{ p0, p1, text: '', kind, origin: 'home' }] : []
}

/** Where fewer words were heard than printed, one of the printed ones may have been put in. */
function putIn({ p0, p1, h0, h1, kind }: Difference, printed: readonly PrintedWord[], rules: SpeechRules): Probe[] {
  if (CUSTOMARY.has(kind) || p1 - p0 < 2 || p1 - p0 <= h1 - h0 || p1 - p0 > LONGEST_SUSPICION) return []
  return printed.slice(p0, p1).flatMap(({ norm, value }, i): Probe[] => {
    if (value !== null || rules.isFunctionWord(norm)) return []
    return [{ p0: p0 + i, p1: p0 + i + 1, text: '', kind: 'word-added', origin: 'hunt' }]
  })
}

/** A word left out behind a comma may have stood before it: "det stämmer, för" was "det stämmer inte, för". */
const beforeComma = (probe: Probe, printed: readonly PrintedWord[]): Probe[] =>
  probe.p0 === probe.p1 && printed[probe.p0 - 1]?.after.includes(',') ? [{ ...probe, closing: true }, probe] : [probe]

/** Names that what was heard sounds like, more than like the printed one. */
function heardNames(
  { p0, p1, h0, h1, like }: Difference,
  printed: readonly PrintedWord[],
  heard: readonly AlignedWord[],
  language: RuleLanguage,
): Probe[] {
  if (p1 - p0 !== 1 || h1 - h0 !== 1 || !isName(printed, p0)) return []
  return namesLike(heard[h0]!, printed[p0]!, Math.max(LEAST_NAME_LIKE, like + CLEARLY), language).map((text) => ({
    p0,
    p1,
    text,
    kind: 'name',
    origin: 'heard',
  }))
}

/** All that a difference makes us ask. */
export const suspicions = (
  difference: Difference,
  printed: readonly PrintedWord[],
  heard: readonly AlignedWord[],
  known: Vocabulary,
  rules: SpeechRules,
  language: RuleLanguage | null,
): Probe[] => [
  ...(language ? heardNames(difference, printed, heard, language) : []),
  ...suspicion(difference, heard, known).flatMap((probe) => beforeComma(probe, printed)),
  ...putIn(difference, printed, rules),
]

/**
 * Garble that reads as the printed words themselves is the recogniser's spelling, no difference. Of names every spelling
 * is a guess: only another name, or one that sounds unlike, is a difference.
 */
export function isSpelling(
  difference: Difference,
  located: Located,
  heard: readonly AlignedWord[],
  known: Vocabulary,
  language: string,
): boolean {
  const { p0, p1, h0, h1, kind, like } = difference
  const read = heard.slice(h0, h1).map((word) => known.read(word))
  if (kind === 'name' && like >= NAME_LIKE) {
    const another = heard.slice(h0, h1).some(({ norm }) => isKnownName(norm, language))
    if (!another && (like >= NAME_SAME || read.some((word) => word === null))) return true
    if (hasRules(language) && soundsSame(difference.printed, difference.heard, language)) return true
  }
  if (kind === 'number' && like >= NUMBER_LIKE && heard.slice(h0, h1).some(({ value }) => value === null)) return true
  if (p1 - p0 !== h1 - h0) return false
  const printed = located.printed.slice(p0, p1)
  return printed.every((word, i) => read[i] === word.norm || (read[i] === null && isPart(heard[h0 + i]!, word)))
}

/** What is left of a word when its other half was not written down: "förebyggande" as "gande". */
const isPart = ({ folded }: AlignedWord, printed: AlignedWord): boolean =>
  folded.length >= LEAST_PART && (printed.folded.startsWith(folded) || printed.folded.endsWith(folded))

/** Where print and transcript differ in content words, a lead over decoys tells whether the printed ones were said. */
export function decoysAgainst(
  { p0, p1, kind }: Difference,
  printed: readonly PrintedWord[],
  rules: SpeechRules,
  language: RuleLanguage,
): Probe[] {
  if (CUSTOMARY.has(kind) || p1 - p0 > LONGEST_SUSPICION) return []
  const content: number[] = []
  for (let at = p0; at < p1; at++)
    if (printed[at]!.value === null && !rules.isFunctionWord(printed[at]!.norm)) content.push(at)
  return content.slice(0, MOST_DECOYED).flatMap((at) => decoys(printed, at, language))
}
