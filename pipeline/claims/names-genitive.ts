import type { NameWords } from './names-words.js'

/**
 * The name without its genitive ending, or null where it has none that can be told: "Lindqvists" → "Lindqvist", but
 * "Lars", "Jonas" and "Ottis" stay, unless the article prints the form without -s too.
 * @param seen whether the article prints a name word.
 */
export function genitiveStem(
  word: string,
  words: NameWords,
  seen: (word: string) => boolean = () => false,
): string | null {
  const match = /^(.{2,}?)(['’]s|['’]|s)$/u.exec(word)
  if (!match) return null
  const [, stem, ending] = match as unknown as [string, string, string]
  if (ending !== 's') return stem
  if (words.isGiven(word) || words.isCommonFamily(word)) return null
  if (/[sxz]$/.test(stem)) return null
  const isName = seen(stem) || words.isGiven(stem) || words.isCommonFamily(stem) || words.hasFamilyEnding(stem)
  return isName || words.isPlace(stem) || words.isOrganisation(stem) ? stem : null
}
