/**
 * The public API: check a story from a program, and read the reports that others wrote.
 *
 * @example
 * import { checkStory } from 'ordagrant'
 * const report = await checkStory('story', { published: '2016', uiLanguage: 'en' })
 * const open = report.findings.filter((finding) => !finding.ruling && finding.severity === 'error')
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Report, Report as ReportSchema } from '#model'
import type { GivenSettings } from './config.js'
import type { OnProgress } from './progress.js'
import { errors } from './texts/index.js'

export type {
  ArticlePlace,
  AudioPlace,
  CellPlace,
  CheckResult,
  Edit,
  Finding,
  Grade,
  Place,
  Report,
  Ruling,
  Severity,
  Standing,
  UiLanguage,
  Verdict,
} from '#model'
export { UserError } from '#model'
export type { OnProgress, ProgressEvent } from './progress.js'

export interface CheckStoryOptions extends GivenSettings {
  /** Folder for the cache. Default: the story's folder. */
  out?: string
  /** Cancels the run; what was finished is kept, and the next run goes on from there. */
  signal?: AbortSignal
  onProgress?: OnProgress
}

/**
 * Checks a story folder. No report file is written; what was computed is kept in `.ordagrant`.
 * @throws UserError when the story or its article cannot be read; its `exitCode` is the command line's.
 */
export async function checkStory(folder: string, options: CheckStoryOptions = {}): Promise<Report> {
  const { out, signal, onProgress, ...settings } = options
  const [{ openStory }, { runStory }] = await Promise.all([import('./story.js'), import('./run.js')])
  const story = await openStory({ folder, ...(out === undefined ? {} : { out }) })
  const run = await runStory(
    story,
    { clips: 'none', ...settings },
    { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) },
  )
  return run.report
}

/** Reads a folder's report.json. @throws UserError (exit 2) when there is none that can be read. */
export async function readReportFile(folder: string): Promise<Report> {
  const path = join(folder, 'report.json')
  let source: string
  try {
    source = await readFile(path, 'utf8')
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EACCES' ? errors.noPermission(path) : errors.noReport(folder)
  }
  return readReport(source, path)
}

/**
 * Reads a report.json.
 * @throws UserError (exit 2) when it is no report, or one of another schema.
 */
export function readReport(json: string, path = 'report.json'): Report {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw errors.reportInvalid(path, 'JSON')
  }
  const result = ReportSchema.safeParse(value)
  if (result.success) return result.data
  throw errors.reportInvalid(path, result.error.issues[0]?.path.join('.') || 'schema')
}
