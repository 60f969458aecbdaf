import { spellOut } from '#language'

/**
 * Letters as they sound to a recogniser that spells badly: lower case, no spaces, doubled letters single, spellings of
 * one sound made one. Used only to find a place and to measure likeness, never to judge a word.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[^\p{L}]/gu, ''],
  [/w/g, 'v'],
  [/[éèê]/g, 'e'],
  [/ü/g, 'y'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ch|ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/[hlgd]j(?=[aeiouyåäö])/g, 'j'],
  [/(.)\1+/g, '$1'],
]

const known = new Map<string, string>()

/** Folds one word; a number is folded as it is said ("12" as "tolv"). May be empty (punctuation only). */
export function fold(word: string, language: string): string {
  const key = `${language} ${word}`
  let folded = known.get(key)
  if (folded === undefined) {
    let text = word.normalize('NFC').toLowerCase()

    const number = /^\d{1,3}(?:[  .]?\d{3})*$/.test(text) ? Number(text.replace(/\D/g, '')) : Number.NaN
    if (Number.isSafeInteger(number) && (language === 'sv' || language === 'en'))
      text = spellOut(number, language)[0] ?? text
    folded = SPELLINGS.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text)
    if (known.size > 200_000) known.clear()
    known.set(key, folded)
  }
  return folded
}
