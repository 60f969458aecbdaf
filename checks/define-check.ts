import type { z } from 'zod'
import type {
  Alignment,
  Article,
  Comparison,
  Dataset,
  FactIdentity,
  FindingDraft,
  MessageTable,
  Name,
  Person,
  PublishedDate,
  Quantity,
  Quotation,
  Recording,
  Severity,
  Statement,
  Time,
  Transcript,
  UiLanguage,
} from '#model'

/** One line of the newsroom's own list of names. */
export interface ListedName {
  name: string
  role: string | null
  source: string | null
  checkedOn: string | null
}

/** Everything the stages before the checks found out about a story. */
export interface CheckInputs {
  /** Language of the article, BCP 47 primary subtag. */
  language: string
  article: Article
  names: Name[]
  people: Person[]
  quotations: Quotation[]
  statements: Statement[]
  quantities: Quantity[]
  times: Time[]
  /** What was said, from the first hearing or from files made elsewhere; empty when the story has neither. */
  transcripts: Transcript[]
  recordings: Recording[]
  /** Is everything that was said in the recordings given, or only some of it? */
  completeness: 'complete' | 'partial'
  alignments: Alignment[]
  comparisons: Comparison[]
  datasets: Dataset[]
  /** Null when the story has no list of names. */
  namesList: ListedName[] | null
  published: PublishedDate | null
}

/** What a check may ask for, and the inputs each need gives. */
export const GRANTS = {
  article: ['article'],
  names: ['names', 'people'],
  quotations: ['quotations'],
  statements: ['statements', 'language'],
  quantities: ['quantities'],
  times: ['times'],
  transcripts: ['transcripts', 'recordings', 'completeness'],
  alignments: ['alignments'],
  comparisons: ['comparisons'],
  datasets: ['datasets'],
  namesList: ['namesList'],
  published: ['published'],
} as const satisfies Record<string, readonly (keyof CheckInputs)[]>

export type Need = keyof typeof GRANTS

/** A value nobody can change, all the way down. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T

/** The inputs that a set of needs gives, and no others. */
export type InputsFor<N extends Need> = Frozen<Pick<CheckInputs, (typeof GRANTS)[N][number]>>

/** What a check hands to `report`: a `FindingDraft` whose identity gets its kind (the check's id) from the runner. */
export type Draft = Omit<FindingDraft, 'identity'> & { identity: Omit<FactIdentity, 'kind'> }

type BothLanguages = Record<UiLanguage, string>

export interface CheckDefinition<N extends Need, O extends Need, S extends z.ZodObject> {
  /** A plural noun in the failing state, in kebab case; file, page and fixture folder have the same name. */
  id: string
  /** Raised when the same inputs give other findings. */
  version: number
  title: BothLanguages
  /** One sentence: why a newsroom should care. */
  why: BothLanguages
  /** The loudest a finding of this check may be; the runner holds it to this. */
  severity: Severity
  /** What is handed over; when the story lacks one of them the check is not applicable. */
  needs: readonly N[]
  /** Handed over too, but one of them being there is enough; `article` among them, always there, makes the rest optional. */
  oneOf?: readonly O[]
  /** Rests on the language's rules for names or figures: not applicable in a language that has none. */
  rules?: 'names' | 'figures'
  options: S
  messages: MessageTable
  /** Reads what was found and decides what to say. Computes nothing, sees no file, clock, network or randomness. */
  run(inputs: InputsFor<N | O>, options: z.output<S>, report: (draft: Draft) => void): void
}

/** A check in a list, whatever it needs. */
export interface Check extends Omit<CheckDefinition<Need, Need, z.ZodObject>, 'run'> {
  run(inputs: object, options: object, report: (draft: Draft) => void): void
}

/**
 * Defines a check: `run` sees only the inputs named in `needs` and `oneOf`.
 *
 * @example
 * export default defineCheck({
 *   id: 'long-quotes', version: 1, severity: 'info', needs: ['article', 'quotations'], options: z.strictObject({}),
 *   title: { sv: 'Långa citat', en: 'Long quotations' }, why: { sv: '…', en: '…' },
 *   messages: { long: { sv: 'Citatet har {words} ord.', en: 'The quotation has {words} words.' } },
 *   run({ article, quotations }, options, report) { … },
 * })
 */
export function defineCheck<const N extends Need, S extends z.ZodObject, const O extends Need = never>(
  definition: CheckDefinition<N, O, S>,
): Check {
  if (!/^[a-z]+(-[a-z]+)*$/.test(definition.id))
    throw new Error(`A check's id is in kebab case, not "${definition.id}"`)
  return definition as unknown as Check
}
