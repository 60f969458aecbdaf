import type { Report } from '#model'
import { ruling } from './facts.js'
import { storyReport } from './fixture.js'

/** The story's report bent until every grade, outcome, standing, verdict and kind of omission stands in it once. */
export function everyStateReport(): Report {
  const report = storyReport()
  const [q1, q2, q3, q4, q5] = report.quotations
  Object.assign(q1!, {
    grade: 'not-heard',
    pieces: [],
    edits: [],
    why: { sv: 'Ljudet är skadat mellan 0:42 och 0:55.', en: 'The sound is damaged from 0:42 to 0:55.' },
  })
  delete q1!.reliability
  Object.assign(q2!, {
    grade: 'undecided',
    reliability: {
      ...q3!.reliability,
      measure: 'changes-noticed',
      kinds: ['negation', 'number'],
      right: 72,
      tried: 77,
    },
    speakerCheck: 'label-differs',
    why: { sv: 'Ljudet stöder varken trycket eller det hörda.', en: 'The sound supports neither print nor hearing.' },
  })
  Object.assign(q3!, { grade: 'altered', spliced: true, speakerCheck: 'label-agrees' })
  Object.assign(q4!, { grade: 'not-found', pieces: [], gaps: [], context: { before: '', after: '' } })
  Object.assign(q5!, { grade: 'not-comparable', pieces: [], edits: [] })
  report.coverage.quotations = { total: 5, located: 2, undecided: 1, notFound: 1, notHeard: 1 }
  const verdicts = ['confirmed', 'fixed', 'stet', 'needs-source', 'not-checkable'] as const
  verdicts.forEach((verdict, index) => {
    report.findings[index + 1]!.ruling = ruling(verdict, index === 2 ? 'Källan har godkänt ordalydelsen.' : undefined)
  })
  const missing = report.findings[0]!
  report.findings.push({
    ...missing,
    id: 'aaaaaaaaaa',
    fingerprint: 'a'.repeat(64),
    check: 'missing-quotes',
    standing: 'cannot-tell',
    severity: 'warning',
    confidence: { overall: 0.4 },
    message: {
      id: 'missing',
      values: {},
      sv: 'Citatet finns inte i de inspelningar som lämnats (3:17, allt hört).',
      en: 'The quotation is not in the recordings given (3:17, all heard).',
    },
    place: q4!.place,
    actual: q4!.text,
    expected: [],
    evidence: [],
    suggestions: [],
  })
  report.people[0]!.ruling = ruling('confirmed')
  report.people.push({
    ...report.people[0]!,
    id: 'p2',
    name: 'Karin Lind',
    spellings: [],
    roles: [],
    spellingCheckedAgainst: ['names-list', 'spelled-out'],
  })
  delete report.people[1]!.ruling
  Object.assign(report.quantities[2]!, {
    outcome: 'depends',
    hedge: 'bara',
    reason: {
      id: 'depends',
      sv: 'Stämmer om året är 2015, inte om det är 2014.',
      en: 'Agrees if the year is 2015, not if it is 2014.',
    },
  })
  Object.assign(report.times[4]!, {
    from: null,
    to: null,
    outcome: 'not-checkable',
    reason: { id: 'unknown', sv: 'Publiceringsåret är okänt.', en: 'The year of publication is unknown.' },
  })
  report.recordings[0]!.unheard.push([120.5, 131, 'damaged'])
  report.transcripts.push({
    id: 'tr1',
    path: 'transcripts/reporter.txt',
    sha256: 'b'.repeat(64),
    timed: false,
    speakers: true,
  })
  report.checks[0] = {
    id: 'name-variants',
    version: 1,
    outcome: 'error',
    reason: { sv: 'kontrollen gick sönder', en: 'the check failed' },
    findings: 0,
  }
  report.rulings = { used: 5, unused: ['c'.repeat(64)] }
  report.warnings.push({ id: 'language', text: 'Inspelningen låter delvis som norska.' })
  return report
}
