import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

export const SAMPLE_RATE = 16_000
/** Raised when decoding or resampling changes: older spools are made anew. */
const VERSION = 1
const MAGIC = 'ordagrant s16\n'
const HEAD_BYTES = 32
const BUFFER_SAMPLES = 65_536
const ABANDONED_MS = 3_600_000

export interface SpoolFacts {
  samples: number
  truncated: boolean
}

function spoolPath(directory: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A spool is named by a SHA-256 in hexadecimal')
  return join(directory, `${sha256}.s16`)
}

/** An earlier run's spool, when it is whole and of this version. */
export async function openSpool(
  directory: string,
  sha256: string,
): Promise<(SpoolFacts & { file: FileHandle }) | null> {
  let file: FileHandle
  try {
    file = await open(spoolPath(directory, sha256), 'r')
  } catch {
    return null
  }
  const head = Buffer.alloc(HEAD_BYTES)
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0)
  const samples = Number(head.readBigUInt64LE(16))
  const whole = bytesRead === HEAD_BYTES && (await file.stat()).size === HEAD_BYTES + 2 * samples
  if (whole && head.toString('latin1', 0, MAGIC.length) === MAGIC && head[14] === VERSION) {
    return { file, samples, truncated: head[15] === 1 }
  }
  await file.close()
  return null
}

/** Samples `[from, to)` of a spool as numbers in [-1, 1). */
export async function readSpool(file: FileHandle, from: number, to: number): Promise<Float32Array> {
  const values = new Int16Array(to - from)
  const bytes = new Uint8Array(values.buffer)
  let filled = 0
  while (filled < bytes.length) {
    const at = HEAD_BYTES + 2 * from + filled
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, at)
    if (bytesRead === 0) throw new Error('The spooled sound became shorter while it was read')
    filled += bytesRead
  }
  const samples = new Float32Array(values.length)
  for (let i = 0; i < values.length; i++) samples[i] = values[i]! / 32768
  return samples
}

/** Removes what a killed run left half-made; what is younger may be another run's work. */
async function sweep(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!/^[0-9a-f]{64}\.s16\..*\.tmp$/.test(name)) continue
    const path = join(directory, name)
    const modified = (await stat(path).catch(() => null))?.mtimeMs
    if (modified !== undefined && Date.now() - modified > ABANDONED_MS) await rm(path, { force: true })
  }
}

/** Writes samples under a temporary name; `finish` gives them their own, `discard` leaves nothing behind. */
export class SpoolWriter {
  readonly #file: FileHandle
  readonly #temporary: string
  readonly #final: string
  readonly #buffer = new Int16Array(BUFFER_SAMPLES)
  #filled = 0
  #written = 0

  private constructor(file: FileHandle, temporary: string, final: string) {
    this.#file = file
    this.#temporary = temporary
    this.#final = final
  }

  static async create(directory: string, sha256: string): Promise<SpoolWriter> {
    const final = spoolPath(directory, sha256)
    await mkdir(directory, { recursive: true })
    await sweep(directory)
    const temporary = `${final}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
    return new SpoolWriter(await open(temporary, 'wx'), temporary, final)
  }

  get samples(): number {
    return this.#written + this.#filled
  }

  async write(samples: Float32Array): Promise<void> {
    for (let i = 0; i < samples.length; i++) {
      // NaN (a damaged float WAVE) is stored as 0.
      this.#buffer[this.#filled++] = Math.max(-32768, Math.min(32767, Math.round(samples[i]! * 32768)))
      if (this.#filled === BUFFER_SAMPLES) await this.#drain()
    }
  }

  async #drain(): Promise<void> {
    const bytes = new Uint8Array(this.#buffer.buffer, 0, this.#filled * 2)
    const position = HEAD_BYTES + this.#written * 2
    let done = 0
    while (done < bytes.length) {
      done += (await this.#file.write(bytes, done, bytes.length - done, position + done)).bytesWritten
    }
    this.#written += this.#filled
    this.#filled = 0
  }

  async finish(truncated: boolean): Promise<void> {
    await this.#drain()
    const head = Buffer.alloc(HEAD_BYTES)
    head.write(MAGIC, 0, 'latin1')
    head[14] = VERSION
    head[15] = truncated ? 1 : 0
    head.writeBigUInt64LE(BigInt(this.#written), 16)
    await this.#file.write(head, 0, HEAD_BYTES, 0)
    await this.#file.sync()
    await this.#file.close()
    await rename(this.#temporary, this.#final)
  }

  async discard(): Promise<void> {
    await this.#file.close().catch(() => undefined)
    await rm(this.#temporary, { force: true })
  }
}
