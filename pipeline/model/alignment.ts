import { z } from 'zod'

export const EditKind = z.enum([
  'filler',
  'spoken-form',
  'repetition',
  'inflection',
  'word-order',
  'word-changed',
  'word-dropped',
  'word-added',
  'hedge',
  'negation',
  'number',
  'name',
  'tense',
  'role',
  'cut',
  'join',
])
export type EditKind = z.infer<typeof EditKind>

/** Whom the sound supports. `not-asked`: it needed no asking (a filler), or there was no sound to ask. */
export const Support = z.enum(['print', 'heard', 'undecided', 'not-asked'])
export type Support = z.infer<typeof Support>

export const Grade = z.enum([
  'verbatim',
  'tidied',
  'undecided',
  'spliced',
  'altered',
  'not-found',
  'not-heard',
  'not-comparable',
])
export type Grade = z.infer<typeof Grade>

/**
 * One difference between print and sound. `start`/`end` are offsets into the article file: the printed words, or for
 * words that were dropped the point where they would stand (start = end). Seconds are null without times.
 */
export const Edit = z.strictObject({
  kind: EditKind,
  printed: z.string(),
  heard: z.string(),
  start: z.int(),
  end: z.int(),
  startSeconds: z.number().nullable(),
  endSeconds: z.number().nullable(),
  support: Support,
  /** Nats for the supported wording over the other, rounded to 0.1; positive means the sound supports what was heard. */
  margin: z.number().optional(),
  /** Does the edit carry meaning: decided by kind and, for words, by whether they are content words. */
  meaning: z.boolean(),
})
export type Edit = z.infer<typeof Edit>

/** A printed span and the seconds it was found at. `source` is a recording's id, or a transcript's where no sound was given. */
export const Piece = z.strictObject({
  printed: z.strictObject({ start: z.int(), end: z.int(), text: z.string() }),
  source: z.string(),
  startSeconds: z.number().nullable(),
  endSeconds: z.number().nullable(),
  heard: z.string(),
  speaker: z.string().optional(),
})
export type Piece = z.infer<typeof Piece>

/** Between two pieces: how far apart in seconds (negative when the later was said first; null without times), and what was said between. */
export const Gap = z.strictObject({ seconds: z.number().nullable(), heard: z.string() })
export type Gap = z.infer<typeof Gap>

/**
 * Another place where a piece's words fit nearly as well: they may have been said there instead, or there too. Kept for
 * the reader; nothing else looks at it.
 */
export const Alternative = z.strictObject({
  /** Index of the piece. */
  piece: z.int().min(0),
  source: z.string(),
  startSeconds: z.number().nullable(),
  endSeconds: z.number().nullable(),
  heard: z.string(),
  /** Share of the piece's letters that are found there, 0–1. */
  similarity: z.number().min(0).max(1),
})
export type Alternative = z.infer<typeof Alternative>

/**
 * How often verdicts of one sort were right when tried on recordings that no threshold was fitted on: synthetic Swedish
 * speech heard by the embedded model.
 */
export const Reliability = z.strictObject({
  /** `altered-right`: quotations called altered that were. `changes-noticed`: planted changes told or left undecided. */
  measure: z.enum(['altered-right', 'changes-noticed']),
  /** Kinds of change that were tried; empty for all of them together. */
  kinds: z.array(EditKind),
  right: z.int().min(0),
  tried: z.int().min(1),
  /** 95 % interval of `right / tried`, 0–1. */
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
  speech: z.literal('synthetic'),
})
export type Reliability = z.infer<typeof Reliability>

/** Where a quotation or statement was said, and how print and sound differ there. */
export interface Alignment {
  /** Id of the quotation or statement. */
  claim: string
  /** Null for statements, which are never graded. */
  grade: Grade | null
  spliced: boolean
  pieces: Piece[]
  /** In the order of the pieces, best first; left out where there are none, and for statements. */
  alternatives?: Alternative[]
  gaps: Gap[]
  edits: Edit[]
  context: { before: string; after: string }
  /** Share of the printed characters found in the transcript at the chosen place, 0–1. */
  similarity: number
  /** Chance that a quotation from elsewhere fits as well, 0–1: measured, see alignment/README. */
  chance: number
  /** `label-…` only when the transcript names its speakers. */
  speakerCheck: 'label-agrees' | 'label-differs' | 'not-checked'
  /** Message id that says why the grade is what it is. */
  why: string
}

/**
 * What to ask the sound: which of these wordings does it support in these seconds? All wordings belong to one cut;
 * `wordings[0]` is the base. Everything else (what a wording means) stays with the asker.
 */
export interface Question {
  id: string
  recording: string
  startSeconds: number
  endSeconds: number
  language: string
  wordings: string[]
  /** So many of the last wordings are decoys: nobody said them, and the base's lead over them tells how well it fits. */
  decoys?: number
  /** Asks once more, in other words, what another question asked: `wordings[i + 1]` is its `wordings[of[i]]`. */
  follows?: { question: string; of: number[] }
}

/**
 * Scores in the order of the wordings: `margin` is log P(wording | sound) − log P(base | sound) in nats, over the tokens
 * that differ and those that follow; `prior` is the same difference on silence, 0 for what the sound itself puts
 * behind the base. `bounded`: the wording fell so far behind at its first differing token that it was not scored to the
 * end (the margin is then at most the one given).
 */
export interface Answer {
  question: string
  scores: { margin: number; prior: number; bounded: boolean }[]
}
