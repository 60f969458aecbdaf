import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { UserError } from '#model'
import { readDataset } from '../../pipeline/data/index.js'

const px = (name: string) => readDataset({ path: name, bytes: readFileSync(`test/data/px/${name}`), meta: null }, 'd1')
const json = (value: unknown) =>
  readDataset(
    {
      path: 'a.json',
      bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
      meta: null,
    },
    'd1',
  )
const cell = (dataset: Awaited<ReturnType<typeof px>>, key: string, column: string) =>
  dataset.rows.find((row) => row.key === key)?.cells[column]
const error = async (made: Promise<unknown>): Promise<UserError> => {
  const caught = await made.catch((reason: unknown) => reason)
  expect(caught).toBeInstanceOf(UserError)
  return caught as UserError
}

// Expected cells were read off the files by hand.
test.each([
  ['Month__PR0101B3.px', 324, '01.1 Food · 2006M10', 'Consumer Price Index (CPI) (by COICOP), 1980=100', '2006-10'],
  [
    'Quarter__HA0201E8.px',
    117,
    '0-9 Total · 2009K1',
    'Volume of imports of goods, base year 2000=100, index',
    '2009-K1',
  ],
  ['Population__BE0101A1.px', 33936, '17 Värmland county · divorced · 100+ · women · 2005', 'Population', '2005'],
])('%s reads', async (name, rows, key, column, period) => {
  const dataset = await px(name)
  expect(dataset.rows).toHaveLength(rows)
  const row = dataset.rows.find((one) => one.key === key)!
  expect(row.period).toBe(period)
  expect(row.cells[column]!.value).toBeTypeOf('number')
  expect(dataset.source).toBe('Statistics Sweden')
})

test('cells stand where the file has them', async () => {
  const quarter = await px('Quarter__HA0201E8.px')
  const column = quarter.columns.at(-1)!.name
  expect(cell(quarter, '0+1 Food, beverages and tobacco · 2006K2', column)!.value).toBe(157)
  expect(cell(quarter, '0-9 Total · 2009K1', column)!.value).toBe(117)
  expect(cell(quarter, '8+9 Other manufactured articles · 2009K1', column)!.value).toBe(124)
  expect(
    cell(await px('NPM__BE0101F1datasymbols.px'), '0115 Vallentuna · 22 · 2003 · women', 'Inmigrated')!.value,
  ).toBe(23)
})

test('data symbols are missing values', async () => {
  const dataset = await px('NPM__BE0101F1datasymbols.px')
  expect(cell(dataset, '00 Sweden · 20 · 2003 · women', 'Inmigrated')).toEqual({ raw: '.', value: null })
  expect(cell(dataset, '01 Stockholm county · 22 · 2003 · women', 'Inmigrated')).toEqual({ raw: '......', value: null })
})

test('the content variable becomes columns, with numbers and shares apart', async () => {
  const dataset = await px('percent__BE0101A1proc.px')
  expect(dataset.columns.filter(({ role }) => role === 'measure').map(({ name }) => name)).toEqual([
    'number',
    'Per cent',
  ])
  expect(cell(dataset, '01 Stockholm county · single · 2005 · women', 'Per cent')!.value).toBe(47.57)
})

test('the Swedish of a table in three languages', async () => {
  const dataset = await px('multilanguage__BE0101F1langensvfiolikacelln.px')
  expect(dataset.title).toBe('Flyttningar efter region, ålder, tid, typ och kön')
  expect(cell(dataset, '00 Riket · 20 · 2003 · kvinnor', 'Utflyttade')!.value).toBe(327)
})

test('a damaged note is a doubt; a damaged variable or missing data an error with its line', async () => {
  const noted = await px('error__continue__BE0101F1errorNote.px')
  expect(noted.rows).toHaveLength(24)
  expect(noted.doubts[0]).toMatchObject({ id: 'damaged-note', sv: expect.stringContaining('rad 49') })
  expect((await error(px('error__fatal__BE0101F1errorStub.px'))).text.sv).toContain('rad 15')
  expect((await error(px('error__fatal__BE0101F1missingData.px'))).text.sv).toContain('DATA saknas')
})

const dimension = {
  region: {
    label: 'region',
    category: { index: { '17': 0, '18': 1 }, label: { '17': 'Värmlands län', '18': 'Örebro län' } },
  },
  Tid: { label: 'år', category: { index: ['2013', '2014'] } },
  ContentsCode: {
    label: 'tabellinnehåll',
    category: { index: { A: 0 }, label: { A: 'Folkmängd' }, unit: { A: { base: 'antal' } } },
  },
}
const shape = {
  id: ['region', 'Tid', 'ContentsCode'],
  size: [2, 2, 1],
  role: { time: ['Tid'], geo: ['region'], metric: ['ContentsCode'] },
}

test.each([
  [
    '2.0',
    {
      version: '2.0',
      class: 'dataset',
      label: 'Folkmängd',
      source: 'SCB',
      ...shape,
      dimension,
      value: [1, 2, null, 4],
    },
  ],
  [
    '2.0, sparse',
    {
      version: '2.0',
      class: 'dataset',
      label: 'Folkmängd',
      source: 'SCB',
      ...shape,
      dimension,
      value: { 0: 1, 1: 2, 3: 4 },
      status: { 2: '..' },
    },
  ],
  [
    '1.x',
    { dataset: { label: 'Folkmängd', source: 'SCB', dimension: { ...dimension, ...shape }, value: [1, 2, null, 4] } },
  ],
])('JSON-stat %s', async (_, value) => {
  const dataset = await json(value)
  expect(dataset).toMatchObject({ title: 'Folkmängd', source: 'SCB' })
  expect(dataset.columns.map(({ name, role }) => `${name} ${role}`)).toEqual([
    'region place',
    'år time',
    'Folkmängd measure',
  ])
  expect(dataset.rows.map((row) => row.cells.Folkmängd!.value)).toEqual([1, 2, null, 4])
  expect(dataset.rows[3]).toMatchObject({ key: 'Örebro län · 2014', period: '2014' })
})

test.each([
  ['no JSON', '{', 'data-json'],
  ['other JSON', { a: 1 }, 'data-json'],
  ['too few numbers', { class: 'dataset', ...shape, dimension, value: [1] }, 'data-json'],
  ['a category too many', { class: 'dataset', ...shape, size: [3, 2, 1], dimension, value: [] }, 'data-json'],
  ['deep nesting', '['.repeat(100_000), 'data-nested'],
  ['sizes beyond reason', { class: 'dataset', ...shape, size: [1e9, 1e9, 1], dimension, value: {} }, 'data-json'],
])('JSON with %s', async (_, value, id) => {
  expect((await error(json(value))).id).toBe(id)
})
