import { describe, expect, it } from 'vitest'
import type { Quantity } from '#model'
import { findClaims } from '../../pipeline/claims/index.js'
import { makeArticle, publishedOn } from '../language/make-article.js'
import fc from '../property.js'

const claims = (...paragraphs: string[]) =>
  findClaims(makeArticle(paragraphs), { language: 'sv', published: publishedOn('2016') })
const only = (text: string): Quantity => {
  const { quantities } = claims(text)
  expect(quantities).toHaveLength(1)
  return quantities[0]!
}

describe('value', () => {
  it.each<[string, number, number]>([
    ['Det blev 30 anmälningar.', 30, 30],
    ['Det kom drygt 30 personer.', 30, 33],
    ['Det kom knappt 30 personer.', 27, 30],
    ['Det kom nästan 30 personer.', 27, 30],
    ['Det kom upp till 30 personer.', 0, 30],
    ['Det kom minst 30 personer.', 30, Number.MAX_VALUE],
    ['Det kom ett tiotal personer.', 7.5, 14],
    ['Det kostade 3,5 miljoner kronor.', 3_450_000, 3_550_000],
    ['Det kostade 70 miljoner kronor.', 69_500_000, 70_500_000],
    ['Det kostade 450 tkr.', 450_000, 450_000],
    ['Andelen var 12 procent.', 11.5, 12.5],
    ['Andelen var 12,3 procent.', 12.25, 12.35],
    ['Det blir 3–5 miljoner.', 3_000_000, 5_000_000],
    ['Det kom 158 234 personer.', 158_234, 158_234],
    ['Det kom 158 000 personer.', 157_500, 158_500],
  ])('%s', (text, low, high) => {
    expect(only(text).value).toMatchObject({ low, high })
  })
})

describe('unit, counted noun and sense', () => {
  it.each<[string, string | null, string | null, Quantity['sense']]>([
    ['De två enda anmälningarna gjordes då.', null, 'anmälningar', 'count'],
    ['Fem unga män greps.', null, 'män', 'count'],
    ['Han fick 400 anställda.', null, 'anställda', 'count'],
    ['Straffet höjdes med 12 procent.', 'procent', null, 'change-by'],
    ['Antalet ökade till 30.', null, null, 'change-to'],
    ['Det var 20 procent fler.', 'procent', null, 'change-by'],
    ['Dubbelt så många kom.', null, null, 'ratio'],
    ['En 16-åring dömdes.', 'år', null, 'age'],
    ['Hon är 29 år gammal.', 'år', null, 'age'],
    ['Matchen slutade 3–1.', null, null, 'score'],
    ['Mellan 10 och 15 procent kom.', 'procent', null, 'range'],
    ['Det säger tre av fyra elever.', null, 'elever', 'share'],
    ['Han körde i 110 km/h.', 'kilometer i timmen', null, 'count'],
    ['Stödet är 10 miljoner danska kronor.', 'danska kronor', null, 'count'],
    ['Budgeten är SEK 30 miljoner.', 'kronor', null, 'count'],
    ['Ring 070-123 45 67 nu.', null, null, 'identifier'],
    ['Det följer av lag (2018:1197) om detta.', null, null, 'identifier'],
    ['De flög Jas 39 i natt.', null, null, 'identifier'],
    ['Se artikel 6 i avtalet.', null, null, 'identifier'],
  ])('%s', (text, unit, counted, sense) => {
    const quantity = only(text)
    expect([quantity.unit, quantity.counted?.base ?? null, quantity.sense]).toEqual([unit, counted, sense])
  })
  it('leaves years, dates, programmes and roads alone', () => {
    expect(claims('Under 2013 sände P4 från E18 den 3 maj i tre månader.').quantities).toEqual([])
  })
  it('says the scale of a span once', () => {
    const { quantities } = claims('Kostnaden steg från 1,2 till 1,5 miljarder kronor.')
    expect(quantities.map(({ value, unit }) => [value.printed, unit])).toEqual([
      [1.2e9, 'kronor'],
      [1.5e9, 'kronor'],
    ])
  })
})

