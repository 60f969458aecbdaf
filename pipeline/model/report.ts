import { z } from 'zod'
import { Alternative, Edit, Gap, Grade, Piece, Reliability } from './alignment.js'
import { ArticlePlace, AudioPlace, Place } from './place.js'

export const Verdict = z.enum(['confirmed', 'fixed', 'stet', 'needs-source', 'not-checkable'])
export type Verdict = z.infer<typeof Verdict>

/** What a person decided about a fact. `at` is an ISO time. */
export const Ruling = z.strictObject({
  verdict: Verdict,
  reason: z.string().optional(),
  note: z.string().optional(),
  by: z.string(),
  at: z.string(),
})
export type Ruling = z.infer<typeof Ruling>

const fact = { id: z.string(), fingerprint: z.string(), ruling: Ruling.optional() }
const outcome = z.enum(['agrees', 'disagrees', 'depends', 'not-checkable'])
const count = z.int().min(0)

export const ReportQuotation = z.strictObject({
  ...fact,
  place: ArticlePlace,
  text: z.string(),
  speaker: z.strictObject({ name: z.string(), place: ArticlePlace }).nullable(),
  speakerCheck: z.enum(['label-agrees', 'label-differs', 'not-checked']),
  grade: Grade,
  spliced: z.literal(true).optional(),
  /** Why it has this grade, in one sentence. */
  why: z.strictObject({ sv: z.string(), en: z.string() }),
  pieces: z.array(Piece),
  /** Left out where no other place is close. */
  alternatives: z.array(Alternative).optional(),
  gaps: z.array(Gap),
  context: z.strictObject({ before: z.string(), after: z.string() }),
  edits: z.array(Edit),
  /** Left out where nothing was measured for it: without the second hearing, in other languages, for splices. */
  reliability: Reliability.optional(),
})
export type ReportQuotation = z.infer<typeof ReportQuotation>

export const ReportStatement = z.strictObject({
  ...fact,
  place: ArticlePlace,
  text: z.string(),
  kind: z.enum(['indirect', 'reporter', 'question']),
  pieces: z.array(Piece),
  edits: z.array(Edit),
})
export type ReportStatement = z.infer<typeof ReportStatement>

export const ReportPerson = z.strictObject({
  ...fact,
  name: z.string(),
  spellings: z.array(z.strictObject({ text: z.string(), count, places: z.array(ArticlePlace) })),
  roles: z.array(z.strictObject({ text: z.string(), place: ArticlePlace })),
  spellingCheckedAgainst: z.array(z.enum(['names-list', 'dataset', 'spelled-out'])),
  heard: z.array(AudioPlace),
})
export type ReportPerson = z.infer<typeof ReportPerson>

export const ReportQuantity = z.strictObject({
  ...fact,
  place: ArticlePlace,
  text: z.string(),
  value: z.strictObject({ low: z.number(), high: z.number(), printed: z.number().nullable() }),
  unit: z.string().nullable(),
  counted: z.string().nullable(),
  hedge: z.string().optional(),
  time: z.string().optional(),
  where: z.string().optional(),
  outcome,
  reason: z.strictObject({ id: z.string(), sv: z.string(), en: z.string() }),
  comparisons: z.array(
    z.strictObject({
      against: z.enum(['cell', 'article', 'audio']),
      place: Place.nullable(),
      value: z.string().nullable(),
      calculation: z.string().nullable(),
      outcome,
      reason: z.strictObject({ id: z.string(), sv: z.string(), en: z.string() }),
    }),
  ),
})
export type ReportQuantity = z.infer<typeof ReportQuantity>

export const ReportTime = z.strictObject({
  ...fact,
  place: ArticlePlace,
  text: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  anchor: z.string(),
  outcome,
  reason: z.strictObject({ id: z.string(), sv: z.string(), en: z.string() }),
})
export type ReportTime = z.infer<typeof ReportTime>

