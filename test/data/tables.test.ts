import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { UserError } from '#model'
import { readDataset, readNamesList } from '../../pipeline/data/index.js'
import { readNumber } from '../../pipeline/data/numbers.js'
import { readPeriod } from '../../pipeline/data/periods.js'
import fc from '../property.js'
import { workbook } from './workbook.js'

const read = (text: string | Uint8Array, { meta, name = 'tabell.csv' }: { meta?: string; name?: string } = {}) =>
  readDataset(
    {
      path: name,
      bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
      meta: meta === undefined ? null : { path: 'tabell.meta.yaml', text: meta },
    },
    'd1',
  )
const error = async (made: Promise<unknown>): Promise<UserError> => {
  const caught = await made.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(caught).toBeInstanceOf(UserError)
  return caught as UserError
}
const values = (dataset: Awaited<ReturnType<typeof read>>, column: string) =>
  dataset.rows.map((row) => row.cells[column]?.value)
const doubtIds = (dataset: Awaited<ReturnType<typeof read>>) => dataset.doubts.map(({ id }) => id)

test('the story table: roles, sums, meta', async () => {
  const folder = 'test/stories/sexhandeln/data/anmalningar'
  const dataset = await read(readFileSync(`${folder}.csv`), { meta: readFileSync(`${folder}.meta.yaml`, 'utf8') })
  expect(dataset).toMatchObject({
    title: 'Anmälningar avseende sexköp och koppleri, per region och år',
    status: 'illustrative',
    counted: 'anmälningar',
    retrieved: '2016-03-01',
    doubts: [],
  })
  expect(dataset.columns.map(({ name, role }) => `${name} ${role}`)).toEqual([
    'region place',
    'typ dimension',
    'år time',
    'sexköp measure',
    'koppleri measure',
    'summa measure',
  ])
  expect(dataset.columns.at(-1)!.sumOf).toEqual(['sexköp', 'koppleri'])
  expect(dataset.rows[1]).toMatchObject({
    key: 'Värmland · övriga · 2013',
    period: '2013',
    cells: { summa: { raw: '30', value: 30 } },
  })
  expect(dataset.rows[14]!.cells.koppleri).toEqual({ raw: '..', value: null })
})

test('without a meta file the same roles are found', async () => {
  const dataset = await read(readFileSync('test/stories/sexhandeln/data/anmalningar.csv'))
  expect(dataset.columns.map(({ role }) => role)).toEqual([
    'place',
    'dimension',
    'time',
    'measure',
    'measure',
    'measure',
  ])
})

test.each([
  ['semicolon, decimal comma, spaced thousands', 'ort;år;pris\nÅmål;2013;1 234,5\nEda;2013;12,25\n', [1234.5, 12.25]],
  ['a named delimiter', 'sep=,\nort,år,pris\nÅmål,2013,1\nEda,2013,7\n', [1, 7]],
  ['tab', 'ort\tår\tpris\nÅmål\t2013\t1\u00a0234\nEda\t2013\t7\n', [1234, 7]],
  ['comma, point, quotes', 'ort,år,pris\n"Åmål, norra",2013,"1,234.5"\nEda,2013,7.25\n', [1234.5, 7.25]],
  ['narrow spaces and a minus sign', 'ort;år;pris\nÅmål;2013;12\u202f345\nEda;2013;−7\n', [12345, -7]],
])('numbers: %s', async (_, text, expected) => {
  expect(values(await read(text), 'pris')).toEqual(expected)
})

const swedish = 'län;år;antal\nVästerås;2013;5\nÖrebro å;2014;6\n'
test.each([
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${swedish}`), []],
  ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${swedish}`, 'utf16le')), []],
  ['UTF-16 without a mark', new Uint8Array(Buffer.from(swedish, 'utf16le')), []],
  ['Windows-1252', new Uint8Array(Buffer.from(swedish, 'latin1')), ['guessed-encoding']],
  [
    'DOS 850',
    new Uint8Array(
      Buffer.from(swedish.replaceAll('ä', '\x84').replaceAll('å', '\x86').replaceAll('Ö', '\x99'), 'latin1'),
    ),
    ['guessed-encoding'],
  ],
])('encoding: %s', async (_, bytes, doubts) => {
  const dataset = await read(bytes)
  expect(dataset.rows.map(({ key }) => key)).toEqual(['Västerås · 2013', 'Örebro å · 2014'])
  expect(dataset.columns[0]).toMatchObject({ name: 'län', role: 'place' })
  expect(doubtIds(dataset)).toEqual(doubts)
})

