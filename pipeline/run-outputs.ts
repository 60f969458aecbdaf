import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { UiLanguage } from '#model'
import type { TerminalOptions } from '../reports/index.js'
import { writeAtomically, writeError } from './artifacts-write.js'
import type { StoryRun } from './run.js'

export type Format = 'html' | 'json' | 'md' | 'sarif'

/** A run as text in one format. */
export async function render(
  { report, article, clips }: StoryRun,
  format: Format,
  uiLanguage: UiLanguage,
): Promise<string> {
  const reports = await import('../reports/index.js')
  switch (format) {
    case 'html':
      return reports.renderHtml({ report, article, clips, uiLanguage, made: localTime(new Date()) })
    case 'json':
      return reports.renderJson(report)
    case 'md':
      return reports.renderMarkdown(report, uiLanguage)
    case 'sarif':
      return reports.renderSarif(report, uiLanguage)
  }
}

/** The summary for a terminal. */
export async function renderSummary({ report }: StoryRun, options: TerminalOptions): Promise<string> {
  const { renderTerminal } = await import('../reports/index.js')
  return renderTerminal(report, options).trimEnd()
}

/**
 * Writes the reports, each whole or not at all, html last: when it is there, so are the others.
 * @returns the paths written, in the order asked for.
 * @throws UserError `not-writable` (exit 2), `disk-full` (exit 3).
 */
export async function writeReports(
  run: StoryRun,
  options: { formats: Format[]; out: string; uiLanguage: UiLanguage },
): Promise<string[]> {
  const { formats, out, uiLanguage } = options
  await mkdir(out, { recursive: true }).catch((error) => {
    throw writeError(out, error)
  })
  const path = (format: Format) => join(out, `report.${format}`)
  for (const format of [...formats].reverse())
    await writeAtomically(path(format), await render(run, format, uiLanguage))
  return formats.map(path)
}

/** 2026-03-01 14:05 where the checker is. */
function localTime(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(two).join('-')
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`
}
