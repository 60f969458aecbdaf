import { expect, test } from 'vitest'
import { formatMessage } from '#model'
import { type ComparisonInput, compareClaims, comparisonMessages } from '../../pipeline/comparison/index.js'
import { readDataset } from '../../pipeline/data/index.js'
import { articleOf, Claimed, year } from './material.js'
import { storyClaims, storyTable } from './story.js'

const table = (text: string, meta?: string) =>
  readDataset(
    { path: 't.csv', bytes: new TextEncoder().encode(text), meta: meta ? { path: 't.meta.yaml', text: meta } : null },
    'd1',
  )
/** What came out, one line each: "k1 cell value agrees 30 | sexköp 27 + koppleri 3 = 30". */
const lines = (input: ComparisonInput, against: string) =>
  compareClaims(input)
    .filter((one) => one.against === against)
    .map(({ claim, aspect, outcome, value, calculation }) =>
      [claim, aspect, outcome, value, ...(calculation ? ['|', calculation] : [])].join(' '),
    )
const wrong = (input: ComparisonInput) =>
  compareClaims(input)
    .filter(({ outcome }) => outcome === 'disagrees' || outcome === 'depends')
    .map(({ claim, against, aspect }) => `${claim} ${against} ${aspect}`)

test('the story against its table', async () => {
  const input = storyClaims().input({ datasets: [await storyTable()], published: year('2016') })
  expect(lines(input, 'cell')).toEqual([
    'k1 value agrees 30 | sexköp 27 + koppleri 3 = 30',
    'k2 value agrees 2 | sexköp 1 + koppleri 1 = 2',
    'k2 unit disagrees 2 anmälningar | sexköp 1 + koppleri 1 = 2',
    'k3 value agrees 1',
    'k4 value agrees 1',
    'k5 value agrees 2 | sexköp 1 + koppleri 1 = 2',
  ])
  const first = compareClaims(input)[0]!
  expect(first.place).toMatchObject({
    kind: 'cell',
    rowKey: 'Värmland · övriga · 2013',
    column: 'summa',
    status: 'illustrative',
  })
  expect(first.evidence.map(({ text }) => text)).toEqual(['summa 30', 'sexköp 27', 'koppleri 3'])
  expect(formatMessage(comparisonMessages, first.reason, 'sv')).toContain('exempel')
})

test.each([
  ['as published', {}, '2016', ['k2 cell unit']],
  [
    'another year of publication',
    { published: 2018 },
    '2018',
    ['k2 cell unit', 't1 published date', 't3 published date'],
  ],
  ['another year for the record', { under: 2012 }, '2016', ['k2 cell unit', 't2 article date']],
  ['another year in the question', { asked: 2014 }, '2016', ['k2 cell unit', 't4 article date']],
])('the story %s: only the times in doubt disagree', async (_, changes, published, expected) => {
  expect(wrong(storyClaims(changes).input({ datasets: [await storyTable()], published: year(published) }))).toEqual(
    expected,
  )
})

test.each([
  ['as published', {}, '2016', []],
  ['another year of publication', { published: 2018 }, '2018', ['t1 published date', 't3 published date']],
  ['another year for the record', { under: 2012 }, '2016', ['t2 article date']],
  ['another year in the question', { asked: 2014 }, '2016', ['t4 article date']],
])('the story without its table, %s', (_, changes, published, expected) => {
  expect(wrong(storyClaims(changes).input({ published: year(published) }))).toEqual(expected)
})

const crimes =
  'län;år;rån;stöld\nVärmlands län;2014;10;200\nVärmlands län;2015;12;190\nÖrebro län;2014;5;100\nÖrebro län;2015;6;110\n'
const about = (text: string, value: number, more: Parameters<Claimed['quantity']>[3] & { when?: number } = {}) => {
  const claimed = new Claimed(articleOf(text))
  const { when = 2015, ...rest } = more
  const time = claimed.time(0, String(when), `${when}-01-01`, `${when}-12-31`)
  claimed.quantity(0, String(value), value, { times: [time.id], ...rest })
  return claimed
}

