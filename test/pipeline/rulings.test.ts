import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addRuling, applyRulings, gatherRulings, readRulings } from '../../pipeline/rulings.js'
import { aFinding, aPerson, aReport, print } from './a-report.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordagrant-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const report = aReport({ findings: [aFinding()], people: [aPerson()] })
const at = '2026-01-01T00:00:00.000Z'
const later = '2026-02-01T00:00:00.000Z'

test('a ruling is written, read and applied to the fact it is about', async () => {
  const ruled = { id: 'aaaa10', verdict: 'confirmed', reason: 'hörde själv', by: 'Anna', at } as const
  expect(await addRuling(folder, report, ruled)).toEqual({ fingerprint: print('aaaa1'), text: 'altered-quotes: är' })
  await addRuling(folder, report, { id: print('bbbb1'), verdict: 'stet', by: 'Anna', at })
  const applied = applyRulings(report, await gatherRulings([folder]))
  expect(applied.findings[0]?.ruling).toEqual({ verdict: 'confirmed', reason: 'hörde själv', by: 'Anna', at })
  expect(applied.people[0]?.ruling?.verdict).toBe('stet')
  expect(applied.rulings).toEqual({ used: 2, unused: [] })
  expect(report.findings[0]?.ruling).toBeUndefined()
})

test('a ruling that no fact answers to is listed', async () => {
  await addRuling(folder, report, { id: 'aaaa1', verdict: 'fixed', by: 'Anna', at })
  const applied = applyRulings(aReport({ people: [aPerson()] }), await gatherRulings([folder]))
  expect(applied.rulings).toEqual({ used: 0, unused: [print('aaaa1')] })
})

test('the later of two rulings on a fact counts, in one folder and in two', async () => {
  const other = await mkdtemp(join(tmpdir(), 'ordagrant-test-'))
  await addRuling(folder, report, { id: 'aaaa1', verdict: 'stet', by: 'Anna', at })
  await addRuling(other, report, { id: 'aaaa1', verdict: 'fixed', by: 'Bo', at: later })
  for (const folders of [
    [folder, other],
    [other, folder],
  ]) {
    expect((await gatherRulings(folders)).get(print('aaaa1'))?.verdict).toBe('fixed')
  }
  await addRuling(folder, report, { id: 'aaaa1', verdict: 'confirmed', by: 'Anna', at: later })
  expect((await readRulings(folder)).rulings).toHaveLength(1)
  await rm(other, { recursive: true })
})

test('an id that fits none or two facts is refused, and nothing is written', async () => {
  const two = aReport({ findings: [aFinding(), aFinding({ fingerprint: print('aaaa2') })] })
  await expect(addRuling(folder, two, { id: 'aaaa', verdict: 'stet', by: 'A', at })).rejects.toMatchObject({
    id: 'fact-ambiguous',
  })
  for (const id of ['cccc', 'aaa', '']) {
    await expect(addRuling(folder, report, { id, verdict: 'stet', by: 'A', at })).rejects.toMatchObject({
      id: 'fact-unknown',
    })
  }
  expect((await readRulings(folder)).rulings).toEqual([])
})

test('a file that cannot be understood is an error, and is left as it is', async () => {
  const path = join(folder, 'rulings.json')
  for (const broken of [
    '{',
    '[]',
    '{"schema":"ordagrant-rulings/2","rulings":[]}',
    '{"schema":"ordagrant-rulings/1","rulings":[{"fingerprint":"x"}]}',
  ]) {
    await writeFile(path, broken)
    await expect(addRuling(folder, report, { id: 'aaaa1', verdict: 'stet', by: 'A', at })).rejects.toMatchObject({
      id: 'rulings-invalid',
      exitCode: 2,
    })
    expect(await readFile(path, 'utf8')).toBe(broken)
  }
})

test('keys of others in rulings.json are kept', async () => {
  const path = join(folder, 'rulings.json')
  await writeFile(path, JSON.stringify({ schema: 'ordagrant-rulings/1', desk: { open: true }, rulings: [] }))
  await addRuling(folder, report, { id: 'aaaa1', verdict: 'stet', by: 'A', at })
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ desk: { open: true }, rulings: [{ by: 'A' }] })
})
