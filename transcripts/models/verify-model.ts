import { stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { DigestMemory } from './digest-memory.js'
import { modelDamaged } from './model-errors.js'
import type { ModelFiles } from './model-layout.js'
import { embeddedDirectory, readLock } from './model-lock.js'

export interface VerifyOptions {
  /** Where verified files are remembered by path, size, time and inode; null or left out: every file is read. */
  cacheDir?: string | null
}

export interface Verification {
  /** Files whose SHA-256 is the one in the lock. */
  verified: string[]
  /** Files that no lock names: a directory of the user's own has nothing to be held against. */
  unlocked: string[]
}

/**
 * Holds a model's files against the SHA-256 in its lock (for the embedded model, the sums committed beside it).
 * @throws UserError (exit 3) naming the first file that differs.
 */
export async function verifyModel(model: ModelFiles, options: VerifyOptions = {}): Promise<Verification> {
  const memory = new DigestMemory(options.cacheDir ?? null)
  const lock = await readLock(model.directory)
  const result: Verification = { verified: [], unlocked: [] }
  for (const path of [...Object.values(model.files), ...model.externalData]) {
    const file = relative(model.directory, path).split(sep).join('/')
    const expected = lock?.files[file]
    if (!expected) {
      result.unlocked.push(file)
      continue
    }
    const { size } = await stat(path)
    if (size !== expected.bytes || (await memory.sha256(path)) !== expected.sha256) {
      throw modelDamaged(model.name, file, model.directory === embeddedDirectory())
    }
    result.verified.push(file)
  }
  await memory.save()
  return result
}
