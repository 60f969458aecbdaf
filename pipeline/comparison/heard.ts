import type { Alignment, ArticlePlace, AudioPlace, Edit, Piece } from '#model'
import type { ComparisonInput } from './input.js'

/** A printed place inside a located quotation or statement. */
export interface Heard {
  alignment: Alignment
  piece: Piece
  edits: Edit[]
}

/** The located piece that holds a printed place, and the edits that touch it. */
export function heardAt({ alignments }: ComparisonInput, { start, end }: { start: number; end: number }): Heard[] {
  return alignments.flatMap((alignment) => {
    const piece = alignment.pieces.find(({ printed }) => printed.start <= start && end <= printed.end)
    return piece ? [{ alignment, piece, edits: touching(alignment, { start, end }) }] : []
  })
}

export const touching = (alignment: Alignment, { start, end }: { start: number; end: number }): Edit[] =>
  alignment.edits.filter((edit) => edit.start < end && edit.end > start)

/** The words heard in a piece, with their seconds when there are any; `text` is them joined by spaces. */
export function wordsHeard(
  { transcripts }: ComparisonInput,
  piece: Piece,
): { text: string; at: (offset: number) => AudioPlace | null } {
  const { startSeconds, endSeconds } = piece
  const transcript = transcripts.find(({ id, recording }) => recording === piece.source || id === piece.source)
  if (!transcript || startSeconds === null || endSeconds === null) return { text: piece.heard, at: () => null }
  // A word that begins with the piece's last one belongs to it; rounding must not lose either end.
  const inside = transcript.words.filter(
    (word) =>
      word.startSeconds !== null &&
      word.endSeconds !== null &&
      word.endSeconds > startSeconds - 0.05 &&
      word.startSeconds < endSeconds + 0.05,
  )
  const starts: number[] = []
  let text = ''
  for (const word of inside) {
    if (text) text += ' '
    starts.push(text.length)
    text += word.text.trim()
  }
  return {
    text,
    at: (offset) => {
      const index = starts.findLastIndex((start) => start <= offset)
      const word = inside[index]
      return word
        ? { kind: 'audio', recording: piece.source, startSeconds: word.startSeconds!, endSeconds: word.endSeconds! }
        : null
    },
  }
}

export const pieceSeconds = (piece: Piece): AudioPlace | null =>
  piece.startSeconds === null || piece.endSeconds === null
    ? null
    : { kind: 'audio', recording: piece.source, startSeconds: piece.startSeconds, endSeconds: piece.endSeconds }

export const editSeconds = (piece: Piece, edit: Edit): AudioPlace | null =>
  edit.startSeconds === null || edit.endSeconds === null
    ? pieceSeconds(piece)
    : { kind: 'audio', recording: piece.source, startSeconds: edit.startSeconds, endSeconds: edit.endSeconds }

export const spanOf = ({ start, end }: ArticlePlace) => ({ start, end })
