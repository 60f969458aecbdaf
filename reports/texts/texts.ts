import type {
  ArticlePlace,
  CheckResult,
  EditKind,
  Finding,
  Reliability,
  Report,
  ReportQuotation,
  Support,
  Verdict,
} from '#model'
import type { State } from '../state.js'

type Outcome = Report['quantities'][number]['outcome']

/** Every word the reports add of their own, in one language. */
export interface Texts {
  language: 'sv' | 'en'
  reportName: string
  published(date: string): string
  unpublished: string
  made(when: string): string
  tool(version: string): string
  words(count: number): string
  checkedAgainst: string
  nothingToCheckAgainst: string
  recording: string
  transcript: string
  untimed: string
  dataset: string
  model: string
  heardOf(heard: string, speech: string): string
  rows(count: number): string
  status: Record<string, string>
  source(text: string): string
  recordingsComplete: string
  recordingsPartial: string
  holdsSound: string
  clipsLeftOut: string
  summary(counts: { attention: number; information: number; located: number; quotations: number }): string
  summaryRuled(count: number): string
  summaryUnchecked(count: number): string
  sections: {
    contents: string
    attention: string
    information: string
    ruled: string
    quotations: string
    statements: string
    people: string
    figures: string
    times: string
    article: string
    unchecked: string
  }
  nothingToSee: string
  noneFound: string
  checks: Record<string, string>
  standing: Record<Finding['standing'], string>
  contradictedBy: Record<'audio' | 'cell' | 'mention', string>
  severity: Record<Finding['severity'], string>
  states: Record<State, string>
  confidence(overall: number): string
  confidenceLabel: string
  confidenceParts: Record<'recognition' | 'alignment' | 'match', string>
  /** In the language's own quotation marks. */
  quoted(text: string): string
  printed: string
  printedOn(line: number): string
  heard: string
  table: string
  elsewhere: string
  notInSound: string
  inTheSound: string
  between(seconds: string): string
  betweenUntimed: string
  earlier(seconds: string): string
  /** Another place that fits nearly as well; `at` is null in a transcript without times. */
  alsoPossible(at: string | null, source: string): string
  mentions: string
  suggestions: string
  line(line: number): string
  lines(lines: number[]): string
  times(count: number): string
  ruleIt: string
  byPlaceholder: string
  verdicts: Record<Verdict, { name: string; meaning: string }>
  ruledBy(who: string, when: string): string
  otherVerdicts: string
  play(span: string, recording: string): string
  playShort: string
  more: string
  moreLabel(span: string): string
  soundAt(number: number, at: string): string
  windTo(at: string): string
  clip(number: number, recording: string, span: string): string
  noClip: string
  grades: Record<ReportQuotation['grade'], string>
  alsoSpliced: string
  /** How often such a verdict was right when it was tried, in one sentence. */
  reliability(measured: Reliability): string
  speakerChecks: Record<ReportQuotation['speakerCheck'], string>
  saidBy(name: string): string
  nobodyNamed: string
  pieces: string
  edits: string
  noEdits: string
  editKinds: Record<EditKind, string>
  support: Record<Support, string>
  nothing: string
  statementKinds: Record<'indirect' | 'reporter' | 'question', string>
  spellings: string
  roles: string
  spellingCheck: string
  spellingSources: Record<'names-list' | 'dataset' | 'spelled-out', string>
  spellingUnchecked: string
  moreOfThem(count: number): string
  heardInSound: string
  heardInOtherWords: string
  heardAt: string
  outcomes: Record<Outcome, string>
  against: Record<'cell' | 'article' | 'audio', string>
  means: string
  anchors: Record<string, string>
  blocks: Partial<Record<ArticlePlace['block'], string>>
  legend: string
  withoutLine: string
  margin: { quotation: string; statement: string }
  toQuotation: string
  toStatement: string
  unchecked: {
    nothing: string
    check: string
    quotations: string
    undecided: string
    sound: string
    unheard: Record<string, string>
    unheardSpan(span: string, recording: string, reason: string): string
    spellings: string
    speakers: string
    speakersAll(count: number): string
    figures: string
    times: string
    statements: string
    datasets: string
    warnings: string
    clips: string
    rulings: string
    unusedRuling(id: string): string
    recordings: string
    noSound: string
    untimedTranscript(path: string): string
  }
  checkOutcomes: Record<CheckResult['outcome'], string>
  help: {
    open: string
    title: string
    close: string
    keys: [key: string, meaning: string][]
    toggle: string
  }
  skip: string
  toTop: string
  writtenTo: string
}
