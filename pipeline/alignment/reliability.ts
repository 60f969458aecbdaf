import { type Alignment, type Answer, EditKind, type Reliability } from '#model'
import type { Inquiry } from './questions.js'
import { thresholds } from './thresholds.js'

/** Measured on Swedish speech: of other languages nothing is known. */
const MEASURED_LANGUAGE = 'sv'

/** Standard normal deviate of a 95 % interval. */
const Z = 1.96

/** The 95 % interval of a share (Wilson 1927), 0–1 to the thousandth. */
function wilson(right: number, tried: number): { low: number; high: number } {
  const share = right / tried
  const base = 1 + (Z * Z) / tried
  const centre = (share + (Z * Z) / (2 * tried)) / base
  const half = (Z * Math.sqrt((share * (1 - share)) / tried + (Z * Z) / (4 * tried * tried))) / base
  const thousandth = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
  return { low: thousandth(centre - half), high: thousandth(centre + half) }
}

/** Of the changes of these kinds that were planted, how many were noticed. All kinds together when none is named. */
function noticed(kinds: readonly EditKind[]): Reliability | null {
  const counts = Object.entries(thresholds().measured.heldOutToldOrUndecided).flatMap(([name, count]) => {
    const kind = EditKind.parse(name)
    return kinds.length === 0 || kinds.includes(kind) ? [{ kind, count }] : []
  })
  if (counts.length < kinds.length || counts.length === 0) return null
  const right = counts.reduce((sum, { count }) => sum + count.right, 0)
  const tried = counts.reduce((sum, { count }) => sum + count.tried, 0)
  const named = kinds.length === 0 ? [] : counts.map(({ kind }) => kind)
  return { measure: 'changes-noticed', kinds: named, right, tried, ...wilson(right, tried), speech: 'synthetic' }
}

function alteredRight(): Reliability {
  const { right, tried } = thresholds().measured.precisionOfAltered.heldOut
  return { measure: 'altered-right', kinds: [], right, tried, ...wilson(right, tried), speech: 'synthetic' }
}

/** How far a grade can be leant on; null where nothing was measured (splices, what was not found or not compared). */
function ofGrade({ grade, edits }: Alignment): Reliability | null {
  // What was told from the transcript alone was never asked of the sound, and not measured.
  const asked = edits.filter(({ meaning, margin }) => meaning && margin !== undefined)
  if (grade === 'altered') return asked.some(({ support }) => support === 'heard') ? alteredRight() : null
  if (grade === 'undecided') {
    const open = asked.filter(({ support }) => support === 'undecided')
    return open.length === 0 ? null : noticed([...new Set(open.map(({ kind }) => kind))])
  }
  return grade === 'verbatim' || grade === 'tidied' ? noticed([]) : null
}

/** By quotation: how far its grade can be leant on, from what was measured. Only of those that were heard a second time. */
export function reliabilities(input: {
  alignments: readonly Alignment[]
  inquiries: readonly Inquiry[]
  answers: readonly Answer[]
  language: string
}): Map<string, Reliability> {
  const { alignments, inquiries, answers, language } = input
  if (language !== MEASURED_LANGUAGE) return new Map()
  const answered = new Set(answers.map(({ question }) => question))
  const heardTwice = new Set(
    inquiries
      .filter(({ asked }) => asked.length > 0 && asked.every(({ question }) => answered.has(question.id)))
      .map(({ located }) => located.claim),
  )
  return new Map(
    alignments.flatMap((alignment) => {
      const reliability = heardTwice.has(alignment.claim) ? ofGrade(alignment) : null
      return reliability ? [[alignment.claim, reliability] as const] : []
    }),
  )
}

/** The same of one change: the sound was found to support the wording with it (`changed`) or the one without. */
export function reliabilityOfChange(kind: EditKind, changed: boolean, language: string): Reliability | null {
  if (language !== MEASURED_LANGUAGE) return null
  return changed ? alteredRight() : noticed([kind])
}
