import { nameDistance, soundsSame } from '#language'
import type { Name } from '#model'
import type { NameWords } from './names-words.js'

/** Shortest name part in which one wrong letter is a slip rather than another name: "Lind" and "Lund" are two. */
const SLIP_LENGTH = 5
/** Shortest in which two wrong letters are. */
const TWO_SLIPS_LENGTH = 9

const flat = (parts: readonly string[]) => parts.join('').replace(/[-‐‑.]/g, '')
const plain = (word: string) => word.replace(/s$/, '')

/** Whether two family-name words are one name, spelled alike or nearly; two common names are two people's. */
export function samePart(a: string, b: string, words: NameWords, language: string): boolean {
  if (a === b || plain(a) === b || a === plain(b)) return true
  if (/^\p{Lu}\.?$/u.test(a) || /^\p{Lu}\.?$/u.test(b)) return a[0] === b[0]
  const shorter = Math.min(a.length, b.length)
  const bothCommon = (words.isCommonFamily(a) && words.isCommonFamily(b)) || (words.isGiven(a) && words.isGiven(b))
  if (soundsSame(a, b, language)) return !bothCommon || shorter >= SLIP_LENGTH
  if (bothCommon || shorter < SLIP_LENGTH) return false
  const distance = nameDistance(a, b)
  return distance === 1 || (distance === 2 && shorter >= TWO_SLIPS_LENGTH && a[0] === b[0])
}

/**
 * Given names are one person's when they are said alike, or differ by a letter left out inside: "Kristina" and
 * "Kristian", "Mikael" and "Mikaela" are two people, "Johan" and "Joar" too. One may have more given names than the other.
 */
function sameGiven(a: readonly string[], b: readonly string[], words: NameWords, language: string): boolean {
  const [one, other] = [flat(a), flat(b)]
  if (one === other || soundsSame(one, other, language)) return true
  const [first, second] = [a[0]!, b[0]!]
  if (a.length !== b.length && (first === second || soundsSame(first, second, language))) return true
  if (/^\p{Lu}\.?$/u.test(first) || /^\p{Lu}\.?$/u.test(second)) return first[0] === second[0]
  if (words.isGiven(one) && words.isGiven(other)) return false
  const inside = one.at(-1) === other.at(-1) && one[0] === other[0]
  return (
    inside &&
    one.length !== other.length &&
    Math.min(one.length, other.length) > SLIP_LENGTH &&
    nameDistance(one, other) === 1
  )
}

/** "Kristin" and "Kristina" are two people, unless they have one rare family name and one role between them. */
const sharesRole = (a: Name, b: Name, words: NameWords): boolean =>
  a.role !== null &&
  b.role !== null &&
  isSameRole(lowerRole(a), lowerRole(b)) &&
  a.family !== null &&
  a.family === b.family &&
  !words.isCommonFamily(a.family) &&
  isSlip(flat(a.given), flat(b.given))

const lowerRole = ({ role }: Name): string => role?.text.toLowerCase() ?? ''

/** "polischef" and "polischef i Eda" may be one; "polis i Eda" and "polis i Kil" are two. */
const isSameRole = (a: string, b: string): boolean => `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `)

/** One letter off in a name long enough. */
export const isSlip = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= SLIP_LENGTH && nameDistance(a, b) === 1

const familyWords = (name: Name) => name.family?.split(' ') ?? []

/** Whether every word of the shorter family name stands for one of the longer, the last among them. */
function sameFamily(a: Name, b: Name, words: NameWords, language: string): boolean {
  const [short, long] = [familyWords(a), familyWords(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  return short.every((word) => long.some((other) => samePart(word, other, words, language)))
}

/** Whether two mentions are taken to be one person. */
export function samePerson(a: Name, b: Name, words: NameWords, language: string): boolean {
  if (a.family === null || b.family === null) {
    const [lone, other] = a.family === null ? [a, b] : [b, a]
    return other.given.length > 0 && lone.given[0] === other.given[0]
  }
  if (a.given.length === 0 || b.given.length === 0) {
    const [lone, other] = a.given.length === 0 ? [a, b] : [b, a]
    if (other.given.includes(lone.family!)) return true
    // A bare family name is somebody's who was named in full, however common; with a role of its own it may be another's.
    const said = soundsSame(lone.family!, familyWords(other).at(-1)!, language)
    if (lone.role === null) {
      if (said) return true
    } else if (
      other.role !== null &&
      !familyWords(other).includes(lone.family!) &&
      !isSameRole(lowerRole(lone), lowerRole(other))
    )
      return false
    return (
      familyWords(other).some((word) => samePart(lone.family!, word, words, language)) &&
      sameFamily(lone, other, words, language)
    )
  }
  if (sharesRole(a, b, words)) return true
  if (!sameGiven(a.given, b.given, words, language)) return false
  // Given and family names both off is another person.
  const exactGiven = flat(a.given) === flat(b.given) || a.given.length !== b.given.length
  const exactFamily = familyWords(a).some((word) => familyWords(b).some((other) => plain(word) === plain(other)))
  return (exactGiven || exactFamily || soundsSame(a.family, b.family, language)) && sameFamily(a, b, words, language)
}
