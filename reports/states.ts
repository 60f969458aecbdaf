import type {
  ArticlePlace,
  Finding,
  Report,
  ReportPerson,
  ReportQuantity,
  ReportQuotation,
  ReportStatement,
  ReportTime,
} from '#model'
import { loudest, type State } from './state.js'
import type { Texts } from './texts/texts.js'

export function findingState(finding: Finding): State {
  if (finding.ruling) return 'ruled'
  if (finding.severity === 'info') return 'note'
  if (finding.standing === 'contradicted') return 'contradicted'
  return finding.standing === 'needs-listening' ? 'listen' : 'unsure'
}

const GRADE_STATES: Record<ReportQuotation['grade'], State> = {
  verbatim: 'verified',
  tidied: 'verified',
  undecided: 'unsure',
  spliced: 'contradicted',
  altered: 'contradicted',
  'not-found': 'unchecked',
  'not-heard': 'unchecked',
  'not-comparable': 'unchecked',
}

export const quotationState = (quotation: ReportQuotation): State =>
  quotation.ruling ? 'ruled' : GRADE_STATES[quotation.grade]

/**
 * A statement is never graded. What the checks found in it decides, and a report is never louder than they: where they
 * found nothing to say, a statement heard in other words is not checked, and one heard as printed is verified.
 */
export function statementState(statement: ReportStatement, about: Finding[]): State {
  if (statement.ruling) return 'ruled'
  if (about.length > 0) return loudest(about.map(findingState))
  if (statement.pieces.length === 0) return 'unchecked'
  return inOtherWords(statement) ? 'unchecked' : 'verified'
}

const inOtherWords = (statement: ReportStatement): boolean =>
  statement.edits.some((edit) => edit.meaning && (edit.support === 'heard' || edit.support === 'undecided'))

const OUTCOME_STATES: Record<ReportQuantity['outcome'], State> = {
  agrees: 'verified',
  disagrees: 'contradicted',
  depends: 'unsure',
  'not-checkable': 'unchecked',
}

export const comparedState = (fact: ReportQuantity | ReportTime): State =>
  fact.ruling ? 'ruled' : OUTCOME_STATES[fact.outcome]

/** A spelling is verified by a list, a table or a spelled-out name, never by having been heard. */
export function personState(person: ReportPerson): State {
  if (person.ruling) return 'ruled'
  return person.spellingCheckedAgainst.length > 0 && person.spellings.length === 1 ? 'verified' : 'unchecked'
}

type Span = Pick<ArticlePlace, 'path' | 'start' | 'end'>

const overlaps = (a: Span, b: Span): boolean => a.path === b.path && a.start < b.end && b.start < a.end

/** The findings that hold any of the words of a claim against the sound: a name's spelling says nothing about what was said. */
export const findingsAbout = (report: Report, claim: { place: Span }): Finding[] =>
  report.findings.filter(
    ({ place, evidence }) =>
      place.kind === 'article' && overlaps(place, claim.place) && evidence.some(({ type }) => type === 'audio'),
  )

/** The quotation or statement a finding is about, or null. */
export function claimOf(report: Report, { place }: Finding): ReportQuotation | ReportStatement | null {
  if (place.kind !== 'article') return null
  const holds = (claim: ReportQuotation | ReportStatement) => overlaps(place, claim.place)
  return report.quotations.find(holds) ?? report.statements.find(holds) ?? null
}

/** The standing in words; what is contradicted says by what. */
export function standingText(finding: Finding, t: Texts): string {
  if (finding.standing !== 'contradicted') return t.standing[finding.standing]
  const type = finding.evidence[0]?.type
  return type ? t.contradictedBy[type] : t.standing.contradicted
}

/** A statement's state in words: being heard in the sound is not the same as being right. */
export function statementText(t: Texts, statement: ReportStatement, state: State): string {
  if (statement.pieces.length === 0) return t.notInSound
  if (state === 'unchecked') return t.heardInOtherWords
  return state === 'verified' ? t.heardInSound : t.states[state]
}
