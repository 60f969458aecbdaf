import { expect, test } from 'vitest'
import { type Alignment, articlePlace, type Edit, formatMessage, type Person } from '#model'
import { type ComparisonInput, compareClaims, comparisonMessages } from '../../pipeline/comparison/index.js'
import { articleOf, Claimed, year } from './material.js'

const wrong = (input: ComparisonInput) =>
  compareClaims(input)
    .filter(({ outcome }) => outcome === 'disagrees' || outcome === 'depends')
    .map(({ claim, against, aspect, outcome, value }) => `${claim} ${against} ${aspect} ${outcome} ${value}`)
const may = { text: '2016-05', from: '2016-05-01', to: '2016-05-31' }

test.each([
  ['måndagen den 2 maj 2016', '2016-05-02', []],
  ['måndagen den 3 maj 2016', '2016-05-03', ['t1 published date disagrees tisdag']],
  ['måndagen den 3 maj', '2016-05-03', ['t1 published date disagrees tisdag']],
  ['måndagen den 3 maj', '2014-05-03', []],
  ['den 3 maj', '2016-05-03', []],
])('a weekday and its date: %s', (text, day, expected) => {
  const claimed = new Claimed(articleOf(`Mötet hölls ${text} i Eda.`))
  claimed.time(0, text, day, day, { granularity: 'day' })
  expect(wrong(claimed.input({ published: may }))).toEqual(expected)
})

test.each([
  ['Under 2019 var Eda bäst.', ['t1 published date disagrees 2016']],
  ['Under 2019 ska Eda bygga ut, var beskedet.', []],
  ['Under 2015 var Eda bäst.', []],
  ['Var Eda bäst 2019?', []],
])('told as past but after the publication: %s', (text, expected) => {
  const claimed = new Claimed(articleOf(text))
  claimed.statement(0, text, text.endsWith('?') ? 'question' : 'reporter')
  const [found] = /20\d\d/.exec(text)!
  claimed.time(0, found, `${found}-01-01`, `${found}-12-31`)
  expect(wrong(claimed.input({ published: year('2016') }))).toEqual(expected)
})

test('a range that runs backwards', () => {
  const claimed = new Claimed(articleOf('Åren 2015–2013 föll antalet.'))
  claimed.time(0, '2015–2013', '2013-01-01', '2015-12-31', { granularity: 'years' })
  expect(wrong(claimed.input())).toEqual(['t1 published date disagrees 2013–2015'])
})

test.each([
  [
    'two records of one kind, told in one manner',
    'I fjol var Eda bäst i landet på återvinning av plast.',
    'I år är Eda bäst i landet på återvinning av plast.',
    'published',
    'published',
  ],
  [
    'a record held again',
    'I fjol var Eda bäst i landet på återvinning av plast.',
    'Även 2013 var Eda bäst i landet på återvinning av plast.',
    'published',
    'none',
  ],
  [
    'another record',
    'I fjol var Eda bäst i landet på återvinning av plast.',
    '2013 var Kil bäst på handboll.',
    'published',
    'none',
  ],
] as const)('no conflict: %s', (_, a, b, anchorA, anchorB) => {
  const claimed = new Claimed(articleOf(a, b))
  claimed.statement(0, a)
  claimed.statement(1, b)
  claimed.time(0, 'I fjol', '2015-01-01', '2015-12-31', { anchor: anchorA })
  claimed.time(
    1,
    anchorB === 'none' ? '2013' : 'I år',
    anchorB === 'none' ? '2013-01-01' : '2016-01-01',
    anchorB === 'none' ? '2013-12-31' : '2016-12-31',
    { anchor: anchorB },
  )
  expect(wrong(claimed.input({ published: year('2016') }))).toEqual([])
})

test('a figure that does not point back is another figure', () => {
  const claimed = new Claimed(articleOf('I fjol anmäldes två brott.', 'Två anmälningar gjordes 2013.'))
  const t1 = claimed.time(0, 'I fjol', '2015-01-01', '2015-12-31', { anchor: 'published' })
  const t2 = claimed.time(1, '2013', '2013-01-01', '2013-12-31')
  claimed.quantity(0, 'två', 2, { times: [t1.id], topics: ['anmäldes', 'brott'] })
  claimed.quantity(1, 'Två', 2, { times: [t2.id], topics: ['anmälningar'] })
  expect(wrong(claimed.input({ published: year('2016') }))).toEqual([])
})

