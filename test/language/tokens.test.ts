import { describe, expect, it } from 'vitest'
import { sentences, tokenize, words } from '#language'
import fc from '../property.js'

const texts = (text: string) => tokenize(text).map((token) => token.text)

describe('tokenize', () => {
  it('keeps hyphens, colons and grouped figures together', () => {
    expect(texts('EU:s tv-serie kostade 2 500 kr, 3,5 %.')).toEqual([
      'EU:s',
      'tv-serie',
      'kostade',
      '2 500',
      'kr',
      ',',
      '3,5',
      '%',
      '.',
    ])
  })
  it('groups thousands over every kind of space, but not years and counts', () => {
    for (const space of [' ', '\u00A0', '\u202F', '\u2009']) expect(texts(`1${space}250${space}000`)).toHaveLength(1)
    expect(texts('2013 250')).toEqual(['2013', '250'])
    expect(tokenize('2\u00A0500')[0]!.norm).toBe('2500')
  })
  it('splits spans of years and keeps "90-talet" whole', () => {
    expect(texts('2013–2015 på 90-talet')).toEqual(['2013', '–', '2015', 'på', '90-talet'])
  })
  it('keeps abbreviations without their last full stop', () => {
    expect(texts('t.ex. slut.Nästa')).toEqual(['t.ex', '.', 'slut', '.', 'Nästa'])
  })
  it('gives offsets that cut the token out of any text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let last = 0
        for (const token of tokenize(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text)
          expect(token.start).toBeGreaterThanOrEqual(last)
          last = token.end
        }
      }),
    )
  })
  it('words leaves punctuation out', () => {
    expect(words('– Ja, 30!').map(({ text }) => text)).toEqual(['Ja', '30'])
  })
})

describe('sentences', () => {
  const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end))
  it.each([
    ['Hon kom kl. 12.30 t.ex. i går. Han gick.', 2],
    ['J. Berg svarade. A.-M. Lind teg.', 2],
    ['Det kostade 2 500 kr. Sen var det slut.', 2],
    ['”Nej!” Sedan gick hon.', 2],
    ['Han sa ”nej!” och gick.', 1],
    ['Vi väntar … och ser.', 1],
    ['Den 3. maj kom de, bl.a. Lind.', 1],
    ['Det är 3.5 procent. 30 kom.', 2],
    ['Är det sant? Ja.', 2],
  ])('%s', (text, count) => {
    expect(cut(text)).toHaveLength(count)
  })
  it('covers everything but white space', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(cut(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})
