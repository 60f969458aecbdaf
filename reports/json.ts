import { Report } from '#model'

/**
 * report.json: keys in the order of the contract whatever the order they came in, free keys (settings, timings, message
 * values) in alphabetical order, two spaces, a final newline. Equal reports give equal bytes.
 * @throws ZodError when the report breaks its contract: other programs read this file.
 */
export function renderJson(report: Report): string {
  // One report is checked in a run: compiling a checker for it first takes longer than checking.
  const ordered = Report.parse(report, { jitless: true })
  const settings = sortKeys(ordered.settings)
  const timings = sortKeys(ordered.timings)
  const findings = ordered.findings.map((finding) => ({
    ...finding,
    message: { ...finding.message, values: sortKeys(finding.message.values) },
  }))
  return `${JSON.stringify({ ...ordered, settings, findings, timings }, null, 2)}\n`
}

function sortKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sortKeys) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, sortKeys(inner)] as const)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries) as T
}
