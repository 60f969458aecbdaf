import { hasRules, soundsSame } from '#language'
import type { Alignment, Piece, Quotation } from '#model'

const norm = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '')

/** "Mia de la Cruz", "Bengt-Åke Ström", "KARIN ÅBERG". */
const fullName =
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)? (?:\p{Ll}{1,4} ){0,3}\p{Lu}\p{Ll}+|^\p{Lu}[\p{Lu}-]+ \p{Lu}[\p{Lu}-]+$/u

/** Two full names are one person's when the family names sound the same; else one shared part is all there is to go by. */
function isSamePerson(label: string, printed: string, language: string): boolean {
  const one = norm(label)
  const other = norm(printed)
  if (one.length < 2 || other.length < 2) return one.some((part) => other.includes(part))
  const [a, b] = [one.at(-1)!, other.at(-1)!]
  return a === b || (hasRules(language) && soundsSame(a, b, language))
}

/**
 * Does the label in the transcript name the printed speaker? Only labels that look like names are held against the print
 * ("SPEAKER_01", "reporter" are nobody).
 */
export function speakerCheck(
  quotation: Quotation,
  pieces: readonly Piece[],
  language: string,
): Alignment['speakerCheck'] {
  const labels = pieces.map((piece) => piece.speaker).filter((label) => label !== undefined)
  const named = labels.filter((label) => fullName.test(label))
  if (!quotation.speaker || named.length === 0 || named.length < pieces.length) return 'not-checked'
  const { name } = quotation.speaker
  return named.every((label) => isSamePerson(label, name, language)) ? 'label-agrees' : 'label-differs'
}
