import type { Alignment, Alternative, Transcript } from '#model'
import { chanceOfFit, FOUND } from './chance.js'
import type { Place } from './find-places.js'
import { type Located, lettersOf, type PrintedWord, type Run } from './located.js'
import { cents, sourceOf } from './splices.js'

/** Share of letters by which another place may fit worse and still be close: a word or two of a sentence, misheard. */
const CLOSE = 0.1
/** More places than these would tell a reader nothing. */
const MOST = 2

const overlap = (a: Run, place: Place) =>
  a.transcript === place.transcript && place.firstWord < a.h1 && a.h0 < place.endWord

/**
 * The places that a run's letters fit nearly as well as its own.
 * @param places where the letters fit best, anywhere  @param searched letters of all transcripts
 */
export function closePlaces(
  run: Run,
  runs: readonly Run[],
  printed: readonly PrintedWord[],
  places: readonly Place[],
  searched: number,
): Place[] {
  const letters = lettersOf(printed, run.p0, run.p1).length
  const own =
    places.find((place) => overlap(run, place))?.similarity ??
    run.ops.reduce((sum, op) => sum + op.like * lettersOf(printed, op.p0, op.p1).length, 0) / letters
  return places
    .filter(
      (place) =>
        place.similarity >= own - CLOSE &&
        chanceOfFit(place.similarity, letters, searched) <= FOUND &&
        !runs.some((other) => overlap(other, place)),
    )
    .slice(0, MOST)
}

/** The alignments of quotations with the places that were close; those without any as they are. */
export function withAlternatives(
  alignments: readonly Alignment[],
  located: readonly Located[],
  transcripts: readonly Transcript[],
): Alignment[] {
  const byClaim = new Map(located.map((one) => [one.claim, one]))
  return alignments.map((alignment) => {
    const { runs, others } = byClaim.get(alignment.claim) ?? { runs: [], others: [] }
    const told = runs.map((run) => spanOf(transcripts, run.transcript, run.h0, run.h1))
    const alternatives = others.flatMap((places, piece) => {
      const known = [...told]
      return places.flatMap(({ transcript, firstWord, endWord, similarity }): Alternative[] => {
        const span = spanOf(transcripts, transcript, firstWord, endWord)
        if (!isComparable(span, told[piece]!) || known.some((other) => isSamePlace(span, other))) return []
        known.push(span)
        const { source, startSeconds, endSeconds, heard } = span
        return [{ piece, source, startSeconds, endSeconds, heard, similarity: Math.round(similarity * 1000) / 1000 }]
      })
    })
    return alternatives.length === 0 ? alignment : { ...alignment, alternatives }
  })
}

interface Span extends Omit<Alternative, 'piece' | 'similarity'> {
  transcript: Transcript
}

function spanOf(transcripts: readonly Transcript[], index: number, from: number, to: number): Span {
  const transcript = transcripts[index]!
  const words = transcript.words.slice(from, to)
  const seconds = (value: number | null | undefined) => (value == null ? null : cents(value))
  return {
    transcript,
    source: sourceOf(transcript),
    startSeconds: seconds(words[0]?.startSeconds),
    endSeconds: seconds(words.at(-1)?.endSeconds),
    heard: words.map((word) => word.text.trim()).join(' '),
  }
}

/** A transcript that belongs to no recording may well be one of the recording heard: its places are no others. */
const isComparable = (a: Span, b: Span): boolean =>
  (a.transcript.recording === null) === (b.transcript.recording === null)

/** A recording heard and its transcript made elsewhere tell of the same seconds: that is one place, not two. */
function isSamePlace(a: Span, b: Span): boolean {
  if (a.source !== b.source || a.transcript === b.transcript) return false
  const timed = a.startSeconds !== null && a.endSeconds !== null && b.startSeconds !== null && b.endSeconds !== null
  return !timed || (a.startSeconds! < b.endSeconds! && b.startSeconds! < a.endSeconds!)
}
