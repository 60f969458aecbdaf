import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const MAX_REMEMBERED = 500
const SHA256 = /^[0-9a-f]{64}$/

interface Remembered {
  bytes: number
  modifiedMs: number
  inode: number
  sha256: string
}

/** SHA-256 of a file, read as a stream. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece)
  return hash.digest('hex')
}

/**
 * SHA-256 of files, remembered by path, size, time of change and inode, so that a start does not read 91 MB again. A file
 * changed in place with its time set back goes unnoticed: `model verify` reads anew.
 */
export class DigestMemory {
  readonly #path: string | null
  #known: Record<string, Remembered> | null = null
  #changed = false

  /** @param cacheDir where to remember (`model-digests.json`); null: only within this object. */
  constructor(cacheDir: string | null) {
    this.#path = cacheDir === null ? null : join(cacheDir, 'model-digests.json')
  }

  async sha256(path: string): Promise<string> {
    this.#known ??= await this.#load()
    const { size, mtimeMs, ino } = await stat(path)
    const known = this.#known[path]
    if (known && known.bytes === size && known.modifiedMs === mtimeMs && known.inode === ino) return known.sha256
    const sha256 = await fileSha256(path)
    // Remembered last, so that the oldest come first and are the ones forgotten.
    delete this.#known[path]
    this.#known[path] = { bytes: size, modifiedMs: mtimeMs, inode: ino, sha256 }
    this.#changed = true
    return sha256
  }

  /** Writes what was learnt. A folder that can't be written costs time at the next start, nothing else. */
  async save(): Promise<void> {
    if (!this.#changed || this.#path === null || this.#known === null) return
    const kept = Object.fromEntries(Object.entries(this.#known).slice(-MAX_REMEMBERED))
    const temporary = `${this.#path}.${process.pid}.tmp`
    try {
      await mkdir(join(this.#path, '..'), { recursive: true })
      await writeFile(temporary, `${JSON.stringify(kept, null, 1)}\n`)
      await rename(temporary, this.#path)
      this.#changed = false
    } catch {
      return
    }
  }

  async #load(): Promise<Record<string, Remembered>> {
    if (this.#path === null) return {}
    try {
      const parsed: unknown = JSON.parse(await readFile(this.#path, 'utf8'))
      if (typeof parsed !== 'object' || parsed === null) return {}
      return Object.fromEntries(
        Object.entries(parsed as Record<string, Partial<Remembered> | null>).filter(
          (entry): entry is [string, Remembered] => SHA256.test(entry[1]?.sha256 ?? ''),
        ),
      )
    } catch {
      return {}
    }
  }
}
