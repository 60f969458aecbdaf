import type { TextSpan } from './article.js'
import type { ArticlePlace } from './place.js'

/** What every claim carries. `id` is unique in a story and stable for the same article: `q1`, `s4`, `n2`, `k7`, `t3`. */
interface ClaimBase {
  id: string
  /** The block and offsets in its text; `place` is the same in the file. */
  span: TextSpan
  place: ArticlePlace
  text: string
}

/** One mention of a person (or organisation) by name, as printed, titles left out. */
export interface Name extends ClaimBase {
  kind: 'name'
  /** Genitive -s and the like removed: "Lindqvists" → "Lindqvist". */
  base: string
  given: string[]
  /** Null when only a given name is printed. */
  family: string | null
  entity: 'person' | 'other'
  /** The role printed beside the name: "lokalpolisområdeschef". */
  role: { text: string; place: ArticlePlace } | null
}

/** The mentions taken to be one person, with each spelling; two spellings stay two, no side is picked. */
export interface Person {
  id: string
  /** The fullest first mention. */
  name: string
  mentions: string[]
  spellings: { text: string; count: number; places: ArticlePlace[] }[]
  roles: { text: string; place: ArticlePlace }[]
}

/**
 * Words printed as somebody's own. `parts` are the spoken spans in order, attributions and quotation marks left out;
 * a quotation interrupted by its attribution is one quotation with two parts; a run of paragraphs is one per paragraph.
 */
export interface Quotation extends ClaimBase {
  kind: 'quotation'
  parts: TextSpan[]
  speaker: { name: string; place: ArticlePlace } | null
  /** The article says that the words were said in another language, or are translated. */
  translated: boolean
  /** The article says that the words were written ("skriver hon i ett mejl"): no recording can hold them. */
  written?: true
  /** "…", "[…]" and "(…)" inside: honest cuts, as offsets into `parts[part]`'s block text. */
  cuts: { part: number; offset: number }[]
  /** Shorter than a sentence, quoted inside one: ”scare quotes”. Titles of works are not quotations at all. */
  fragment: boolean
}

/** A sentence outside quotation marks. */
export interface Statement extends ClaimBase {
  kind: 'statement'
  statementKind: 'indirect' | 'reporter' | 'question'
  /** For indirect speech: who is said to have said it, and the span of the reporting clause ("X säger att"). */
  reporting: { name: string | null; span: TextSpan } | null
}

export interface Value {
  /** The interval meant: precision as printed, widened by hedges. Equal for a count such as "30". */
  low: number
  high: number
  /** The number as read, or null where none was printed ("ett tiotal" has one: 10). */
  printed: number | null
}

export interface Quantity extends ClaimBase {
  kind: 'quantity'
  value: Value
  /** "procent", "kronor", "ton", "minuter" …; null for plain counts. */
  unit: string | null
  /** What is counted, as printed: "anmälningar", "personer"; null when the sentence does not say. */
  counted: { text: string; base: string; span: TextSpan } | null
  hedge: string | null
  /** Absolute amount, share, ordinal, change by ("ökade med"), change to, ratio ("dubbelt"), range. */
  sense: 'count' | 'share' | 'ordinal' | 'change-by' | 'change-to' | 'ratio' | 'range' | 'age' | 'score' | 'identifier'
  /** Ids of the Time claims that apply, nearest first. */
  times: string[]
  /** Place names in the same sentence, nearest first. */
  where: string[]
  /** Content words of the clause, lower case, for matching a dataset's columns: "sexköp", "koppleri". */
  topics: string[]
  /** "30 anmälningar … – en för koppleri och en för sexköp": ids of the quantities that are parts of this one. */
  parts: string[]
  /** The quotation the figure stands in, or null. */
  quotation: string | null
}

export interface Time extends ClaimBase {
  kind: 'time'
  /** ISO days, inclusive; null when not resolvable (and `reason` says why). */
  from: string | null
  to: string | null
  /** What a relative time leans on. `none`: absolute as printed. */
  anchor: 'none' | 'published' | 'article'
  granularity: 'day' | 'week' | 'month' | 'season' | 'year' | 'years' | 'decade' | 'clock' | 'duration'
  reason: string
  quotation: string | null
}

export interface Claims {
  names: Name[]
  people: Person[]
  quotations: Quotation[]
  statements: Statement[]
  quantities: Quantity[]
  times: Time[]
}
export type Claim = Name | Quotation | Statement | Quantity | Time