test.each([
  ['the cell says so', 12, { where: ['Värmland'], topics: ['rån'] }, ['k1 value agrees 12']],
  ['the cell says otherwise', 13, { where: ['Värmland'], topics: ['rån'], counted: 'rån' }, ['k1 value disagrees 12']],
  ['the cell says otherwise, but the number counts nothing told', 13, { where: ['Värmland'], topics: ['rån'] }, []],
  ['another county', 6, { where: ['Örebro'], topics: ['rånen'] }, ['k1 value agrees 6']],
  ['a place that the table lacks', 99, { where: ['Skåne'], topics: ['rån'] }, []],
  ['no place, though the table has two', 99, { topics: ['rån'] }, []],
  ['a topic that the table lacks', 99, { where: ['Värmland'], topics: ['olyckor'] }, []],
  ['a unit that the table lacks', 99, { where: ['Värmland'], topics: ['rån'], unit: 'kronor' }, []],
  ['a year that the table lacks', 99, { where: ['Värmland'], topics: ['rån'], when: 2013 }, []],
  ['an ordinal', 99, { where: ['Värmland'], topics: ['rån'], sense: 'ordinal' as const }, []],
  [
    'a hedge wide enough',
    11,
    { where: ['Värmland'], topics: ['rån'], value: { low: 10, high: 12, printed: 11 } },
    ['k1 value agrees 12'],
  ],
])('a figure when %s', async (_, value, more, expected) => {
  const claimed = about(`Det var ${value} rån under ${'when' in more ? more.when : 2015}.`, value, more)
  expect(lines(claimed.input({ datasets: [await table(crimes)] }), 'cell')).toEqual(expected)
})

test("another thing counted, equal by chance, is nobody's business", async () => {
  const dataset = await table(crimes, 'counted: anmälningar')
  const police = (value: number) =>
    about(`Värmland hade ${value} poliser mot rån 2015.`, value, {
      where: ['Värmland'],
      topics: ['rån', 'poliser'],
      counted: 'poliser',
    })
  expect(lines(police(12).input({ datasets: [dataset] }), 'cell')).toEqual([])
  expect(lines(police(13).input({ datasets: [dataset] }), 'cell')).toEqual([])
  expect(lines(police(13).input({ datasets: [await table(crimes)] }), 'cell')).toEqual([])
})

test("a figure for the whole country is not the county's", async () => {
  const claimed = new Claimed(articleOf('Värmland är litet.', 'I hela landet begicks 900 rån 2015.'))
  const time = claimed.time(1, '2015', '2015-01-01', '2015-12-31')
  claimed.quantity(1, '900', 900, { times: [time.id], topics: ['rån'] })
  expect(lines(claimed.input({ datasets: [await table(crimes)] }), 'cell')).toEqual([])
})

test('two times in the sentence: the nearest decides, a farther one that fits leaves it open', async () => {
  const datasets = [await table(crimes)]
  const of = (value: number) => {
    const claimed = new Claimed(articleOf(`Efter 2014 hade Värmland ${value} rån 2015.`))
    const times = [
      claimed.time(0, '2015', '2015-01-01', '2015-12-31'),
      claimed.time(0, '2014', '2014-01-01', '2014-12-31'),
    ]
    claimed.quantity(0, String(value), value, {
      times: times.map(({ id }) => id),
      where: ['Värmland'],
      topics: ['rån'],
      counted: 'rån',
    })
    return lines(claimed.input({ datasets }), 'cell')
  }
  expect(of(12)).toEqual(['k1 value agrees 12'])
  expect(of(10)).toEqual(['k1 value depends 10'])
  expect(of(11)).toEqual(['k1 value disagrees 12'])
  const absent = about('Efter 2014 hade Värmland 11 rån 2017.', 11, {
    where: ['Värmland'],
    topics: ['rån'],
    counted: 'rån',
    when: 2017,
  })
  absent.claims.quantities[0]!.times.push(absent.time(0, '2014', '2014-01-01', '2014-12-31').id)
  expect(lines(absent.input({ datasets }), 'cell')).toEqual([])
})

