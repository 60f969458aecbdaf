import { createHash } from 'node:crypto'
import type {
  Article,
  Edit,
  Finding,
  Piece,
  ReportQuantity,
  ReportQuotation,
  ReportStatement,
  ReportTime,
  Ruling,
} from '#model'
import { placeOf } from './story-article.js'

/** Short ways to make a report's facts; what a test does not name has a plain value. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex')

export const audio = (startSeconds: number, endSeconds: number) =>
  ({ kind: 'audio', recording: 'r1', startSeconds, endSeconds }) as const

export const cell = (rowKey: string, column: string, value: number) =>
  ({
    kind: 'cell',
    dataset: 'd1',
    rowKey,
    column,
    raw: String(value),
    value,
    unit: 'anmälningar',
    period: rowKey.slice(-4),
    status: 'illustrative',
  }) as const

export function piece(article: Article, text: string, startSeconds: number, endSeconds: number, heard: string): Piece {
  const { start, end } = placeOf(article, text)
  return { printed: { start, end, text }, source: 'r1', startSeconds, endSeconds, heard }
}

/** An edit at printed words, or, with empty `printed`, just before the words given as `before`. */
export function edit(
  article: Article,
  kind: Edit['kind'],
  { printed = '', before = '', heard = '' }: { printed?: string; before?: string; heard?: string },
  at: number,
  support: Edit['support'] = 'not-asked',
): Edit {
  const place = placeOf(article, printed || before)
  const meaning = !['filler', 'spoken-form', 'repetition', 'inflection', 'word-order', 'cut', 'join'].includes(kind)
  const end = printed === '' ? place.start : place.end
  const margin = support === 'heard' ? { margin: 6.2 } : {}
  return {
    kind,
    printed,
    heard,
    start: place.start,
    end,
    startSeconds: at,
    endSeconds: at + 0.6,
    support,
    ...margin,
    meaning,
  }
}

export function quotation(
  article: Article,
  id: string,
  fields: Partial<ReportQuotation> & { text: string },
): ReportQuotation {
  return {
    id,
    fingerprint: fingerprint(fields.text),
    place: placeOf(article, fields.text),
    speaker: null,
    speakerCheck: 'not-checked',
    grade: 'verbatim',
    why: { sv: 'Varje ord hörs.', en: 'Every word is heard.' },
    pieces: [],
    gaps: [],
    context: { before: '', after: '' },
    edits: [],
    ...fields,
  }
}

export const statement = (
  article: Article,
  id: string,
  text: string,
  kind: ReportStatement['kind'],
  pieces: Piece[] = [],
  edits: Edit[] = [],
): ReportStatement => ({ id, fingerprint: fingerprint(text), place: placeOf(article, text), text, kind, pieces, edits })

const agrees = { id: 'agrees', sv: 'Samma antal.', en: 'The same number.' }

export function quantity(
  article: Article,
  id: string,
  text: string,
  value: number,
  fields: Partial<ReportQuantity> = {},
  occurrence = 1,
): ReportQuantity {
  return {
    id,
    fingerprint: fingerprint(`${id}${text}`),
    place: placeOf(article, text, occurrence),
    text,
    value: { low: value, high: value, printed: value },
    unit: null,
    counted: null,
    outcome: 'agrees',
    reason: agrees,
    comparisons: [],
    ...fields,
  }
}

export const inCell = (
  rowKey: string,
  column: string,
  value: number,
  calculation: string | null = null,
): ReportQuantity['comparisons'][number] => ({
  against: 'cell',
  place: cell(rowKey, column, value),
  value: `${value} anmälningar`,
  calculation,
  outcome: 'agrees',
  reason: agrees,
})

export const time = (
  article: Article,
  id: string,
  text: string,
  from: string | null,
  to: string | null,
  fields: Partial<ReportTime> = {},
): ReportTime => ({
  id,
  fingerprint: fingerprint(`${id}${text}`),
  place: placeOf(article, text),
  text,
  from,
  to,
  anchor: 'published',
  outcome: 'agrees',
  reason: { id: 'resolved', sv: 'Går ihop med artikelns andra tider.', en: 'Fits the other times of the article.' },
  ...fields,
})

export const ruling = (verdict: Ruling['verdict'], reason?: string): Ruling => ({
  verdict,
  ...(reason ? { reason } : {}),
  by: 'Maja Sund',
  at: '2016-03-08T16:20:00Z',
})

/** A finding with both texts; `sv` and `en` are its message. */
export function finding(
  check: string,
  fields: Partial<Finding> & Pick<Finding, 'place' | 'actual' | 'expected' | 'evidence'>,
  sv: string,
  en: string,
): Finding {
  const print = fingerprint(`${check}${fields.actual}`)
  return {
    id: print.slice(0, 10),
    fingerprint: print,
    check,
    standing: 'contradicted',
    severity: 'error',
    confidence: { overall: 0.93, recognition: 0.95, alignment: 0.97, match: 0.98 },
    message: { id: check, values: {}, sv, en },
    suggestions: [],
    ...fields,
  }
}
