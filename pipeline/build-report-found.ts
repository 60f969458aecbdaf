import type {
  Alignment,
  Article,
  CheckResult,
  Claims,
  Comparison,
  Dataset,
  Finding,
  MessageTable,
  PublishedDate,
  Recording,
  Reliability,
  Transcript,
} from '#model'
import type { Settings } from './config.js'

/** Everything that a run found out, before it is put together. */
export interface Findings {
  settings: Settings
  article: Article
  /** The language the rules were chosen by, and whether anybody said so. */
  language: { code: string; assumed: boolean }
  published: PublishedDate | null
  claims: Claims
  recordings: Recording[]
  /** Seconds that sound like another language than they were heard in. */
  languageDoubts: ({ path: string } & Record<string, string | number>)[]
  /** Those made elsewhere; what was heard is in the recordings. */
  transcripts: Transcript[]
  datasets: Dataset[]
  model: { name: string; sha256: string; engine: string } | null
  /** Is the model the one that comes with the package? */
  modelEmbedded: boolean
  alignments: Alignment[]
  /** By quotation; of those without one nothing was measured. */
  reliabilities: ReadonlyMap<string, Reliability>
  comparisons: Comparison[]
  checks: { findings: Finding[]; results: CheckResult[] }
  /** Parts of the story that the run had to do without. */
  failures: { id: 'input-unreadable' | 'stage-failed'; path: string; text: { sv: string; en: string } | null }[]
  /** Message tables of the rooms whose reasons the report prints. */
  tables: { alignment: MessageTable; comparison: MessageTable }
}
