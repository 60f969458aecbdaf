import type { Alignment, Article, ArticlePlace, AudioPlace, Confidence, Edit, FindingDraft } from '#model'
import type { Frozen, InputsFor } from '../define-check.js'
import { contextOf, joinText, spanAt, wordsBetween } from './printed.js'

type Heard = InputsFor<'article' | 'transcripts'>
type FrozenAlignment = Frozen<Alignment>
type FrozenEdit = Frozen<Edit>
export type Evidence = FindingDraft['evidence'][number]

/** A quotation that would fit as well elsewhere more often than this is not surely found: a person must listen. */
export const SURE_CHANCE = 0.05
const SECOND_HEARING_RIGHT = 0.98

const round2 = (value: number): number => Math.round(value * 100) / 100

/** Seconds as mm:ss, or h:mm:ss. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** File name of a recording or transcript: the part of a sound's identity that outlives its id and seconds. */
export function sourceName(inputs: Heard, source: string): string {
  const recording = inputs.recordings.find((r) => r.id === source)
  const path = recording?.path ?? inputs.transcripts.find((t) => t.id === source)?.path ?? source
  return path.split(/[\\/]/).at(-1)!
}

/** The piece of the alignment that an offset of the article falls into, or the first. */
const pieceAt = (alignment: FrozenAlignment, offset: number) =>
  alignment.pieces.find((p) => p.printed.start <= offset && offset <= p.printed.end) ?? alignment.pieces[0]

/** Edits that belong together: at most `apart` printed words between one and the next. In article order. */
export function groupEdits(article: Frozen<Article>, edits: readonly FrozenEdit[], apart = 0): FrozenEdit[][] {
  const groups: FrozenEdit[][] = []
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = groups.at(-1)?.at(-1)
    if (last) {
      const from = spanAt(article, last.start, last.end)
      const to = spanAt(article, edit.start, edit.end)
      if (from.block === to.block && wordsBetween(article, from.block, from.end, to.start) <= apart) {
        groups.at(-1)!.push(edit)
        continue
      }
    }
    groups.push([edit])
  }
  return groups
}

export interface Wording {
  /** The words that differ, and the same with their neighbours. */
  printed: string
  heard: string
  actual: string
  expected: string
  shape: 'dropped' | 'added' | 'changed'
  place: ArticlePlace
  evidence: Evidence[]
  /** Where it was said, as mm:ss; empty in a transcript without times. */
  at: string
  identity: { sentence: string; words: string; evidence: string }
}

/** Both sides of a group of edits, in the words around them. */
export function wordingOf(inputs: Heard, alignment: FrozenAlignment, group: readonly FrozenEdit[]): Wording {
  const { article } = inputs
  const first = group[0]!
  const span = spanAt(article, first.start, Math.max(...group.map((e) => e.end)))
  const text = article.blocks[span.block]!.text
  const context = contextOf(article, span)
  const printed = text.slice(span.start, span.end)
  const parts: string[] = []
  let reached = span.start
  for (const edit of group) {
    const at = spanAt(article, edit.start, edit.end)
    parts.push(text.slice(reached, at.start), edit.heard)
    reached = Math.max(reached, at.end)
  }
  const heard = joinText(...parts)
  const expected = joinText(context.before, heard, context.after)
  const audio = audioPlaceOf(alignment, group)
  return {
    printed,
    heard,
    actual: joinText(context.before, printed, context.after),
    expected,
    shape: printed === '' ? 'dropped' : heard === '' ? 'added' : 'changed',
    place: context.place,
    evidence: audio ? [{ type: 'audio', place: audio, text: expected }] : [],
    at: audio ? clock(audio.startSeconds) : '',
    identity: {
      sentence: context.sentence,
      words: context.words,
      evidence: sourceName(inputs, pieceAt(alignment, first.start)?.source ?? ''),
    },
  }
}

/** The seconds of a group of edits, or of the piece they stand in; null in a transcript without times. */
export function audioPlaceOf(alignment: FrozenAlignment, group: readonly FrozenEdit[]): AudioPlace | null {
  const piece = pieceAt(alignment, group[0]!.start)
  if (!piece) return null
  const starts = group.map((e) => e.startSeconds).filter((s) => s !== null)
  const ends = group.map((e) => e.endSeconds).filter((s) => s !== null)
  const start = starts.length ? Math.min(...starts) : piece.startSeconds
  const end = ends.length ? Math.max(...ends) : piece.endSeconds
  if (start === null || end === null) return null
  return { kind: 'audio', recording: piece.source, startSeconds: round2(start), endSeconds: round2(end) }
}

/** Mean confidence of the words heard in some seconds; undefined when none was heard or none has a confidence. */
function heardConfidence(inputs: Heard, place: AudioPlace | null): number | undefined {
  if (!place) return undefined
  const { recording: source, startSeconds, endSeconds } = place
  const transcript = inputs.transcripts.find((t) => t.id === source || t.recording === source)
  const found = (transcript?.words ?? []).filter(
    (w) => w.confidence !== null && w.startSeconds! < endSeconds && w.endSeconds! > startSeconds,
  )
  return found.length ? found.reduce((sum, w) => sum + w.confidence!, 0) / found.length : undefined
}

/**
 * How sure it is that the sound holds the other wording. `alignment`: one minus the chance that the quotation fits as
 * well elsewhere. `recognition`: where the sound was asked, the odds its margin gives, a nat counted as half of one
 * (scores summed over tokens are too sure of themselves), capped by how often the second hearing was right when
 * measured (98 %); unless the sound has decided, times the recogniser's own confidence in the words it heard there.
 */
export function confidenceOf(inputs: Heard, alignment: FrozenAlignment, group: readonly FrozenEdit[]): Confidence {
  const margins = group.map((e) => e.margin).filter((m) => m !== undefined)
  const asked = margins.length
    ? Math.min(SECOND_HEARING_RIGHT, 1 / (1 + Math.exp(-Math.max(...margins) / 2)))
    : undefined
  const words = heardConfidence(inputs, audioPlaceOf(alignment, group))
  const decided = group.some((e) => e.support === 'heard')
  const recognition = decided ? (asked ?? words) : asked === undefined ? words : asked * (words ?? 1)
  const alignmentPart = 1 - alignment.chance
  return {
    overall: (recognition ?? 1) * alignmentPart,
    alignment: alignmentPart,
    ...(recognition === undefined ? {} : { recognition }),
  }
}
