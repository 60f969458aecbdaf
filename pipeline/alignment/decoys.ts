import { decoyNames, decoyWords, type RuleLanguage } from '#language'
import { likeness } from './edit-distance.js'
import { fold } from './fold.js'
import { isName } from './known-names.js'
import type { PrintedWord } from './located.js'
import type { Probe } from './probe.js'

const PER_WORD = 6
/** Longer or shorter by more letters, a word is told apart by its length alone. */
const LENGTH_APART = 2
/** A decoy that sounds like the print would share its fate. */
const MOST_ALIKE = 0.5

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

/**
 * Words that nobody said, in the place of a printed one: what the print's lead over them is worth. A printed word that was
 * said leads by far; one that was not is a word among others.
 */
export function decoys(printed: readonly PrintedWord[], at: number, language: RuleLanguage): Probe[] {
  const name = isName(printed, at)
  const kind = name ? 'name' : 'word-changed'
  return decoysOf(printed[at]!, name, language).map((text) => ({ p0: at, p1: at + 1, text, kind, origin: 'decoy' }))
}
