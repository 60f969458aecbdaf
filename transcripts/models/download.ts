import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { httpGet } from './http-get.js'
import type { HubFile } from './hub.js'
import { cannotReach, wrongChecksum } from './pull-errors.js'

const TRIES = 5

export interface DownloadOptions {
  signal?: AbortSignal | undefined
  /** Bytes of this file that are on disk. */
  onBytes?: ((bytes: number) => void) | undefined
  /** Pause before the second try, doubled for each further one, milliseconds. */
  retryMs: number
}

/**
 * Fetches one file to `target` through `target.part`, going on where an earlier try (or run) stopped, and takes it only
 * when it hashes as published.
 * @returns its SHA-256.
 * @throws UserError when the source can't be reached after five tries without progress, or the hash is wrong.
 */
export async function download(
  address: string,
  file: HubFile,
  target: string,
  options: DownloadOptions,
): Promise<string> {
  const part = `${target}.part`
  await mkdir(dirname(target), { recursive: true })
  for (let failures = 0; ; ) {
    const before = await sizeOf(part)
    if (before === file.bytes && before > 0) break
    try {
      await fetchRest(address, file, part, before, options)
      break
    } catch (error) {
      options.signal?.throwIfAborted()
      if (isStorageError(error)) throw error
      failures = (await sizeOf(part)) > before ? 1 : failures + 1
      if (error instanceof Refused || failures >= TRIES) throw cannotReach(address, error)
      await pause(options.retryMs * 2 ** (failures - 1), undefined, options.signal ? { signal: options.signal } : {})
    }
  }
  const { sha256, gitBlob } = await hashes(part)
  const right = file.sha256 === null ? file.gitBlob === null || gitBlob === file.gitBlob : sha256 === file.sha256
  if (!right || (await sizeOf(part)) !== file.bytes) {
    await rm(part, { force: true })
    throw wrongChecksum(file.path, address)
  }
  await rename(part, target)
  return sha256
}

/** The source answered, and would answer the same again. */
class Refused extends Error {}

async function fetchRest(
  address: string,
  file: HubFile,
  part: string,
  have: number,
  { signal, onBytes }: DownloadOptions,
): Promise<void> {
  const resume = have > 0 && have < file.bytes
  const headers: Record<string, string> = resume ? { range: `bytes=${have}-` } : {}
  const response = await httpGet(address, { headers, signal })
  const status = response.statusCode ?? 0
  const continues = resume && status === 206 && (response.headers['content-range'] ?? '').startsWith(`bytes ${have}-`)
  if (!continues && status !== 200) {
    response.destroy()
    const message = `it answered ${status}`
    throw status >= 400 && status < 500 && status !== 408 && status !== 416 && status !== 429
      ? new Refused(message)
      : new Error(message)
  }
  // A server without ranges sends everything again.
  const out = await open(part, continues ? 'a' : 'w')
  let bytes = continues ? have : 0
  try {
    for await (const piece of response) {
      bytes += (piece as Buffer).length
      if (bytes > file.bytes) throw new Refused('it sent more than it published')
      await out.writeFile(piece as Buffer)
      onBytes?.(bytes)
    }
  } finally {
    response.destroy()
    await out.close()
  }
  if (bytes < file.bytes) throw new Error('the connection was cut')
}

async function hashes(path: string): Promise<{ sha256: string; gitBlob: string }> {
  const sha256 = createHash('sha256')
  const gitBlob = createHash('sha1').update(`blob ${await sizeOf(path)}\0`)
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    sha256.update(piece)
    gitBlob.update(piece)
  }
  return { sha256: sha256.digest('hex'), gitBlob: gitBlob.digest('hex') }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0
}

function isStorageError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
}
