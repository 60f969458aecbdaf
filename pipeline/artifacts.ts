import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically, writeError } from './artifacts-write.js'

/**
 * What the stages computed, stored by the hash of what it was computed from. `stage` and `version` are a stage's own;
 * `inputs` is anything that identifies the inputs and the options that matter (it is hashed, so it may hold article
 * text: none of it reaches a file name).
 */
export interface Store {
  /** The stored value, or undefined when there is none or it is damaged: a damaged entry is computed again. */
  get(stage: string, version: number, inputs: string): Promise<unknown>
  set(stage: string, version: number, inputs: string, value: unknown): Promise<void>
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Opens the store in a folder, which is made when it is not there.
 * @throws UserError when the folder cannot be made.
 */
export async function openStore(folder: string): Promise<Store> {
  try {
    // It holds what sources said: for nobody else's eyes.
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw writeError(folder, error)
  }
  const made = new Set<string>()
  const place = (stage: string, version: number, inputs: string) => {
    const key = hash(inputs)
    const parent = join(folder, `${stage}-${version}`, key.slice(0, 2))
    return { parent, path: join(parent, `${key}.json`) }
  }
  return {
    async get(stage, version, inputs) {
      try {
        const text = await readFile(place(stage, version, inputs).path, 'utf8')
        const end = text.indexOf('\n')
        const body = text.slice(end + 1)
        // The sum tells a half-written or bit-rotten entry from a good one that merely parses.
        if (end < 0 || text.slice(0, end) !== hash(body)) return undefined
        return JSON.parse(body) as unknown
      } catch {
        return undefined
      }
    },
    async set(stage, version, inputs, value) {
      const { parent, path } = place(stage, version, inputs)
      if (!made.has(parent)) {
        await mkdir(parent, { recursive: true }).catch((error) => {
          throw writeError(folder, error)
        })
        made.add(parent)
      }
      const body = JSON.stringify(value)
      await writeAtomically(path, `${hash(body)}\n${body}`, folder)
    },
  }
}