test('a compound names its place: "Örebropolisen"', async () => {
  const claimed = about('Örebropolisen fick in 6 anmälningar 2015.', 6, { topics: ['rån'] })
  expect(lines(claimed.input({ datasets: [await table(crimes)] }), 'cell')).toEqual(['k1 value agrees 6'])
})

test.each([
  [20, 'procent', 'agrees 20 | (12 − 10) / 10 = 20 %'],
  [25, 'procent', 'disagrees 20 | (12 − 10) / 10 = 20 %'],
  [2, null, 'agrees 2 | 12 − 10 = 2'],
])('a change by %s %s between two years', async (value, unit, expected) => {
  const claimed = new Claimed(articleOf(`Rånen i Värmland ökade med ${value} från 2014 till 2015.`))
  const times = [
    claimed.time(0, '2015', '2015-01-01', '2015-12-31'),
    claimed.time(0, '2014', '2014-01-01', '2014-12-31'),
  ]
  claimed.quantity(0, String(value), value, {
    sense: 'change-by',
    unit,
    times: times.map(({ id }) => id),
    where: ['Värmland'],
    topics: ['rånen'],
  })
  expect(lines(claimed.input({ datasets: [await table(crimes)] }), 'cell')).toEqual([`k1 value ${expected}`])
})

test('a table in thousands against kronor', async () => {
  const dataset = await table('kommun;år;intäkter\nEda;2015;1250\n', 'unit: tkr\ntitle: Intäkter per kommun')
  const claimed = about('Eda hade 1250000 kronor i intäkter 2015.', 1250000, {
    unit: 'kronor',
    where: ['Eda'],
    topics: ['intäkter'],
  })
  expect(lines(claimed.input({ datasets: [dataset] }), 'cell')).toEqual([
    'k1 value agrees 1 250 000'.replaceAll(' 2', '\u00a02').replaceAll(' 0', '\u00a00'),
  ])
})

test.each([
  ['Kostnad (mnkr)', '', 'k1 value agrees 236 400 000'],
  ['Kostnad, tkr', '', ''],
  ['Kostnad', 'title: Kostnad för hyrläkare (mnkr)', 'k1 value agrees 236 400 000'],
  ['Kostnad (mnkr)', 'unit: tkr', 'k1 value agrees 236 400 000'],
  ['Kostnad (brutto)', '', ''],
])('the unit in a name: %s, %s', async (name, meta, expected) => {
  const dataset = await table(`år;"${name}";Andel (%)\n2014;200,2;4\n2015;236,4;5\n`, meta)
  const claimed = about('Kostnaden för hyrläkare var 236000000 kronor 2015.', 236_000_000, {
    unit: 'kronor',
    value: { low: 235_500_000, high: 236_500_000, printed: 236_000_000 },
    topics: ['kostnaden', 'hyrläkare'],
  })
  expect(lines(claimed.input({ datasets: [dataset] }), 'cell')).toEqual(expected === '' ? [] : [expected])
})

test.each([
  ['120000 kronor för A och 60000 kronor för B och C.', [120_000, 60_000], ['k1 article sum']],
  ['100000 kronor för A och 60000 kronor för B.', [100_000, 60_000], ['k1 article sum']],
  ['100000 kronor för A och 50000 kronor för B och C.', [100_000, 50_000], []],
  ['100000 kronor för A och 70000 kronor för B och C.', [100_000, 70_000], []],
])('sums of money, rounded or not, and lists that go on: %s', (text, values, expected) => {
  const claimed = new Claimed(articleOf(`Hon begär 170000 kronor: ${text}`))
  const money = (value: number) => ({
    unit: 'kronor',
    value: { low: value - 5000, high: value + 5000, printed: value },
  })
  const whole = claimed.quantity(0, '170000', 170_000, money(170_000))
  whole.parts.push(...values.map((value) => claimed.quantity(0, String(value), value, money(value)).id))
  expect(wrong(claimed.input())).toEqual(expected)
})

