import type { Finding, Report, Ruling } from '#model'

/** A finding with its number in the report: the same in every format, and the footnote in the article. */
export interface NumberedFinding {
  number: number
  finding: Finding
}
export type RuledFinding = NumberedFinding & { finding: Finding & { ruling: Ruling } }

export interface OrderedFindings {
  /** Errors and warnings nobody has ruled on, errors first, otherwise in the report's order. */
  attention: NumberedFinding[]
  information: NumberedFinding[]
  ruled: RuledFinding[]
  all: NumberedFinding[]
}

/** Findings in the order they are printed. */
export function orderFindings(report: Report): OrderedFindings {
  const open = report.findings.filter((finding) => !finding.ruling)
  const bySeverity = (severity: Finding['severity']) => open.filter((finding) => finding.severity === severity)
  const printed = [
    ...bySeverity('error'),
    ...bySeverity('warning'),
    ...bySeverity('info'),
    ...report.findings.filter((finding) => finding.ruling),
  ]
  const all = printed.map((finding, index) => ({ number: index + 1, finding }))
  return {
    attention: all.filter(({ finding }) => !finding.ruling && finding.severity !== 'info'),
    information: all.filter(({ finding }) => !finding.ruling && finding.severity === 'info'),
    ruled: all.filter((numbered): numbered is RuledFinding => numbered.finding.ruling !== undefined),
    all,
  }
}
