import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Encodings } from '../../transcripts/engine/encodings.js'

let parent: string
let folder: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'ordagrant-encodings-'))
  folder = join(parent, 'encoding')
})
afterEach(() => rm(parent, { recursive: true }))

const samples = (value: number) => Float32Array.of(value, 0.5)
const made = async () => Float32Array.of(1 / 3, -0, Number.MIN_VALUE)
const never = async (): Promise<Float32Array> => {
  throw new Error('made again')
}

it('makes the same sound once, bit by bit the same', async () => {
  const first = await new Encodings(folder, 'm').remember(samples(1), made)
  expect(await new Encodings(folder, 'm').remember(samples(1), never)).toEqual(first)
})

it('keeps other sound and other models apart', async () => {
  await new Encodings(folder, 'm').remember(samples(1), made)
  await expect(new Encodings(folder, 'm').remember(samples(2), never)).rejects.toThrow('made again')
  await expect(new Encodings(folder, 'n').remember(samples(1), never)).rejects.toThrow('made again')
  await expect(new Encodings(null, 'm').remember(samples(1), never)).rejects.toThrow('made again')
})

it('makes a damaged one anew', async () => {
  const encodings = new Encodings(folder, 'm')
  await encodings.remember(samples(1), made)
  const [name] = await readdir(folder)
  const path = join(folder, name!)
  const bytes = await readFile(path)
  bytes[40]! ^= 1
  for (const damage of [() => writeFile(path, bytes), () => truncate(path, 36), () => truncate(path, 3)]) {
    await damage()
    await expect(encodings.remember(samples(1), never)).rejects.toThrow('made again')
  }
  expect(await encodings.remember(samples(1), made)).toEqual(await made())
})

it('forgets the oldest, and leaves nothing half-made', async () => {
  const encodings = new Encodings(folder, 'm')
  for (let value = 0; value < 20; value++) await encodings.remember(samples(value), made)
  const names = await readdir(folder)
  expect(names).toHaveLength(16)
  expect(names.every((name) => /^[0-9a-f]{64}\.f32$/.test(name))).toBe(true)
  expect(await encodings.remember(samples(19), never)).toEqual(await made())
})

it('does without where nothing can be written', async () => {
  await writeFile(folder, '')
  expect(await new Encodings(folder, 'm').remember(samples(1), made)).toEqual(await made())
})
