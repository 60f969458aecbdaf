import { describe, expect, it } from 'vitest'
import { findNumerals, spellOut } from '#language'
import fc from '../property.js'

const read = (text: string, language: 'sv' | 'en' = 'sv') =>
  findNumerals(text, language).map(({ start, end, value }) => [text.slice(start, end), value])

describe('findNumerals', () => {
  it.each<[string, [string, number][]]>([
    ['30 anmälningar', [['30', 30]]],
    [
      '2 500 kronor och 2.500 till',
      [
        ['2 500', 2500],
        ['2.500', 2500],
      ],
    ],
    ['3,5 miljoner kronor', [['3,5 miljoner', 3_500_000]]],
    ['3,3 miljarder', [['3,3 miljarder', 3_300_000_000]]],
    ['2 miljoner 300 000', [['2 miljoner 300 000', 2_300_000]]],
    [
      'tjugohundratretton eller tvåtusentretton',
      [
        ['tjugohundratretton', 2013],
        ['tvåtusentretton', 2013],
      ],
    ],
    ['ettusen två hundra', [['ettusen två hundra', 1200]]],
    ['tre miljoner två hundra tusen fem', [['tre miljoner två hundra tusen fem', 3_200_005]]],
    ['en och en halv timme', [['en och en halv', 1.5]]],
    ['halvannan dag', [['halvannan', 1.5]]],
    ['en halv miljon', [['en halv miljon', 500_000]]],
    ['ett halvt dussin', [['ett halvt dussin', 6]]],
    ['en kvarts miljard', [['en kvarts miljard', 250_000_000]]],
    [
      'två femtedelar, hälften',
      [
        ['två femtedelar', 0.4],
        ['hälften', 0.5],
      ],
    ],
    [
      'ett tjugotal, ett par bilar, hundratals',
      [
        ['ett tjugotal', 20],
        ['ett par', 2],
        ['hundratals', 100],
      ],
    ],
    ['ett 10-tal barn', [['10-tal', 10]]],
    [
      '2½ liter och ¾',
      [
        ['2½', 2.5],
        ['¾', 0.75],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
  it('takes "en" and "ett" for numbers only where they count', () => {
    expect(read('en man i ett hus')).toEqual([])
    expect(read('två personer - en för koppleri och en för sexköp')).toEqual([
      ['två', 2],
      ['en', 1],
      ['en', 1],
    ])
    expect(read('tre personer - två för koppleri och en för sexköp')).toEqual([
      ['tre', 3],
      ['två', 2],
      ['en', 1],
    ])
    expect(read('Hon tog två för givet och en i taget')).toEqual([['två', 2]])
    expect(read('bara en kom, en eller två')).toEqual([
      ['en', 1],
      ['en', 1],
      ['två', 2],
    ])
  })
  it('takes "sex" for a number only before what can be counted', () => {
    expect(read('de som säljer sex innan brottet har skett')).toEqual([])
    expect(read('sex personer, fem eller sex')).toEqual([
      ['sex', 6],
      ['fem', 5],
      ['sex', 6],
    ])
  })
  it('leaves names with digits, decades and versions alone', () => {
    expect(read('P4, E18, 5G, covid-19 på 90-talet, 192.168.1.2')).toEqual([])
  })
  it('knows ordinals, and "andra" only before what comes in order', () => {
    const ordinal = (text: string) =>
      findNumerals(text, 'sv')
        .filter((numeral) => numeral.ordinal)
        .map(({ value }) => value)
    expect(ordinal('2:a, tredje, tjugoförsta, 11:e')).toEqual([2, 3, 21, 11])
    expect(ordinal('andra gången, andra bilar')).toEqual([2])
  })
  it('says precision and scale', () => {
    expect(findNumerals('3,25 miljarder', 'sv')[0]).toMatchObject({ decimals: 2, scale: 1e9, notation: 'mixed' })
    expect(findNumerals('flera hundra', 'sv')[0]).toMatchObject({ value: 100, approximate: true })
  })
  it('reads English', () => {
    expect(read('two hundred and five, a million, 2,500, 3.5 million, one and a half, no one', 'en')).toEqual([
      ['two hundred and five', 205],
      ['a million', 1e6],
      ['2,500', 2500],
      ['3.5 million', 3.5e6],
      ['one and a half', 1.5],
    ])
  })
  it('never overlaps and ends, whatever the text', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'ett',
        'en',
        'halv',
        'och',
        'hundra',
        'tusen',
        'tre',
        '2',
        '3,5',
        '-',
        'tal',
        'par',
        'miljon',
        '½',
        '.',
        'sex',
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(pieces, fc.constantFrom('', ' '), (parts, space) => {
        let last = 0
        for (const { start, end, value } of findNumerals(parts.join(space), 'sv')) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(Number.isFinite(value)).toBe(true)
          last = end
        }
      }),
    )
  })
})

describe('spellOut', () => {
  it.each<[number, string[]]>([
    [12, ['tolv', '12']],
    [1, ['ett', 'en', '1']],
    [2013, ['tjugohundratretton', 'tvåtusentretton', '2013', '2 013']],
    [3.5, ['tre komma fem', 'tre och en halv', '3,5']],
    [30_000, ['trettiotusen', '30000', '30 000']],
  ])('%d', (value, forms) => {
    expect(spellOut(value, 'sv')).toEqual(forms)
  })
  it('is read back as the same number, every form of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 999_999_999 }),
        fc.constantFrom('sv' as const, 'en' as const),
        (value, language) => {
          for (const form of spellOut(value, language).filter(
            (form) => !/ oh |^(?:eleven|twelve|\w+teen|twenty) (?!hundred)\w/.test(form),
          )) {
            // "sex" needs a noun.
            expect(findNumerals(`${form} barn`, language)[0]?.value).toBe(value)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
  it('has only digits for a language without rules', () => {
    expect(spellOut(12, 'fi')).toEqual(['12'])
  })
})
