import type { Recording, Report } from '#model'
import { type WarningId, warningExit } from './texts/index.js'

export type FailOn = 'error' | 'warning' | 'never'
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130

/** Share of the speech that may fail the hearing's own tests before the run counts as not having heard it. */
const toleratedShare = 0.02

/**
 * What a finished run ends with: 2 an input could not be read, 3 a stage failed, 4 sound was not heard, 1 findings that
 * nobody has ruled on, 0 none of these. When several hold, the first of them. (130, interrupted, is for who caught it.)
 */
export function exitCode(report: Report, failOn: FailOn): ExitCode {
  const warned = new Set(report.warnings.map(({ id }) => warningExit[id as WarningId]))
  if (warned.has(2)) return 2
  if (warned.has(3) || report.checks.some(({ outcome }) => outcome === 'error')) return 3
  if (report.recordings.some(notHeard)) return 4
  return report.findings.some((finding) => !finding.ruling && counts(finding.severity, failOn)) ? 1 : 0
}

const counts = (severity: Report['findings'][number]['severity'], failOn: FailOn) =>
  failOn !== 'never' && (severity === 'error' || (severity === 'warning' && failOn === 'warning'))

/** Seconds of speech that the hearing gave up on: music, noise and silence are never among them. */
export const failedSeconds = ({ unheard }: Pick<Report['recordings'][number], 'unheard'>): number =>
  unheard.reduce((sum, [from, to, reason]) => (reason === 'failed-tests' ? sum + to - from : sum), 0)

/** As above, for a recording on its own. */
export const recordingExitCode = ({ truncated, ...recording }: Recording): 0 | 4 =>
  truncated || notHeard(recording) ? 4 : 0

function notHeard(recording: Pick<Report['recordings'][number], 'unheard' | 'speechSeconds'>): boolean {
  const cutOff = recording.unheard.some(([, , reason]) => reason === 'truncated')
  return cutOff || failedSeconds(recording) > toleratedShare * recording.speechSeconds
}
