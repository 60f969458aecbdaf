import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../pipeline/artifacts.js'
import { hashFile, isRemembered, rememberedHash } from '../../pipeline/artifacts-hash.js'
import { takeLock } from '../../pipeline/artifacts-lock.js'
import { bytesNeeded, ensureRoom, ensureWritable } from '../../pipeline/artifacts-room.js'
import { writeAtomically, writeError } from '../../pipeline/artifacts-write.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordagrant-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const filesIn = async (at: string) =>
  (await readdir(at, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('the store', () => {
  test('gives back what was set, and nothing for other inputs, versions or stages', async () => {
    const store = await openStore(folder)
    await store.set('hear', 1, 'inputs', { words: ['å', 1] })
    expect(await store.get('hear', 1, 'inputs')).toEqual({ words: ['å', 1] })
    expect(await store.get('hear', 1, 'other')).toBeUndefined()
    expect(await store.get('hear', 2, 'inputs')).toBeUndefined()
    expect(await store.get('find', 1, 'inputs')).toBeUndefined()
    const again = await openStore(folder)
    expect(await again.get('hear', 1, 'inputs')).toEqual({ words: ['å', 1] })
  })

  test('takes a damaged entry for none, and mends it', async () => {
    const store = await openStore(folder)
    await store.set('hear', 1, 'inputs', [1, 2, 3])
    const [path] = await filesIn(folder)
    const good = await readFile(path!, 'utf8')
    for (const damaged of ['', 'x', good.slice(0, -2), good.replace('2', '9'), `${good}0`]) {
      await writeFile(path!, damaged)
      expect(await store.get('hear', 1, 'inputs'), damaged).toBeUndefined()
    }
    await store.set('hear', 1, 'inputs', [1, 2, 3])
    expect(await store.get('hear', 1, 'inputs')).toEqual([1, 2, 3])
  })

  test('puts none of its inputs into a file name, and leaves no temporary file', async () => {
    const store = await openStore(folder)
    await store.set('hear', 1, 'hemlig källa', 'värde')
    const paths = await filesIn(folder)
    expect(paths).toHaveLength(1)
    expect(paths.join()).not.toContain('hemlig')
    expect(paths.join()).not.toContain('.tmp')
  })
})

describe('writing', () => {
  test('keeps the old file when the new one cannot be put in its place', async () => {
    const path = join(folder, 'report.json')
    await writeAtomically(path, 'old')
    await expect(writeAtomically(join(folder, 'missing', 'report.json'), 'new')).rejects.toThrow()
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await filesIn(folder)).toEqual([path])
  })

  test('a folder of that name is told of by its name, and nothing is left behind', async () => {
    const path = join(folder, 'report.html')
    await mkdir(path)
    await writeFile(join(path, 'mine'), '')
    await expect(writeAtomically(path, 'new')).rejects.toMatchObject({ id: 'not-writable', exitCode: 2 })
    await expect(writeAtomically(path, 'new')).rejects.toThrow('report.html')
    expect(await filesIn(folder)).toEqual([join(path, 'mine')])
  })

  test.each([
    ['ENOSPC', 'disk-full', 3],
    ['EDQUOT', 'disk-full', 3],
    ['EROFS', 'not-writable', 2],
    ['EACCES', 'not-writable', 2],
  ])('%s is %s, exit %i', (code, id, exitCode) => {
    expect(writeError('/story', Object.assign(new Error(code), { code }))).toMatchObject({ id, exitCode })
  })
})

describe('room', () => {
  test('a folder under a file is not writable, and the error tells of --out', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(ensureWritable(join(folder, 'file', 'out'))).rejects.toMatchObject({ id: 'not-writable' })
    await expect(ensureWritable(join(folder, 'file', 'out'))).rejects.toThrow('--out')
    await ensureWritable(join(folder, 'new'))
    expect(await filesIn(folder)).toEqual([join(folder, 'file')])
  })

  test('says before the work that there is too little', async () => {
    await expect(ensureRoom(folder, 2_000_000, async () => 1_000_000)).rejects.toMatchObject({ id: 'no-room' })
    await ensureRoom(folder, 2_000_000, async () => 2_000_000)
    await ensureRoom(folder, 1)
  })

  test('compressed sound needs more room than its file, a WAV as much', () => {
    const [none, wav, mp3] = [[], ['a.wav'], ['a.MP3']].map((paths) =>
      bytesNeeded(paths.map((path) => ({ path, bytes: 1_000_000 }))),
    )
    expect(wav! - none!).toBe(1_000_000)
    expect(mp3! - none!).toBe(4_000_000)
  })
})

describe('the lock', () => {
  const lock = () => join(folder, 'lock')

  test('lets one run in at a time', async () => {
    const release = await takeLock(folder)
    await expect(takeLock(folder)).rejects.toMatchObject({ id: 'locked', exitCode: 2 })
    await release()
    const again = await takeLock(folder)
    await again()
    expect(await filesIn(folder)).toEqual([])
  })

  test('is taken over from a process that died', async () => {
    // No process has a number this high.
    await writeFile(lock(), JSON.stringify({ pid: 2 ** 30, host: hostname(), token: 'x' }))
    const release = await takeLock(folder)
    await release()
  })

  test('of another machine holds while it is fresh', async () => {
    await writeFile(lock(), JSON.stringify({ pid: 1, host: 'another-machine', token: 'x' }))
    await expect(takeLock(folder)).rejects.toMatchObject({ id: 'locked' })
    const longAgo = new Date(Date.now() - 3_600_000)
    await utimes(lock(), longAgo, longAgo)
    await (await takeLock(folder))()
  })

  test('left half-written is taken over when it is old', async () => {
    await writeFile(lock(), '{"pid":')
    await expect(takeLock(folder)).rejects.toMatchObject({ id: 'locked' })
    const before = new Date(Date.now() - 10_000)
    await utimes(lock(), before, before)
    await (await takeLock(folder))()
  })

  test('of ten that come at once, one gets it, also when a stale lock lies there', async () => {
    for (let round = 0; round < 20; round++) {
      await writeFile(lock(), JSON.stringify({ pid: 2 ** 30, host: hostname(), token: 'x' }))
      const results = await Promise.allSettled(Array.from({ length: 10 }, () => takeLock(folder)))
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
  })

  test('is not removed by one who has lost it', async () => {
    const release = await takeLock(folder)
    const other = JSON.stringify({ pid: process.pid, host: hostname(), token: 'other' })
    await writeFile(lock(), other)
    await release()
    expect(await readFile(lock(), 'utf8')).toBe(other)
  })
})

describe('file hashes', () => {
  test('are remembered until the file changes', async () => {
    const store = await openStore(join(folder, 'cache'))
    const path = join(folder, 'sound.mp3')
    const longAgo = new Date(Date.now() - 60_000)
    await writeFile(path, 'abc')
    // SHA-256 of "abc", from FIPS 180-2.
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(await hashFile(path)).toBe(abc)
    expect(await rememberedHash(store, path)).toBe(abc)
    // Just written: it could change again within the same tick of the clock.
    expect(await isRemembered(store, path)).toBe(false)
    await writeFile(path, 'abd')
    await utimes(path, longAgo, longAgo)
    expect(await rememberedHash(store, path)).not.toBe(abc)
  })
})
