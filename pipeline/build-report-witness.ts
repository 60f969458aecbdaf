import { aboutTranscript, type Report } from '#model'

/** A text in both interface languages. */
interface Told {
  sv: string
  en: string
}

const retold = <T extends Told>(told: T): T => ({
  ...told,
  sv: aboutTranscript(told.sv, 'sv'),
  en: aboutTranscript(told.en, 'en'),
})

/** Of a story without recordings nothing was heard: its report speaks of what the transcripts say. */
export function namingWitness(report: Report): Report {
  if (report.recordings.length > 0 || report.transcripts.length === 0) return report
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, message: retold(finding.message) })),
    quotations: report.quotations.map((quotation) => ({ ...quotation, why: retold(quotation.why) })),
    times: report.times.map((time) => ({ ...time, reason: retold(time.reason) })),
    quantities: report.quantities.map((quantity) => ({
      ...quantity,
      reason: retold(quantity.reason),
      comparisons: quantity.comparisons.map((one) => ({ ...one, reason: retold(one.reason) })),
    })),
  }
}