function named(): Claimed {
  const claimed = new Claimed(
    articleOf('Orla Kristofferssen talade.', 'Orla Christofferssen log.', 'Christofferssen gick.'),
  )
  const names = [
    claimed.name(0, 'Orla Kristofferssen', ['Orla'], 'Kristofferssen'),
    claimed.name(1, 'Orla Christofferssen', ['Orla'], 'Christofferssen'),
    claimed.name(2, 'Christofferssen', [], 'Christofferssen'),
  ]
  const person = claimed.person('Orla Kristofferssen', ...names)
  const spelled = (text: string, ...blocks: number[]): Person['spellings'][number] => ({
    text,
    count: blocks.length,
    places: blocks.map((block) => articlePlace(claimed.article, claimed.span(block, text))),
  })
  person.spellings.push(spelled('Kristofferssen', 0), spelled('Christofferssen', 1, 2))
  return claimed
}

test('one person in two spellings: one comparison, every mention, no side picked', () => {
  const found = compareClaims(named().input())
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    claim: 'n1',
    aspect: 'spelling',
    outcome: 'disagrees',
    value: 'Christofferssen',
    others: ['n2', 'n3'],
    reason: { id: 'spellings-sound-same', values: { soundsSame: 1 } },
  })
  expect(found[0]!.evidence.map(({ place }) => (place.kind === 'article' ? place.line : 0))).toEqual([1, 2, 3])
  expect(formatMessage(comparisonMessages, found[0]!.reason, 'sv')).toContain('Kristofferssen ×1, Christofferssen ×2')
})

const entry = (name: string) => ({ name, role: null, source: 'visitkort', checkedOn: null })
test.each([
  ['the same name', ['Orla Kristofferssen'], ['n1 agrees', 'n2 disagrees']],
  ['another given name', ['Ola Nordmann'], []],
  ['two people who both come near', ['Orla Christofferssen', 'Orla Kristoferssen'], ['n2 agrees']],
])('the names list with %s', (_, names, expected) => {
  const found = compareClaims(named().input({ namesList: names.map(entry) })).filter(
    ({ against }) => against === 'names-list',
  )
  expect(found.map(({ claim, outcome }) => `${claim} ${outcome}`)).toEqual(expected)
})

/** A statement located in a transcript without times. */
function located(
  printed: string,
  heard: string,
  edits: Partial<Edit>[] = [],
): { claimed: Claimed; alignments: Alignment[] } {
  const claimed = new Claimed(articleOf(printed))
  const statement = claimed.statement(0, printed)
  const whole = edits.map((edit): Edit => {
    const start = printed.indexOf(edit.printed!)
    return {
      kind: 'number',
      heard: '',
      start,
      end: start + edit.printed!.length,
      startSeconds: null,
      endSeconds: null,
      support: 'undecided',
      meaning: true,
      ...edit,
      printed: edit.printed!,
    }
  })
  const piece = {
    printed: { start: 0, end: printed.length, text: printed },
    source: 'tr1',
    startSeconds: null,
    endSeconds: null,
    heard,
  }
  return {
    claimed,
    alignments: [
      {
        claim: statement.id,
        grade: null,
        spliced: false,
        pieces: [piece],
        gaps: [],
        edits: whole,
        context: { before: '', after: '' },
        similarity: 0.7,
        chance: 0,
        speakerCheck: 'not-checked',
        why: '',
      },
    ],
  }
}

const audioOf = (
  printed: string,
  heard: string,
  value: number,
  text: string,
  counted: string,
  edits: Partial<Edit>[] = [],
) => {
  const { claimed, alignments } = located(printed, heard, edits)
  claimed.quantity(0, text, value, { counted })
  claimed.claims.quantities.push({
    ...claimed.claims.quantities[0]!,
    id: 'k9',
    counted: { ...claimed.claims.quantities[0]!.counted!, text: 'anmälningar', base: 'anmälningar' },
    span: { block: 0, start: 0, end: 1 },
    place: { ...claimed.claims.quantities[0]!.place, start: 9_000, end: 9_001 },
  })
  return compareClaims(claimed.input({ alignments }))
    .filter(({ against }) => against === 'audio')
    .map(({ aspect, outcome, value: said }) => `${aspect} ${outcome} ${said}`)
}