test('ragged rows are never misaligned: keys kept, numbers unread, row numbers told', async () => {
  const dataset = await read('län;år;a;b\nÖrebro;2013;1;2\nÖrebro;2014;3\nÖrebro;2015;4;5;6\n2016;7;8\n')
  expect(dataset.rows.map((row) => [row.key, row.cells.a!.value, row.cells.b!.value])).toEqual([
    ['Örebro · 2013', 1, 2],
    ['Örebro · 2014', null, null],
    ['Örebro · 2015', null, null],
  ])
  const doubt = dataset.doubts.find(({ id }) => id === 'ragged-rows')!
  expect(doubt.sv).toContain('raderna 3, 4')
  expect(doubt.sv).toContain('rad 5: utelämnad')
})

test('years as columns become rows', async () => {
  const dataset = await read('län;2013;2014;2015\nÖrebro;1;2;..\nDalarna;4;5;6\n', { meta: 'counted: brott' })
  expect(dataset.columns.map(({ name, role }) => `${name} ${role}`)).toEqual(['län place', 'år time', 'brott measure'])
  expect(dataset.rows.map(({ key, period }) => `${key} ${period}`)).toContain('Dalarna · 2014 2014')
  expect(values(dataset, 'brott')).toEqual([1, 2, null, 4, 5, 6])
})

test('measures with a year in their names', async () => {
  const dataset = await read('län;Rån 2013;Rån 2014;Stöld 2013;Stöld 2014\nÖrebro;1;2;3;4\n')
  expect(dataset.rows.map((row) => [row.period, row.cells.Rån!.value, row.cells.Stöld!.value])).toEqual([
    ['2013', 1, 3],
    ['2014', 2, 4],
  ])
})

test('a column is found by its name but for capitals, unless two differ by them only', async () => {
  const dataset = await read('Kommun;År;antal\nMora;2013;5\n', { meta: 'place: kommun\ntime: år' })
  expect(dataset.columns.map(({ name, role }) => [name, role])).toEqual([
    ['Kommun', 'place'],
    ['År', 'time'],
    ['antal', 'measure'],
  ])
  const made = read('Kommun;KOMMUN;antal\nMora;Sala;5\n', { meta: 'place: kommun' })
  expect((await error(made)).text.sv).toContain('ingen kolumn ”kommun”')
})

test('a lone dash is missing by default, with a doubt; a meta file can say otherwise', async () => {
  const text = 'län;år;antal\nÖrebro;2013;-\nDalarna;2013;4\n'
  const dataset = await read(text)
  expect(values(dataset, 'antal')).toEqual([null, 4])
  expect(doubtIds(dataset)).toEqual(['lone-dash'])
  expect(doubtIds(await read(text, { meta: 'missing: ["-"]' }))).toEqual([])
})

test('what can be read in two ways is said', async () => {
  expect(doubtIds(await read('län;år;antal\nÖrebro;2013;1,234\nDalarna;2013;2,345\n'))).toContain('ambiguous-separator')
})

test('a title above and a note below the table', async () => {
  const dataset = await read('Anmälda brott;;\n\nlän;år;antal\nÖrebro;2013;5\nDalarna;2013;4\nKälla: Brå;;\n')
  expect(dataset.title).toBe('Anmälda brott')
  expect(dataset.rows).toHaveLength(2)
  expect(dataset.doubts).toEqual([{ id: 'note', sv: 'Källa: Brå', en: 'Källa: Brå' }])
})

test('sums by chance are not sums', async () => {
  const dataset = await read('län;år;a;b;c\nÖrebro;2013;1;2;3\nÖrebro;2014;2;2;4\nÖrebro;2015;1;1;9\n')
  expect(dataset.columns.every(({ sumOf }) => sumOf.length === 0)).toBe(true)
})

