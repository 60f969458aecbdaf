import { decoyNames, hasRules, languageTable, type RuleLanguage, soundsSame } from '#language'
import type { AlignedWord } from './align-words.js'
import { likeness } from './edit-distance.js'
import { fold } from './fold.js'
import type { PrintedWord } from './located.js'

/** Names more alike than this could be taken for one another by ear. */
const MOST_ALIKE_NAMES = 0.7
/** Fewest letters of a surname's first part: "Öman" has one. */
const SHORTEST_FIRST_PART = 1

/** A person's name, or a word that only its being a name can have given a capital. */
export function isName(printed: readonly PrintedWord[], at: number): boolean {
  const word = printed[at]!
  const inside = at > 0 && word.sentence === printed[at - 1]!.sentence
  return word.name || (inside && /^\p{Lu}/u.test(word.text))
}

interface KnownNames {
  /** In lower case. */
  norms: ReadonlySet<string>
  folded: readonly { text: string; folded: string }[]
}

const loaded = new Map<RuleLanguage, KnownNames>()

function knownNames(language: RuleLanguage): KnownNames {
  let names = loaded.get(language)
  if (!names) {
    const all = decoyNames(language).map((text) => ({ text, norm: text.toLowerCase() }))
    names = {
      norms: new Set(all.map(({ norm }) => norm)),
      folded: all.map(({ text, norm }) => ({ text, folded: fold(norm, language) })),
    }
    loaded.set(language, names)
  }
  return names
}

/** Is this one of the common names of people and places? @param norm in lower case */
export const isKnownName = (norm: string, language: string): boolean =>
  hasRules(language) && knownNames(language).norms.has(norm)

/**
 * The names that sound most like a heard word, at least `least` so, two at most. Other spellings of the printed name, and
 * names that could be taken for it by ear, are none: they would win by being commoner. Nor is a compound's first half,
 * which is a way of hearing the compound.
 */
export const namesLike = (heard: AlignedWord, printed: PrintedWord, least: number, language: RuleLanguage): string[] =>
  knownNames(language)
    .folded.map((name) => ({ ...name, like: likeness(name.folded, heard.folded) }))
    .filter(
      ({ like, folded }) =>
        like >= least && likeness(folded, printed.folded) <= MOST_ALIKE_NAMES && !printed.folded.startsWith(folded),
    )
    .sort((a, b) => b.like - a.like)
    .slice(0, 2)
    .map(({ text }) => text)

/** Common names of one sort each: given names, family names, places. */
function sorts(language: RuleLanguage): readonly (readonly string[])[] {
  const people = languageTable(language, 'common-names')
  const of = (kind: string) => people.filter((row) => row.kind === kind).map(({ form }) => form!)
  const places = languageTable(language, 'places').flatMap(({ form, match }) => (match === 'word' ? [form!] : []))
  return [of('given'), of('family'), places]
}

/**
 * The names that a printed one may stand in place of: for a common name the others of its sort ("Agneta" for "Anita"); for
 * a surname of two parts those that begin alike ("Malmgren" for "Malmberg"). None for any other name: against common ones
 * it would lose by its rarity. Names that could be taken for it by ear are none.
 */
export function otherNames(printed: PrintedWord, language: RuleLanguage): string[] {
  const { norm, text, folded } = printed
  const sameSort = isKnownName(norm, language)
    ? sorts(language).filter((names) => names.some((name) => name.toLowerCase() === norm))
    : []
  return [...new Set([...sameSort.flat(), ...beginningAlike(text, language)])].filter(
    (name) =>
      name.toLowerCase() !== norm &&
      likeness(fold(name.toLowerCase(), language), folded) <= MOST_ALIKE_NAMES &&
      !soundsSame(name, text, language),
  )
}

function beginningAlike(name: string, language: RuleLanguage): string[] {
  const elements = languageTable(language, 'surname-elements').map(({ element }) => element!)
  return elements
    .filter((element) => name.endsWith(element) && name.length - element.length >= SHORTEST_FIRST_PART)
    .flatMap((element) => {
      const first = name.slice(0, -element.length)
      return [first, ...elements.map((other) => first + other)]
    })
}
