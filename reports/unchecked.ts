import type { ArticlePlace, Report, UiLanguage } from '#model'
import { clock, clockSpan, fileName } from './numbers.js'
import { findingsAbout, statementState } from './states.js'
import { textsIn } from './texts/index.js'

/** One thing that was not checked, and why. `claim` is the id of the quotation, person, quantity, time or statement. */
export interface UncheckedItem {
  text: string
  why?: string
  place?: ArticlePlace
  claim?: string
}
export interface UncheckedGroup {
  title: string
  items: UncheckedItem[]
}

/** Everything in a report that was not checked, in words, for every format alike. Groups without items are left out. */
export function uncheckedGroups(
  report: Report,
  language: UiLanguage,
  options: { clips?: boolean } = {},
): UncheckedGroup[] {
  const t = textsIn(language, report)
  const u = t.unchecked
  const groups: UncheckedGroup[] = [
    { title: u.recordings, items: material(report, language) },
    { title: u.check, items: checks(report, language) },
    { title: u.quotations, items: quotations(report, language, ['not-found', 'not-heard', 'not-comparable']) },
    { title: u.undecided, items: quotations(report, language, ['undecided']) },
    { title: u.speakers, items: speakers(report, language) },
    { title: u.sound, items: unheard(report, language) },
    {
      title: u.spellings,
      items: report.people
        .filter((person) => !person.ruling && person.spellingCheckedAgainst.length === 0)
        .map((person) => {
          const place = person.spellings[0]?.places[0]
          const text = person.spellings.map((spelling) => spelling.text).join(' / ') || person.name
          return { text, claim: person.id, ...(place ? { place } : {}) }
        }),
    },
    { title: u.figures, items: notCheckable(report.quantities, language) },
    { title: u.times, items: notCheckable(report.times, language) },
    {
      title: u.statements,
      items: report.statements
        .filter((statement) => statementState(statement, findingsAbout(report, statement)) === 'unchecked')
        .map(({ id, text, place, pieces }) => ({
          text,
          place,
          claim: id,
          ...(pieces.length > 0 ? { why: t.heardInOtherWords } : {}),
        })),
    },
    { title: u.datasets, items: datasets(report, language) },
    { title: u.warnings, items: report.warnings.map(({ text }) => ({ text })) },
    {
      title: u.clips,
      items: options.clips === false && report.recordings.length > 0 ? [{ text: t.clipsLeftOut }] : [],
    },
    { title: u.rulings, items: report.rulings.unused.map((id) => ({ text: u.unusedRuling(id.slice(0, 10)) })) },
  ]
  return groups.filter((group) => group.items.length > 0)
}

export const uncheckedCount = (groups: UncheckedGroup[]): number =>
  groups.reduce((sum, group) => sum + group.items.length, 0)

function material(report: Report, language: UiLanguage): UncheckedItem[] {
  const { unchecked } = textsIn(language, report)
  if (report.recordings.length === 0 && report.transcripts.length === 0) return [{ text: unchecked.noSound }]
  return report.transcripts
    .filter((transcript) => !transcript.timed)
    .map(({ path }) => ({ text: unchecked.untimedTranscript(fileName(path)) }))
}

function checks(report: Report, language: UiLanguage): UncheckedItem[] {
  const t = textsIn(language, report)
  return report.checks
    .filter((check) => check.outcome !== 'ran')
    .map((check) => ({
      text: `${t.checks[check.id] ?? check.id} (${check.id}): ${t.checkOutcomes[check.outcome]}`,
      ...(check.reason ? { why: check.reason[language] } : {}),
    }))
}

type Grades = Report['quotations'][number]['grade'][]

function quotations(report: Report, language: UiLanguage, grades: Grades): UncheckedItem[] {
  return report.quotations
    .filter((quotation) => !quotation.ruling && grades.includes(quotation.grade))
    .map(({ id, text, why, place }) => ({ text, why: why[language], place, claim: id }))
}

/** Where no quotation was heard from a labelled voice, one line says so for all of them. */
function speakers(report: Report, language: UiLanguage): UncheckedItem[] {
  const { unchecked } = textsIn(language, report)
  const heard = report.quotations.filter((quotation) => quotation.pieces.length > 0)
  const open = heard.filter((quotation) => quotation.speakerCheck === 'not-checked')
  if (open.length === 0) return []
  if (open.length === heard.length) return [{ text: unchecked.speakersAll(open.length) }]
  return open.map(({ id, text, place }) => ({ text, place, claim: id }))
}

function unheard(report: Report, language: UiLanguage): UncheckedItem[] {
  const { unchecked } = textsIn(language, report)
  return report.recordings.flatMap((recording) =>
    recording.unheard.map(([from, to, reason]) => ({
      text: unchecked.unheardSpan(clockSpan(from, to), fileName(recording.path), unchecked.unheard[reason] ?? reason),
    })),
  )
}

function notCheckable(
  facts: (Report['quantities'] | Report['times'])[number][],
  language: UiLanguage,
): UncheckedItem[] {
  return facts
    .filter((fact) => !fact.ruling && fact.outcome === 'not-checkable')
    .map(({ id, text, reason, place }) => ({ text, why: reason[language], place, claim: id }))
}

function datasets(report: Report, language: UiLanguage): UncheckedItem[] {
  const t = textsIn(language, report)
  return report.datasets.flatMap((dataset) => {
    const status =
      dataset.status === undefined || dataset.status === 'final' ? [] : [t.status[dataset.status] ?? dataset.status]
    return [...status, ...dataset.doubts.map((doubt) => doubt[language])].map((text) => ({
      text: `${fileName(dataset.path)}: ${text}`,
    }))
  })
}

/** `1:28–1:34` of a piece, or null without times. */
export const pieceSpan = (piece: { startSeconds: number | null; endSeconds: number | null }): string | null =>
  piece.startSeconds === null
    ? null
    : piece.endSeconds === null
      ? clock(piece.startSeconds)
      : clockSpan(piece.startSeconds, piece.endSeconds)
