import { z } from 'zod'
import { findDenials, type SpeechRules, speechRules, words } from '#language'
import type { Alignment, Comparison, Edit, Severity, Statement } from '#model'
import { defineCheck, type Frozen } from './define-check.js'
import { confidenceOf, groupEdits, LIKELY_MATCH, wordingOf } from './drafting/index.js'

type FrozenEdit = Frozen<Edit>
const TURNS: ReadonlySet<Edit['kind']> = new Set(['role', 'negation', 'number', 'name'])

/** A question is printed as it was asked; what others say is told in the reporter's words, and only doubt must survive. */
function severityOf(edit: FrozenEdit, statement: Frozen<Statement>, rules: SpeechRules): Severity | null {
  // A reporter may know the year from elsewhere; what was said speaks against it only when it holds another.
  if (edit.kind === 'number' && edit.heard === '') return 'info'
  // "Vi träffas", sa de: the reporter tells that they will meet.
  const isPronoun =
    edit.kind === 'role' && [edit.printed, edit.heard].every((word) => rules.isFunctionWord(word.toLowerCase()))
  if (isPronoun && statement.statementKind !== 'question') return null
  if (TURNS.has(edit.kind)) return 'warning'
  if (edit.kind === 'hedge') return 'info'
  const small = edit.kind === 'word-added' || edit.kind === 'word-dropped'
  return small && statement.statementKind === 'question' ? 'info' : null
}

/** "troligtvis" printed for a spoken "tror nog": the doubt is there, in another place. */
function withoutMovedHedges(edits: readonly FrozenEdit[]): FrozenEdit[] {
  const hedges = edits.filter((e) => e.kind === 'hedge')
  const moved = hedges.some((e) => e.printed === '') && hedges.some((e) => e.heard === '')
  return edits.filter((e) => !(moved && e.kind === 'hedge'))
}

/** "det blir inte någon affär" for a spoken "det blir ingen affär": a no went and another came, right beside it. */
function withoutMovedNegations(edits: readonly FrozenEdit[], rules: SpeechRules): FrozenEdit[] {
  const denies = (text: string) => words(text).some(({ norm }) => rules.isNegation(norm))
  const oneSided = edits.filter((e) => e.kind === 'negation' && denies(e.printed) !== denies(e.heard))
  const moved = oneSided.filter((one) =>
    oneSided.some(
      (other) =>
        denies(one.printed) !== denies(other.printed) &&
        Math.max(one.start, other.start) - Math.min(one.end, other.end) <= MOVED_WITHIN,
    ),
  )
  return edits.filter((e) => !moved.includes(e))
}

/** Characters between a no that went and one that came. */
const MOVED_WITHIN = 24
/** Characters around a negation among which it may have been told in another word. */
const DENIED_WITHIN = 60

/**
 * "saknar pengar" for a spoken "har inte pengar", "för trött för att" for "så trött att man inte": the no is there on
 * both sides, once as a word of its own and once in another. A quotation has no such freedom.
 */
function isDeniedOtherwise(
  edit: FrozenEdit,
  statement: Frozen<Statement>,
  alignment: Frozen<Alignment>,
  language: string,
): boolean {
  if (edit.kind !== 'negation') return false
  const heard = alignment.pieces.map((piece) => piece.heard).join(' ')
  const printedSays = words(edit.printed).some(({ norm }) => speechRules(language).isNegation(norm))
  const [other, own] = printedSays ? [heard, statement.text] : [statement.text, heard]
  const known = findDenials(own, language).map(({ form }) => form)
  const at = edit.start - statement.place.start
  return findDenials(other, language).some(
    ({ form, start, end }) =>
      !known.includes(form) && (printedSays || (start - DENIED_WITHIN <= at && at <= end + DENIED_WITHIN)),
  )
}

/** Does an edit stand right beside reworded content? Then the sentence was told in other words, and proves less. */
function isReworded(edit: FrozenEdit, alignment: Frozen<Alignment>): boolean {
  const near = (a: number, b: number) => a >= b && a - b <= 2
  return alignment.edits.some(
    (other) =>
      other.kind === 'word-changed' &&
      other.meaning &&
      other.support !== 'print' &&
      (near(other.start, edit.end) || near(edit.start, other.end)),
  )
}

