import { z } from 'zod'

/** What part of the article a place stands in. */
export const Block = z.enum([
  'headline',
  'kicker',
  'lead',
  'body',
  'subheading',
  'quotation',
  'question',
  'caption',
  'factbox',
  'list',
  'table',
  'byline',
])
export type Block = z.infer<typeof Block>

/**
 * A span of the article file. `line` and `column` are 1-based; `start` and `end` are 0-based UTF-16 offsets into the
 * file as read (byte-order mark removed, nothing else changed). `excerpt` is exactly `source.slice(start, end)`.
 */
export const ArticlePlace = z.strictObject({
  kind: z.literal('article'),
  path: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(0),
  excerpt: z.string(),
  block: Block,
})
export type ArticlePlace = z.infer<typeof ArticlePlace>

/** Seconds of a recording. `recording` is its id in `report.recordings` (or a transcript's id where no sound was given). */
export const AudioPlace = z.strictObject({
  kind: z.literal('audio'),
  recording: z.string(),
  startSeconds: z.number().min(0),
  endSeconds: z.number().min(0),
})
export type AudioPlace = z.infer<typeof AudioPlace>

/** One cell of a dataset. `raw` is the text in the file; `value` is what it was read as, null when it holds no number. */
export const CellPlace = z.strictObject({
  kind: z.literal('cell'),
  dataset: z.string(),
  rowKey: z.string(),
  column: z.string(),
  raw: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  period: z.string().nullable(),
  status: z.string().optional(),
})
export type CellPlace = z.infer<typeof CellPlace>

export const Place = z.discriminatedUnion('kind', [ArticlePlace, AudioPlace, CellPlace])
export type Place = z.infer<typeof Place>
