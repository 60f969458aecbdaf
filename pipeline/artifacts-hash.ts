import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Store } from './artifacts.js'

const stage = 'file-hash'
const version = 1

/** SHA-256 of a file, hex, streamed. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const stream = createReadStream(path, { highWaterMark: 1 << 20, ...(signal ? { signal } : {}) })
  for await (const chunk of stream) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** What a file's hash is remembered by: a file that changes changes one of these. */
async function trace(path: string): Promise<{ inputs: string; changedMs: number }> {
  const { size, mtimeMs, ctimeMs, ino } = await stat(path)
  return { inputs: JSON.stringify([path, size, mtimeMs, ctimeMs, ino]), changedMs: Math.max(mtimeMs, ctimeMs) }
}

async function remembered(store: Store, inputs: string): Promise<string | null> {
  const known = await store.get(stage, version, inputs)
  return typeof known === 'string' && /^[0-9a-f]{64}$/.test(known) ? known : null
}

/** Has an earlier run read this file to its end? */
export async function isRemembered(store: Store, path: string): Promise<boolean> {
  return (await remembered(store, (await trace(path)).inputs)) !== null
}

/**
 * SHA-256 of a file, remembered by path, size, time of change and inode, so that hours of sound are not read again to
 * find out that nothing changed.
 */
export async function rememberedHash(store: Store, path: string, signal?: AbortSignal): Promise<string> {
  const { inputs, changedMs } = await trace(path)
  const known = await remembered(store, inputs)
  if (known) return known
  const sha256 = await hashFile(path, signal)
  // A file changed within the clock's grain of now could change again without a trace.
  if (Date.now() - changedMs > 2_000) await store.set(stage, version, inputs, sha256)
  return sha256
}