test.each([
  ['unknown keys', 'colour: red\ntitle: X', null],
  ['a wrong status', 'title: X\nstatus: klar', 'rad 2'],
  ['a column that is not there', 'title: X\n\nplace: kommun', 'rad 3'],
  ['broken YAML', 'title: "X', 'rad 1'],
  ['a list where a text belongs', 'unit: [a, b]', 'rad 1'],
])('meta file with %s', async (_, meta, where) => {
  const made = read('län;år;antal\nÖrebro;2013;5\n', { meta })
  if (where === null) expect((await made).title).toBe('X')
  else expect((await error(made)).text.sv).toContain(`tabell.meta.yaml, ${where}`)
})

test.each([
  ['nothing', '', 'data-empty'],
  ['column names alone', 'a;b\n', 'data-empty'],
  ['no numbers', 'a;b\nx;y\n', 'data-no-numbers'],
  ['an open quotation mark', 'a;b\n"x;1\ny;2\n', 'data-quote'],
  ['two columns of one name', 'a;b;b\nx;1;2\n', 'data-repeated-column'],
  ['bytes', new Uint8Array([1, 2, 3, 0, 5, 1, 1, 9]), 'data-not-text'],
])('an error for %s', async (_, text, id) => {
  expect((await error(read(text))).id).toBe(id)
})

test('too many cells', async () => {
  expect((await error(read(`a;b\n${'1;'.repeat(10_001)}\n`))).id).toBe('data-too-many-cells')
})

test('an Excel workbook', async () => {
  const dataset = await read(
    workbook([
      ['region', 'år', 'antal'],
      ['Örebro', 2013, 0.1 + 0.2],
      ['Örebro', 2014, 5],
    ]),
    { name: 'a.xlsx' },
  )
  expect(dataset.columns.map(({ role }) => role)).toEqual(['place', 'time', 'measure'])
  expect(values(dataset, 'antal')).toEqual([0.3, 5])
})

test('no workbook, and one that would unpack to gigabytes', async () => {
  expect((await error(read('text', { name: 'a.xlsx' }))).id).toBe('data-workbook')
  expect((await error(read(workbook([['a'], [1]], 3_000_000_000), { name: 'a.xlsx' }))).id).toBe(
    'data-workbook-too-large',
  )
})

test('the names list', () => {
  const list = (text: string) => readNamesList({ path: 'names.csv', bytes: new TextEncoder().encode(text) })
  expect(list('name,role,source,checked on\nKarin Lind,reporter,visitkort,2016-01-02\nÅke Ek,,,\n')).toEqual([
    { name: 'Karin Lind', role: 'reporter', source: 'visitkort', checkedOn: '2016-01-02' },
    { name: 'Åke Ek', role: null, source: null, checkedOn: null },
  ])
  expect(list('namn\nKarin Lind\nÅke Ek')).toHaveLength(2)
  expect(() => list('a,b\n1,2\n')).toThrow(UserError)
  expect(() => list('name,role\nLind, Karin, reporter\n')).toThrow(UserError)
})

test('numbers round-trip through Swedish print', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const printed = `${whole.toLocaleString('sv')},${String(cents).padStart(2, '0')}`
      expect(readNumber(printed, ',')).toBe(Number(`${whole}.${String(cents).padStart(2, '0')}`))
    }),
  )
})

test.each([
  ['2013', '2013'],
  ['2013M05', '2013-05'],
  ['2013-05', '2013-05'],
  ['maj 2013', '2013-05'],
  ['2013K2', '2013-K2'],
  ['kv 2 2013', '2013-K2'],
  ['2013V07', '2013-W07'],
  ['2013-05-01', '2013-05-01'],
  ['2012–2015', '2012/2015'],
  ['2012/13', '2012/2013'],
  ['2015-2012', null],
  ['12345', null],
  ['Åmål 2013', null],
])('period %s', (printed, period) => {
  expect(readPeriod(printed)).toBe(period)
})

test('a row in doubt in several columns of years is named once', async () => {
  const dataset = await read('Klinik;2022;2023\n;Antal;Antal\nÖgon;412;498\nHud;537;563\nÖron;301;322\nRygg;590;733\n')
  expect(dataset.doubts.find(({ id }) => id === 'not-numbers')?.sv).toMatch(/, rad 2\.$/)
})
