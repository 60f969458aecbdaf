import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Raised when features or cuts are made differently: encodings kept before are left unread. */
const VERSION = 3
/** 1 MB each with whisper-base for a quotation of 7 s, 3 MB at most. Quotations are edited a few at a time, and each is one cut or two. */
const MOST_KEPT = 16
const SUM_BYTES = 32
/** Begins the name of silence's own encoding, which stays. */
const SILENCE = 'silence-'

/**
 * The encoder's view of the last cuts that were asked about, kept in a folder: whoever edits a quotation edits it again, and
 * the encoder, a second for every cut, does not see the words. That of silence is kept for good.
 */
export class Encodings {
  private readonly folder: string | null
  private readonly model: string

  /** @param folder null: nothing is kept @param model what the encodings depend on besides the sound */
  constructor(folder: string | null, model: string) {
    this.folder = folder
    this.model = model
  }

  /** What was kept for these samples, else what `make` gives, kept. */
  async remember(samples: Float32Array, make: () => Promise<Float32Array>): Promise<Float32Array> {
    if (this.folder === null) return make()
    const key = createHash('sha256')
      .update(JSON.stringify([VERSION, this.model]))
      .update(bytesOf(samples))
    // Silence is asked about with every cut.
    const path = join(this.folder, `${samples.length === 0 ? SILENCE : ''}${key.digest('hex')}.f32`)
    const known = await read(path)
    if (known) return known
    const made = await make()
    // A full disk costs time at the next run, nothing else.
    await keep(this.folder, path, made).catch(() => {})
    return made
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array) => new Uint8Array(buffer, byteOffset, byteLength)
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** Null for a file that is not there or not whole. */
async function read(path: string): Promise<Float32Array | null> {
  const file = await readFile(path).catch(() => null)
  if (!file || file.length < SUM_BYTES) return null
  const bytes = new Uint8Array(file.subarray(SUM_BYTES))
  return sumOf(bytes).equals(file.subarray(0, SUM_BYTES)) ? new Float32Array(bytes.buffer) : null
}

async function keep(folder: string, path: string, values: Float32Array): Promise<void> {
  await mkdir(folder, { recursive: true })
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await writeFile(temporary, [sumOf(bytesOf(values)), bytesOf(values)])
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
  const cuts = (await readdir(folder)).filter((name) => !name.startsWith(SILENCE))
  const others = cuts.map((name) => join(folder, name)).filter((other) => other !== path)
  const aged = await Promise.all(others.map(async (other) => ({ other, made: (await stat(other)).mtimeMs })))
  const oldest = aged.sort((a, b) => b.made - a.made).slice(MOST_KEPT - 1)
  await Promise.all(oldest.map(({ other }) => rm(other, { force: true })))
}