export default defineCheck({
  id: 'statement-mismatches',
  version: 1,
  title: { sv: 'Uppgifter som skiljer sig från ljudet', en: 'Statements that differ from the sound' },
  why: {
    sv: 'Indirekt tal får skrivas om, men inte så att köparen blir säljaren eller ett nej blir ett ja.',
    en: 'Indirect speech may be reworded, but not so that the buyer becomes the seller or a no becomes a yes.',
  },
  severity: 'warning',
  needs: ['article', 'statements', 'quantities', 'times', 'transcripts', 'alignments', 'comparisons'],
  options: z.strictObject({ together: z.int().min(0).max(40).default(8) }),
  messages: {
    changed: {
      sv: 'Trycket: ”{printed}” – ljudet: ”{heard}”. Lyssna.',
      en: 'Print: “{printed}” – sound: “{heard}”. Listen.',
    },
    dropped: { sv: 'Sägs men trycks inte: ”{heard}”. Lyssna.', en: 'Said but not printed: “{heard}”. Listen.' },
    added: { sv: 'Trycks men sägs inte: ”{printed}”. Lyssna.', en: 'Printed but not said: “{printed}”. Listen.' },
    'shade-changed': {
      sv: 'En nyans: trycket ”{printed}”, ljudet ”{heard}”.',
      en: 'A shade: print “{printed}”, sound “{heard}”.',
    },
    'shade-dropped': { sv: 'En nyans föll bort: ”{heard}”.', en: 'A shade was left out: “{heard}”.' },
    'shade-added': { sv: 'En nyans lades till: ”{printed}”.', en: 'A shade was added: “{printed}”.' },
  },
  run(inputs, { together }, report) {
    const rules = speechRules(inputs.language)
    const statements = new Map(inputs.statements.map((statement) => [statement.id, statement]))
    const figures = [...inputs.quantities, ...inputs.times].filter((claim) =>
      inputs.comparisons.some((c) => c.claim === claim.id && c.outcome !== 'not-checkable' && isAgainstSound(c)),
    )
    /** Figures, what they count and dates have checks of their own once they were compared with the sound; a small word beside them has not. */
    const isOwnedElsewhere = (edit: FrozenEdit) =>
      edit.kind !== 'hedge' &&
      edit.kind !== 'negation' &&
      figures.some((figure) => {
        const counted = 'counted' in figure ? figure.counted : null
        const end = figure.place.end + (counted ? counted.span.end - figure.span.end : 0)
        return edit.start < Math.max(end, figure.place.end) && edit.end > figure.place.start
      })

    for (const alignment of inputs.alignments) {
      const statement = statements.get(alignment.claim)
      if (!statement) continue
      const said = alignment.edits.filter(
        (e) =>
          e.meaning &&
          e.support === 'heard' &&
          !isOwnedElsewhere(e) &&
          !isDeniedOtherwise(e, statement, alignment, inputs.language),
      )
      for (const group of groupEdits(
        inputs.article,
        withoutMovedNegations(withoutMovedHedges(said), rules),
        together,
      )) {
        const rated = group.map((edit) => ({ edit, severity: severityOf(edit, statement, rules) }))
        const loud = rated.filter((r) => r.severity === 'warning').map((r) => r.edit)
        const told = loud.length > 0 ? loud : rated.filter((r) => r.severity === 'info').map((r) => r.edit)
        if (told.length === 0) continue
        const wording = wordingOf(inputs, alignment, told)
        const turns = loud.some((e) => e.kind === 'number' || !isReworded(e, alignment))
        report({
          standing: 'needs-listening',
          severity: turns ? 'warning' : 'info',
          confidence: confidenceOf(inputs, alignment, told),
          message: {
            id: `${turns ? '' : 'shade-'}${wording.shape}`,
            values: { printed: wording.printed, heard: wording.heard },
          },
          place: wording.place,
          actual: wording.actual,
          expected: [wording.expected],
          evidence: wording.evidence,
          suggestions: [],
          identity: wording.identity,
        })
      }
    }
  },
})

const isAgainstSound = (comparison: Frozen<Comparison>): boolean =>
  (comparison.against === 'audio' || comparison.aspect === 'unit' || comparison.aspect === 'date') &&
  comparison.match >= LIKELY_MATCH