test('a dimension parts the figures: the named value, else the total, else nothing', async () => {
  const dataset = await table('kommun;år;kön;döda\nEda;2015;män;4\nEda;2015;kvinnor;3\nEda;2015;totalt;7\n')
  const of = (value: number, topics: string[]) =>
    lines(about(`Eda ${value} 2015`, value, { where: ['Eda'], topics }).input({ datasets: [dataset] }), 'cell')
  expect(of(4, ['döda', 'männen', 'män'])).toEqual(['k1 value agrees 4'])
  expect(of(7, ['döda'])).toEqual(['k1 value agrees 7'])
})

test.each([
  ['parts that make the whole', 'Tre dog – en i Eda och två i Kil.', [3, 1, 2], []],
  ['parts that do not', 'Fyra dog – en i Eda och två i Kil.', [4, 1, 2], ['k1 article sum']],
  ['parts that are said to be some', 'Fyra dog, varav en i Eda och två i Kil.', [4, 1, 2], []],
  [
    'more parts than the whole, whatever is said',
    'Två dog, varav en i Eda och två i Kil.',
    [2, 1, 2],
    ['k1 article sum'],
  ],
])('%s', (_, text, [whole, one, two], expected) => {
  const claimed = new Claimed(articleOf(text as string))
  const made = claimed.quantity(0, (text as string).split(' ')[0]!, whole!)
  made.parts.push(claimed.quantity(0, 'en i', one!).id, claimed.quantity(0, 'två', two!).id)
  expect(wrong(claimed.input())).toEqual(expected)
})

test.each([
  ['30 av 120 personer (25 procent)', 25, []],
  ['30 av 120 personer (24 procent)', 24, ['k3 article value']],
  ['40 av 120 personer, 33 procent', 33, []],
  ['30 av 120 personer kom, och av dem var 24 procent barn', 24, []],
])('a share of a whole: %s', (text, percent, expected) => {
  const claimed = new Claimed(articleOf(text))
  claimed.quantity(0, text.slice(0, 2), Number(text.slice(0, 2)))
  claimed.quantity(0, '120', 120, { counted: 'personer' })
  claimed.quantity(0, `${percent} procent`, percent, { unit: 'procent', sense: 'share' })
  expect(wrong(claimed.input())).toEqual(expected)
})

test('another language: nothing is compared', () => {
  expect(compareClaims(storyClaims().input({ language: 'fi' }))).toEqual([])
})

const schools = 'skola;2014;2015\nÄngsskolan;131;84\nCentralskolan;512;466\n'
test.each([
  ['the school that the article is about', 'Skolan hade 131 elever 2014.', 131, '', ['k1 value agrees 131']],
  ['the school that its sentence names', 'Centralskolan hade 512 elever 2014.', 512, '', ['k1 value agrees 512']],
  [
    'the total, where all are meant',
    'Kommunens skolor hade 643 elever 2014.',
    643,
    'Totalt;643;550\n',
    ['k1 value agrees 643'],
  ],
  ['no school, where all are meant', 'Kommunens skolor hade 643 elever 2014.', 643, '', []],
])('a figure is held against %s', async (_, text, value, total, expected) => {
  const claimed = new Claimed(articleOf(text, 'Ängsskolan stängs.'))
  const time = claimed.time(0, '2014', '2014-01-01', '2014-12-31')
  claimed.quantity(0, String(value), value, { times: [time.id], counted: 'elever' })
  const datasets = [await table(schools + total, 'counted: elever\nplace: skola\n')]
  expect(lines(claimed.input({ datasets }), 'cell')).toEqual(expected)
})