describe('what a figure is about', () => {
  const story = [
    'Under 2013 gjorde polisen i Värmland en stor insats - med 30 anmälningar avseende sexköp och koppleri.',
    'Förra året anmäldes bara två personer - en för koppleri och en för sexköp.',
  ]
  it.each([
    ['Det kostar 180 000 kronor: 120 000 kronor för A och 60 000 kronor för B.', 2],
    ['I fjol gick 127 elever ut, 70 flickor och 57 pojkar.', 2],
    ['Här arbetar 12 personer: nio lärare, två kockar och fem vaktmästare.', 3],
    ['Inträdet är 150 kronor – 80 kronor för barn och 100 kronor för pensionärer.', 0],
    ['Det var 20 grader: 15 grader i skuggan och 25 grader i solen.', 0],
    ['Det kom 30 personer, 20 bilar och 3 bussar.', 0],
    ['Tre saker behövs: 20 bussar, 5 bilar och 7 båtar.', 0],
    ['Det kom 30 kvinnor, 20 flickor och 3 pojkar.', 0],
  ])('lists of parts: %s', (text, parts) => {
    expect(claims(text).quantities[0]!.parts).toHaveLength(parts)
  })

  it('takes no time that something is compared with', () => {
    const at = (text: string) => claims(text).quantities.at(-1)!.times
    expect(at('Andelen var 1,1 procentenheter lägre än året innan. Bäst gick det i Trosa med 79,5 procent.')).toEqual(
      [],
    )
    expect(at('I fjol var det fler jämfört med 2012. Då kom 30 personer.')).toEqual(['t1'])
    expect(at('Det är en minskning med 4,2 procentenheter jämfört med 2012.')).toEqual(['t1'])
  })

  it('gives the times of its sentence and the topics of its clause', () => {
    const { quantities, times } = claims(...story)
    const [thirty] = quantities
    expect(thirty!.times).toEqual([times[0]!.id])
    expect(thirty!.where).toEqual(['Värmland'])
    expect(thirty!.topics).toEqual(['anmälningar', 'sexköp', 'koppleri'])
  })
  it('makes the figures of a full list parts of what they add up to', () => {
    const { quantities } = claims(...story)
    const [, two, one, other] = quantities
    expect(two!.parts).toEqual([one!.id, other!.id])
    expect([one!.topics, other!.topics]).toEqual([['koppleri'], ['sexköp']])
    expect(two!.times).toHaveLength(1)
  })
  it('takes "varav" for no full list', () => {
    const { quantities } = claims('Det bor 158 personer här, varav 30 i Malmö och 20 i Lund.')
    expect(quantities[0]!.parts).toEqual([])
  })
  it('takes the time from the sentence before in the paragraph when its own has none', () => {
    const { quantities, times } = claims('Det var 2014. Då gjordes 30 anmälningar.')
    expect(quantities[0]!.times).toEqual([times[0]!.id])
  })
  it('never takes a length of time for when', () => {
    expect(claims('Han satt i fängelse i tre år för 30 brott.').quantities[0]!.times).toEqual([])
  })
  it('says which quotation it stands in', () => {
    const { quantities, quotations } = claims('– Vi fick 30 anmälningar, säger Karin Lind.', 'Det blev 12 fall.')
    expect(quantities.map(({ quotation }) => quotation)).toEqual([quotations[0]!.id, null])
  })
})

it('numbers claims in article order and keeps every place exact', () => {
  const text = 'Karin Lind, 45, fick 30 kronor den 3 maj.'
  const { names, quantities, times } = claims(text)
  expect([names[0]!.id, quantities.map(({ id }) => id), times[0]!.id]).toEqual(['n1', ['k1', 'k2'], 't1'])
  for (const claim of [...names, ...quantities, ...times]) {
    expect(claim.place.excerpt).toBe(claim.text)
    expect(text.slice(claim.span.start, claim.span.end)).toBe(claim.text)
  }
})

it('holds for any jumble of words', () => {
  const word = fc.constantFrom(
    '30',
    '2 500',
    'en',
    'för',
    'av',
    '–',
    '-',
    'och',
    'procent',
    '%',
    'kr',
    'nästan',
    'Jas',
    '§',
    ':',
    '.',
    'från',
    'till',
    'två',
    'miljoner',
    '0',
    'personer',
    'dubbelt',
    'så',
    '(',
    '070',
    '½',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), (parts) => {
      for (const { value, parts: of, id } of claims(parts.join(' ')).quantities) {
        expect(value.low).toBeLessThanOrEqual(value.high)
        expect(Number.isFinite(value.high)).toBe(true)
        expect(of).not.toContain(id)
      }
    }),
  )
})