test.each([
  [
    'words and digits alike',
    'Det blev 30 anmälningar i länet.',
    'det blev trettio anmälningar i länet',
    30,
    '30',
    'anmälningar',
    [],
    ['value agrees trettio'],
  ],
  [
    'a share, all its numbers in a row',
    'Fyra av tio är över 65 år.',
    'ja fyra av tio är över sextiofem år',
    0.4,
    'Fyra av tio',
    'över',
    [],
    ['value agrees fyra av tio'],
  ],
  [
    'another share',
    'Fyra av tio är över 65 år.',
    'fyra är det av nio och tio',
    0.4,
    'Fyra av tio',
    'över',
    [],
    ['value not-checkable null'],
  ],
  [
    'another noun counted',
    'Förra året anmäldes bara två personer.',
    'förra året gjordes bara två anmälningar',
    2,
    'två',
    'personer',
    [],
    ['value agrees två', 'unit disagrees två anmälningar'],
  ],
  [
    'the printed noun nearby',
    'Bara två personer anmäldes.',
    'bara två anmälda personer',
    2,
    'två',
    'personer',
    [],
    ['value agrees två'],
  ],
  [
    'garble after the number',
    'Bara två personer anmäldes.',
    'bara två pärsonär anmäls',
    2,
    'två',
    'personer',
    [],
    ['value agrees två'],
  ],
  [
    'the second hearing for the print',
    'Bara två personer anmäldes.',
    'bara två anmälningar',
    2,
    'två',
    'personer',
    [{ printed: 'personer', heard: 'anmälningar', kind: 'word-changed' as const, support: 'print' as const }],
    ['value agrees två'],
  ],
  [
    'a number that the transcript lacks',
    'Bara två personer anmäldes.',
    'bara nio personer',
    2,
    'två',
    'personer',
    [],
    ['value not-checkable null'],
  ],
  [
    'the second hearing for another number',
    'Bara två personer anmäldes.',
    'bara nio personer',
    2,
    'två',
    'personer',
    [{ printed: 'två', heard: 'nio', support: 'heard' as const }],
    ['value disagrees nio'],
  ],
  [
    'a number that was found in no other words',
    'Bara två personer anmäldes.',
    'bara personer',
    2,
    'två',
    'personer',
    [{ printed: 'två', heard: '', support: 'heard' as const }],
    ['value not-checkable null'],
  ],
  [
    'no decision',
    'Bara två personer anmäldes.',
    'bara nio personer',
    2,
    'två',
    'personer',
    [{ printed: 'två', heard: 'nio' }],
    ['value depends nio'],
  ],
])('sound: %s', (_, printed, heard, value, text, counted, edits, expected) => {
  expect(audioOf(printed, heard, value, text, counted, edits)).toEqual(expected)
})

test.each([
  ['heard', ['t1 audio date disagrees 2014']],
  ['undecided', []],
  ['print', []],
] as const)('a year in a statement, the second hearing says %s', (support, expected) => {
  const { claimed, alignments } = located('Det hände under 2015.', 'det hände under 2014-15', [
    { printed: '2015', heard: '2014', support },
  ])
  claimed.time(0, '2015', '2015-01-01', '2015-12-31')
  expect(wrong(claimed.input({ alignments }))).toEqual(expected)
})

test('a date that the sound does not give is not another date', () => {
  const { claimed, alignments } = located('Det stängde i november 2023.', 'det stängde i november', [
    { printed: '2023', heard: '', support: 'heard' },
  ])
  claimed.time(0, 'november 2023', '2023-11-01', '2023-11-30')
  expect(wrong(claimed.input({ alignments }))).toEqual([])
})

test('every message is there in both languages', () => {
  for (const [id, text] of Object.entries(comparisonMessages)) {
    expect(text.sv.match(/\{\w+\}/g)?.toSorted(), id).toEqual(text.en.match(/\{\w+\}/g)?.toSorted())
  }
})
