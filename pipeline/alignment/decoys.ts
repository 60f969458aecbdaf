import { decoyNames, decoyWords, hasRules, type RuleLanguage } from '#language'
import type { AlignedWord } from './align-words.js'
import { likeness } from './edit-distance.js'
import { fold } from './fold.js'
import type { PrintedWord } from './located.js'
import type { Probe } from './probe.js'

const PER_WORD = 6
/** Longer or shorter by more letters, a word is told apart by its length alone. */
const LENGTH_APART = 2
/** A decoy that sounds like the print would share its fate. */
const MOST_ALIKE = 0.5
const MOST_ALIKE_NAMES = 0.7

const known = new Map<string, readonly string[]>()

/** As like the printed word in ending and length as can be, and unlike in sound. The same word has the same decoys. */
function decoysOf(word: PrintedWord, name: boolean, language: RuleLanguage): readonly string[] {
  const key = `${language} ${name} ${word.norm}`
  const found = known.get(key)
  if (found) return found
  const letters = word.norm
  const ending = (other: string) => {
    let same = 0
    while (same < 3 && other.at(-1 - same) === letters.at(-1 - same)) same++
    return same
  }
  const fitting = (name ? decoyNames(language) : decoyWords(language))
    .map((text, at) => ({ text, norm: text.toLowerCase(), at }))
    .filter(({ norm }) => Math.abs(norm.length - letters.length) <= LENGTH_APART)
    .map((one) => ({ ...one, fit: ending(one.norm) - Math.abs(one.norm.length - letters.length) / 10 }))
    .sort((a, b) => b.fit - a.fit || a.at - b.at)
  const chosen: string[] = []
  for (const { text, norm } of fitting) {
    if (likeness(fold(norm, language), word.folded) < MOST_ALIKE) chosen.push(text)
    if (chosen.length === PER_WORD) break
  }
  known.set(key, chosen)
  return chosen
}

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

/**
 * Words that nobody said, in the place of a printed one: what the print's lead over them is worth. A printed word that was
 * said leads by far; one that was not is a word among others.
 */
export function decoys(printed: readonly PrintedWord[], at: number, language: RuleLanguage): Probe[] {
  const name = isName(printed, at)
  const kind = name ? 'name' : 'word-changed'
  return decoysOf(printed[at]!, name, language).map((text) => ({ p0: at, p1: at + 1, text, kind, origin: 'decoy' }))
}
