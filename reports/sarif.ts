import type { ArticlePlace, Finding, Place, Report, UiLanguage } from '#model'
import { clockSpan, fileName } from './numbers.js'
import { orderFindings } from './order.js'
import { textsIn } from './texts/index.js'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/**
 * SARIF 2.1.0: one result per finding, a person's ruling as its suppression, checks that could not be made as
 * notifications. Columns count UTF-16 code units, as everywhere in a report.
 */
export function renderSarif(report: Report, uiLanguage: UiLanguage): string {
  const t = textsIn(uiLanguage, report)
  const rules = report.checks.map(({ id }) => ({ id, shortDescription: { text: t.checks[id] ?? id } }))
  const run = {
    tool: { driver: { name: 'ordagrant', version: report.tool.version, semanticVersion: report.tool.version, rules } },
    language: uiLanguage,
    columnKind: 'utf16CodeUnits',
    artifacts: [
      { location: { uri: uriOf(report.story.article.path) }, hashes: { 'sha-256': report.story.article.sha256 } },
    ],
    invocations: [
      {
        executionSuccessful: report.checks.every((check) => check.outcome !== 'error'),
        toolExecutionNotifications: notifications(report, uiLanguage, 'error'),
        toolConfigurationNotifications: notifications(report, uiLanguage, 'not-applicable'),
      },
    ],
    results: orderFindings(report).all.map(({ finding }) => result(report, finding, uiLanguage)),
  }
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function notifications(report: Report, language: UiLanguage, outcome: 'error' | 'not-applicable') {
  return report.checks
    .filter((check) => check.outcome === outcome)
    .map((check) => ({
      level: outcome === 'error' ? 'error' : 'note',
      associatedRule: { id: check.id },
      message: { text: check.reason?.[language] ?? textsIn(language, report).checkOutcomes[outcome] },
    }))
}

function result(report: Report, finding: Finding, language: UiLanguage) {
  const ruleIndex = report.checks.findIndex(({ id }) => id === finding.check)
  return {
    ruleId: finding.check,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    level: LEVELS[finding.severity],
    rank: Math.round(finding.confidence.overall * 1000) / 10,
    message: { text: finding.message[language] },
    locations: [location(report, finding.place, language)],
    relatedLocations: finding.evidence.map(({ place, text }, index) => ({
      id: index + 1,
      ...location(report, place, language, text),
    })),
    partialFingerprints: { 'ordagrant/v1': finding.fingerprint },
    ...(finding.ruling ? { suppressions: [suppression(finding.ruling, language)] } : {}),
    properties: { id: finding.id, standing: finding.standing, actual: finding.actual, expected: finding.expected },
  }
}

function suppression({ verdict, reason, note, by, at }: NonNullable<Finding['ruling']>, language: UiLanguage) {
  const t = textsIn(language)
  const justification = [t.verdicts[verdict].name, reason, note, t.ruledBy(by, at)].filter(Boolean).join('; ')
  return { kind: 'external', status: 'accepted', justification }
}

/** Seconds and cells have no region in SARIF: they are said in the location's message, with the file they are in. */
function location(report: Report, place: Place, language: UiLanguage, text?: string) {
  if (place.kind === 'article') {
    const physicalLocation = { artifactLocation: { uri: uriOf(place.path) }, region: region(place) }
    return text === undefined ? { physicalLocation } : { physicalLocation, message: { text } }
  }
  const t = textsIn(language, report)
  if (place.kind === 'cell') {
    const dataset = report.datasets.find(({ id }) => id === place.dataset)
    return withFile(dataset?.path, `${t.table}: ${place.rowKey}, ${place.column} = ${place.raw}`)
  }
  const source =
    report.recordings.find(({ id }) => id === place.recording) ??
    report.transcripts.find(({ id }) => id === place.recording)
  const said = text ? ` ${t.quoted(text)}` : ''
  const name = source ? fileName(source.path) : place.recording
  return withFile(source?.path, `${t.heard} ${clockSpan(place.startSeconds, place.endSeconds)}, ${name}${said}`)
}

const withFile = (path: string | undefined, text: string) => ({
  ...(path === undefined ? {} : { physicalLocation: { artifactLocation: { uri: uriOf(path) } } }),
  message: { text },
})

function region({ line, column, start, end, excerpt }: ArticlePlace) {
  const lines = excerpt.split(/\r\n|\n|\r/)
  const last = lines.at(-1) ?? ''
  return {
    startLine: line,
    startColumn: column,
    endLine: line + lines.length - 1,
    endColumn: (lines.length === 1 ? column : 1) + last.length,
    charOffset: start,
    charLength: end - start,
    snippet: { text: excerpt },
  }
}

/** A path as a URI reference: absolute paths become file URIs, the others stay relative. */
function uriOf(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')))
  const drive = /^[A-Za-z]%3A$/.test(parts[0] ?? '')
  if (drive) return `file:///${parts.join('/').replace('%3A', ':')}`
  return path.startsWith('/') ? `file://${parts.join('/')}` : parts.join('/')
}