export const Finding = z.strictObject({
  ...fact,
  check: z.string(),
  standing: z.enum(['contradicted', 'needs-listening', 'cannot-tell']),
  severity: z.enum(['error', 'warning', 'info']),
  confidence: z.strictObject({
    overall: z.number().min(0).max(1),
    recognition: z.number().min(0).max(1).optional(),
    alignment: z.number().min(0).max(1).optional(),
    match: z.number().min(0).max(1).optional(),
  }),
  message: z.strictObject({
    id: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    sv: z.string(),
    en: z.string(),
  }),
  place: Place,
  actual: z.string(),
  expected: z.array(z.string()),
  evidence: z.array(z.strictObject({ type: z.enum(['audio', 'cell', 'mention']), place: Place, text: z.string() })),
  suggestions: z.array(z.strictObject({ text: z.string(), reason: z.string() })),
})
export type Finding = z.infer<typeof Finding>

export const CheckResult = z.strictObject({
  id: z.string(),
  version: z.int(),
  outcome: z.enum(['ran', 'not-applicable', 'error']),
  /** In Swedish and English, for not-applicable and error. */
  reason: z.strictObject({ sv: z.string(), en: z.string() }).optional(),
  findings: count,
})
export type CheckResult = z.infer<typeof CheckResult>

/** Everything a renderer needs; written as report.json. The JSON Schema is made from this. */
export const Report = z.strictObject({
  schema: z.literal('ordagrant-report/1'),
  tool: z.strictObject({ name: z.literal('ordagrant'), version: z.string() }),
  settings: z.record(z.string(), z.unknown()),
  story: z.strictObject({
    title: z.string(),
    language: z.string(),
    published: z.string().nullable(),
    recordings: z.enum(['complete', 'partial']),
    article: z.strictObject({ path: z.string(), sha256: z.string(), words: count }),
  }),
  recordings: z.array(
    z.strictObject({
      id: z.string(),
      path: z.string(),
      sha256: z.string(),
      seconds: z.number(),
      speechSeconds: z.number(),
      heardSeconds: z.number(),
      unheard: z.array(z.tuple([z.number(), z.number(), z.string()])),
      language: z.string().nullable(),
      note: z.string().optional(),
    }),
  ),
  transcripts: z.array(
    z.strictObject({ id: z.string(), path: z.string(), sha256: z.string(), timed: z.boolean(), speakers: z.boolean() }),
  ),
  datasets: z.array(
    z.strictObject({
      id: z.string(),
      path: z.string(),
      sha256: z.string(),
      rows: count,
      title: z.string(),
      source: z.string().nullable(),
      status: z.string().optional(),
      doubts: z.array(z.strictObject({ id: z.string(), sv: z.string(), en: z.string() })),
    }),
  ),
  model: z.strictObject({ name: z.string(), sha256: z.string(), engine: z.string() }).nullable(),
  checks: z.array(CheckResult),
  coverage: z.strictObject({
    quotations: z.strictObject({ total: count, located: count, undecided: count, notFound: count, notHeard: count }),
    statements: z.strictObject({ total: count, located: count }),
    quantities: z.strictObject({ total: count, compared: count, notCheckable: count }),
    times: z.strictObject({ total: count, resolved: count }),
    names: z.strictObject({ people: count, mentions: count, checkedAgainst: z.array(z.string()) }),
    audio: z.strictObject({ seconds: z.number(), speechSeconds: z.number(), heardSeconds: z.number() }),
  }),
  quotations: z.array(ReportQuotation),
  statements: z.array(ReportStatement),
  people: z.array(ReportPerson),
  quantities: z.array(ReportQuantity),
  times: z.array(ReportTime),
  findings: z.array(Finding),
  rulings: z.strictObject({ used: count, unused: z.array(z.string()) }),
  warnings: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  timings: z.record(z.string(), z.number()),
})
export type Report = z.infer<typeof Report>
