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

/**
 * Does the label in the transcript name the printed speaker? Only labels that look like names are held against the print
 * ("SPEAKER_01", "reporter" are nobody), and one shared name part agrees ("Kristofferssen" / "Orla Kristofferssen").
 */
export function speakerCheck(quotation: Quotation, pieces: readonly Piece[]): Alignment['speakerCheck'] {
  const labels = pieces.map((piece) => piece.speaker).filter((label) => label !== undefined)
  const named = labels.filter((label) => fullName.test(label))
  if (!quotation.speaker || named.length === 0 || named.length < pieces.length) return 'not-checked'
  const printed = norm(quotation.speaker.name)
  return named.every((label) => norm(label).some((part) => printed.includes(part))) ? 'label-agrees' : 'label-differs'
}
