import { randomUUID } from 'node:crypto'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeError } from './artifacts-write.js'
import { errors } from './texts/index.js'

const megabyte = 1_000_000

/**
 * Finds out, before an hour of hearing and not after, whether results can be written.
 * @throws UserError `not-writable` (exit 2).
 */
export async function ensureWritable(folder: string): Promise<void> {
  const probe = join(folder, `.ordagrant-${randomUUID()}.tmp`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(probe, 'x', { flag: 'wx' })
    await rm(probe)
  } catch (error) {
    throw writeError(folder, error)
  }
}

/**
 * Finds out whether there is room for what a run will write.
 * @param freeBytes How much room there is in a folder; replaced in tests.
 * @throws UserError `no-room` (exit 2).
 */
export async function ensureRoom(folder: string, needBytes: number, freeBytes = freeIn): Promise<void> {
  const free = await freeBytes(folder)
  if (free < needBytes) throw errors.noRoom(folder, Math.ceil(needBytes / megabyte), Math.floor(free / megabyte))
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * How much a run writes for recordings of these sizes: the sound is kept once at 16 kHz, which is as much as the file for
 * uncompressed kinds and about four times as much for compressed ones; plus 70 MB for words, clips,
 * reports and encodings of cuts.
 */
export function bytesNeeded(recordings: { path: string; bytes: number }[]): number {
  const spool = recordings.reduce((sum, { path, bytes }) => sum + bytes * (/\.(wav|flac)$/i.test(path) ? 1 : 4), 0)
  return spool + 70 * megabyte
}
