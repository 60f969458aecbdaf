import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { packageRoot } from '#model'
import { modelDamaged } from './model-errors.js'

export const LOCK_NAME = 'models.lock.json'
export const EMBEDDED_NAME = 'whisper-base'

/** What was pulled and how every file must hash. Written last: a directory without it is half a download. */
export const ModelLock = z.object({
  version: z.literal(1),
  name: z.string(),
  /** The commit. */
  revision: z.string().nullable(),
  /** What the user asked for: a branch, a tag, a commit. */
  requested: z.string().nullable(),
  files: z.record(z.string(), z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int() })),
})
export type ModelLock = z.infer<typeof ModelLock>

export function embeddedDirectory(): string {
  return join(packageRoot(), 'transcripts/models', EMBEDDED_NAME)
}

/**
 * The lock that belongs to a model's directory (for the embedded one the checksums committed beside it); null when the
 * directory has none.
 * @throws UserError when there is one that can't be read, or the embedded model's is gone.
 */
export async function readLock(directory: string): Promise<ModelLock | null> {
  const embedded = directory === embeddedDirectory()
  const path = embedded ? `${directory}.sha256.json` : join(directory, LOCK_NAME)
  try {
    return ModelLock.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (!embedded && error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw modelDamaged(embedded ? EMBEDDED_NAME : directory, basename(path), embedded)
  }
}

export async function writeLock(directory: string, lock: ModelLock): Promise<void> {
  await writeFile(join(directory, LOCK_NAME), `${JSON.stringify(lock, null, 2)}\n`)
}
