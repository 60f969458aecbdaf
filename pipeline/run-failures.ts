import { basename } from 'node:path'
import { UserError } from '#model'

/** Parts of the story that the run has to do without; each becomes a warning and an exit code. */
export interface Failure {
  id: 'input-unreadable' | 'stage-failed'
  path: string
  /** What the user can do; null for an error that none of our code foresaw. */
  text: { sv: string; en: string } | null
  cause: unknown
}
/** Where the failures of one run are gathered. */
export interface Failures {
  signal: AbortSignal
  list: Failure[]
}

/**
 * Runs a task that the report can do without. A failure is noted, unless the run was cancelled or the disk is full: then
 * nothing that follows could be written either.
 * @param machinePath The path on this machine, which errors may name; the report shows `path` in its place.
 */
export async function readable<T>(
  failures: Failures,
  path: string,
  task: () => Promise<T>,
  machinePath?: string,
): Promise<T | null> {
  try {
    return await task()
  } catch (error) {
    if (failures.signal.aborted) throw failures.signal.reason
    if (error instanceof UserError && error.id === 'disk-full') throw error
    failures.list.push(failureOf(path, error, machinePath))
    return null
  }
}

/** An error as something the report can say. */
export function failureOf(path: string, error: unknown, machinePath = path): Failure {
  if (!(error instanceof UserError)) return { id: 'stage-failed', path, text: null, cause: error }
  const named = (text: string) => text.replaceAll(machinePath, path)
  // Rooms that read one file name it as they know it, without the folder of the story it lies in.
  const shown = (text: string) => (named(text).includes(path) ? named(text) : text.replaceAll(basename(path), path))
  const text = { sv: shown(error.text.sv), en: shown(error.text.en) }
  return { id: error.exitCode === 2 ? 'input-unreadable' : 'stage-failed', path, text, cause: error }
}
