import { describe, expect, it } from 'vitest'
import { findTimes } from '../../pipeline/claims/times.js'
import { makeArticle, publishedOn } from '../language/make-article.js'
import fc from '../property.js'

const times = (text: string, published: string | null = '2016-05-10', language = 'sv') =>
  findTimes(makeArticle([text]), {
    language,
    published: published === null ? null : publishedOn(published),
    quotations: [],
  })
const found = (text: string, published?: string | null, language?: string) =>
  times(text, published, language).map(({ text, from, to }) => [text, from, to])

describe('findTimes, published 10 May 2016', () => {
  it.each<[string, string, string | null, string | null]>([
    ['Det var för tre år sen.', 'för tre år sen', '2013-01-01', '2013-12-31'],
    ['För två veckor sedan kom de.', 'För två veckor sedan', '2016-04-25', '2016-05-01'],
    ['Under 2013 gjorde polisen en insats.', '2013', '2013-01-01', '2013-12-31'],
    ['Antalet var 2013 det högsta.', '2013', '2013-01-01', '2013-12-31'],
    ['Förra året föll det.', 'Förra året', '2015-01-01', '2015-12-31'],
    ['bättre än förra årets', 'förra årets', '2015-01-01', '2015-12-31'],
    ['resultatet för innevarande år', 'innevarande år', '2016-01-01', '2016-12-31'],
    ['Senaste två åren har det ändrats.', 'Senaste två åren', '2014-05-10', '2016-05-10'],
    ['under de tre senaste månaderna', 'de tre senaste månaderna', '2016-02-10', '2016-05-10'],
    ['Det hände i mars.', 'mars', '2016-03-01', '2016-03-31'],
    ['Det hände i december.', 'december', '2015-12-01', '2015-12-31'],
    ['i april förra året', 'april förra året', '2015-04-01', '2015-04-30'],
    ['den 3 maj', 'den 3 maj', '2016-05-03', '2016-05-03'],
    ['måndagen den 20 oktober 2014', 'måndagen den 20 oktober 2014', '2014-10-20', '2014-10-20'],
    ['3–5 maj', '3–5 maj', '2016-05-03', '2016-05-05'],
    ['den 30 februari 2015', 'den 30 februari 2015', null, null],
    ['Det skedde i måndags.', 'i måndags', '2016-05-09', '2016-05-09'],
    ['De kom i går.', 'i går', '2016-05-09', '2016-05-09'],
    ['i fjol', 'i fjol', '2015-01-01', '2015-12-31'],
    ['på 90-talet', '90-talet', '1990-01-01', '1999-12-31'],
    ['hösten 2014', 'hösten 2014', '2014-09-01', '2014-11-30'],
    ['Förra sommaren brann det.', 'Förra sommaren', '2015-06-01', '2015-08-31'],
    ['Förra vintern brann det.', 'Förra vintern', null, null],
    ['3:21 min', '3:21', null, null],
    ['loppet tog 1:02:45', '1:02:45', null, null],
    ['i höstas', 'i höstas', '2015-09-01', '2015-11-30'],
    ['åren 2013–2015', '2013–2015', '2013-01-01', '2015-12-31'],
    ['läsåret 2014/15', '2014/15', '2014-01-01', '2015-12-31'],
    ['första kvartalet 2015', 'första kvartalet 2015', '2015-01-01', '2015-03-31'],
    ['2016-04-30', '2016-04-30', '2016-04-30', '2016-04-30'],
    ['2025 års budget', '2025', '2025-01-01', '2025-12-31'],
    ['sedan år 2000 samlat', '2000', '2000-01-01', '2000-12-31'],
    ['fängelse i tre månader', 'tre månader', null, null],
    ['kl. 12.30', 'kl. 12.30', null, null],
    ['för ett par år sedan', 'för ett par år sedan', null, null],
  ])('%s', (text, printed, from, to) => {
    expect(found(text)).toEqual([[printed, from, to]])
  })
  it.each([
    '2000 personer',
    'drygt 2015 kronor',
    '2 013 röster',
    'i vår kommun',
    'Maj Sjöwall',
    'han är 29 år gammal',
    'lag (2018:1197)',
    'cirka 1950 personer',
  ])('%s is no time', (text) => {
    expect(found(text)).toEqual([])
  })
  it('counts from the time before it in the article', () => {
    expect(found('Det var 2011. Samma år kom hon. Året innan och tre år senare.').map(([, from]) => from)).toEqual([
      '2011-01-01',
      '2011-01-01',
      '2010-01-01',
      '2013-01-01',
    ])
    expect(times('Samma år kom hon.')[0]).toMatchObject({ from: null, anchor: 'article', reason: 'no-earlier-time' })
  })
})

describe('an imprecise publication date', () => {
  it('widens what is counted from it', () => {
    expect(found('för tre år sen, i går, i höstas', '2016')).toEqual([
      ['för tre år sen', '2013-01-01', '2013-12-31'],
      ['i går', '2015-12-31', '2016-12-30'],
      ['i höstas', '2015-09-01', '2016-11-30'],
    ])
  })
  it('leaves relative times open when there is none', () => {
    expect(times('förra året och 2013', null).map(({ from, reason }) => [from, reason])).toEqual([
      [null, 'no-publication-date'],
      ['2013-01-01', 'as-printed'],
    ])
  })
})

describe('other languages', () => {
  it('reads English', () => {
    expect(
      found('Three years ago, on May 3, 2016, last year, in the 1990s and the past two years.', '2016-05-10', 'en').map(
        ([, from]) => from,
      ),
    ).toEqual(['2013-01-01', '2016-05-03', '2015-01-01', '1990-01-01', '2014-05-10'])
  })
  it('finds nothing without rules', () => {
    expect(found('vuonna 2013', '2016', 'fi')).toEqual([])
  })
})

it('reads no range of days backwards', () => {
  expect(found('Den pågick 3–5 mars.', '2016').map(([text]) => text)).toEqual(['3–5 mars'])
  expect(found('Mötet hölls 31 – 3 mars.', '2016').map(([text]) => text)).toEqual(['3 mars'])
})

it('gives real days in order, whatever the words', () => {
  const word = fc.constantFrom(
    'i',
    'för',
    'tre',
    'år',
    'sedan',
    'mars',
    'den',
    '31',
    '3',
    '2013',
    '–',
    '15',
    'förra',
    'året',
    'samma',
    'senaste',
    'vecka',
    '99',
    'kvartalet',
    'första',
    'hösten',
    ',',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (parts) => {
      for (const { from, to } of times(parts.join(' '))) {
        if (from === null || to === null) continue
        expect(from <= to).toBe(true)
        expect(new Date(from).toISOString().slice(0, 10)).toBe(from)
      }
    }),
  )
})
