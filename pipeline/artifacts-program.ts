import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '#model'

let state: string | undefined

/**
 * What tells this program from another version of itself: names, sizes and times of change of the pipeline's code and
 * tables, and of package.json. Results that are quick to make again are kept for as long as it stays the same, so that
 * nobody has to think of them when a rule changes; those that cost an hour of hearing have versions of their own.
 */
export function programState(): string {
  if (state === undefined) {
    const code = dirname(fileURLToPath(import.meta.url))
    const folders = new Set([code, join(packageRoot(), 'pipeline')])
    const files = [...folders].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(js|json|tsv)$/.test(name) || folder === code)
        .map((name) => join(folder, name)),
    )
    state = [...files, join(packageRoot(), 'package.json')]
      .sort()
      .map((path) => {
        const { size, mtimeMs } = statSync(path)
        return `${path} ${size} ${mtimeMs}`
      })
      .join('\n')
  }
  return state
}
