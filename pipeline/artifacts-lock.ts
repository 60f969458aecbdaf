import { randomUUID } from 'node:crypto'
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { writeError } from './artifacts-write.js'
import { errors } from './texts/index.js'

interface Holder {
  pid: number
  host: string
  token: string
}

/** A holder that has not touched its lock for this long is dead, or on a machine that went away. */
const silentAfterMs = 5 * 60_000
const touchEveryMs = 30_000

/**
 * Takes the lock of a cache folder, so that two runs never work in it at once. A lock left by a process that died is
 * taken over.
 * @returns How to let go of it.
 * @throws UserError `locked` (exit 2) while another run holds it.
 */
export async function takeLock(folder: string, shownFolder = folder): Promise<() => Promise<void>> {
  const path = join(folder, 'lock')
  const mine: Holder = { pid: process.pid, host: hostname(), token: randomUUID() }
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      await writeFile(path, JSON.stringify(mine), { flag: 'wx' })
      return hold(path, mine)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw writeError(folder, error)
    }
    const seen = await readFile(path, 'utf8').catch(() => null)
    if (seen === null) continue
    const holder = parseHolder(seen)
    if (await alive(path, holder)) throw errors.locked(shownFolder, holder?.pid ?? 0)
    await takeAway(path, seen)
  }
  throw errors.locked(shownFolder, 0)
}

function hold(path: string, mine: Holder): () => Promise<void> {
  const touch = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => {})
  }, touchEveryMs)
  touch.unref()
  return async () => {
    clearInterval(touch)
    const now = await readFile(path, 'utf8').catch(() => '')
    if (parseHolder(now)?.token === mine.token) await rm(path, { force: true })
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder>
    return typeof value.pid === 'number' && typeof value.host === 'string' ? ({ token: '', ...value } as Holder) : null
  } catch {
    return null
  }
}

async function alive(path: string, holder: Holder | null): Promise<boolean> {
  const touched = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
  if (Date.now() - touched > silentAfterMs) return false
  // Unreadable and fresh: another process is between making and filling it.
  if (!holder) return Date.now() - touched < 2_000
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Removes the stale lock that was seen. Only one process at a time may: two that had seen the same stale lock could
 * otherwise remove it and then the fresh one that took its place.
 */
async function takeAway(path: string, seen: string): Promise<void> {
  const guard = `${path}.taking`
  try {
    await writeFile(guard, '', { flag: 'wx' })
  } catch {
    const { mtimeMs } = await stat(guard).catch(() => ({ mtimeMs: Date.now() }))
    // Whoever made it died over it: nobody takes that long.
    if (Date.now() - mtimeMs > 10_000) await rm(guard, { force: true })
    else await new Promise((resolve) => setTimeout(resolve, 20))
    return
  }
  try {
    const now = await readFile(path, 'utf8').catch(() => null)
    if (now === seen) await rm(path, { force: true })
  } finally {
    await rm(guard, { force: true })
  }
}
