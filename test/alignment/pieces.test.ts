import { expect, test } from 'vitest'
import { speechRules } from '#language'
import { alignWords } from '../../pipeline/alignment/align-words.js'
import { chanceOfFit } from '../../pipeline/alignment/chance.js'
import { decoys } from '../../pipeline/alignment/decoys.js'
import { editDistance, likeness } from '../../pipeline/alignment/edit-distance.js'
import { fold } from '../../pipeline/alignment/fold.js'
import { alignedWord } from '../../pipeline/alignment/heard-words.js'
import { hunt } from '../../pipeline/alignment/hunt.js'
import { wordings } from '../../pipeline/alignment/wording.js'
import fc from '../property.js'
import { alignmentsOf } from './make.js'

const rules = speechRules('sv')
const aligned = (text: string) => text.split(' ').map((word) => alignedWord(word, 'sv'))
const pairs = (printed: string, heard: string) => {
  const p = printed.split(' ')
  const h = heard.split(' ')
  return alignWords(aligned(printed), aligned(heard), rules).map(
    (op) => `${p.slice(op.p0, op.p1).join(' ')}|${h.slice(op.h0, op.h1).join(' ')}`,
  )
}

test('recognisers split and join compounds', () => {
  expect(pairs('flyktingproblematiken tar mycket', 'flykting in problematiken tar mycket')).toEqual([
    'flyktingproblematiken|flykting in problematiken',
    'tar|tar',
    'mycket|mycket',
  ])
  expect(pairs('en för koppleri', 'en förkoppleri')).toEqual(['en|en', 'för koppleri|förkoppleri'])
})

test('a dropped word is not swallowed by a join', () => {
  expect(pairs('de två enda anmälningar', 'dom två anmällningar')).toEqual([
    'de|dom',
    'två|två',
    'enda|',
    'anmälningar|anmällningar',
  ])
})

test('half a misheard word belongs to its other half; a word of its own does not', () => {
  expect(pairs('nätet och därigenom skaffar man kontakter', 'nätet och därje nomskafarmann kontakter')).toEqual([
    'nätet|nätet',
    'och|och',
    'därigenom skaffar man|därje nomskafarmann',
    'kontakter|kontakter',
  ])
  expect(pairs('vi har sparat', 'vi har inte sprat')).toEqual(['vi|vi', 'har|har', '|inte', 'sparat|sprat'])
  expect(pairs('vi har inte sparat', 'vi har sprat')).toEqual(['vi|vi', 'har|har', 'inte|', 'sparat|sprat'])
})

test('numerals are equal by value', () => {
  expect(pairs('under 2015', 'under tvåtusenfemton')).toEqual(['under|under', '2015|tvåtusenfemton'])
})

test('an alignment tiles both sides in order', () => {
  const word = fc.constantFrom('vi', 'har', 'inte', 'sparat', 'pengar', 'skolan', 'tolv', 'eh', 'kommunen', 'år')
  const words = fc.array(word, { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(words, words, (printed, heard) => {
      const ops = alignWords(aligned(printed.join(' ')), aligned(heard.join(' ')), rules)
      let p = 0
      let h = 0
      for (const op of ops) {
        expect([op.p0, op.h0]).toEqual([p, h])
        expect(op.p1 - op.p0 + op.h1 - op.h0).toBeGreaterThan(0)
        p = op.p1
        h = op.h1
      }
      expect([p, h]).toEqual([printed.length, heard.length])
    }),
  )
})

test('edit distance is a metric, and likeness its share', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'å'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b) === 0).toBe(a === b)
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c))
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('words fold to how they sound, numbers as they are said', () => {
  expect(fold('Wärmland', 'sv')).toBe(fold('Värmland', 'sv'))
  expect(fold('anmällningar', 'sv')).toBe(fold('anmälningar', 'sv'))
  expect(fold('12', 'sv')).toBe(fold('tolv', 'sv'))
})

test('a stranger rarely fits well, and the more is searched the likelier', () => {
  expect(chanceOfFit(0.9, 60, 2000)).toBeLessThan(1e-6)
  expect(chanceOfFit(0.35, 60, 2000)).toBeGreaterThan(0.3)
  expect(chanceOfFit(0.6, 30, 64_000)).toBeGreaterThan(chanceOfFit(0.6, 30, 2000))
})

const printedOf = (text: string) =>
  alignmentsOf(`- ${text}, säger Karin Åberg.`, ['inget här']).inquiries[0]!.located.printed

test('both sides of a question are written alike', () => {
  const printed = printedOf('Nej, vi har 12 skolor – men det räcker. Så är det')
  const all = printed.length
  expect(wordings(printed, 0, all)()).toBe('Nej, vi har 12 skolor, men det räcker. Så är det.')
  expect(wordings(printed, 0, all)({ p0: 3, p1: 4, text: '14' })).toBe(
    'Nej, vi har 14 skolor, men det räcker. Så är det.',
  )
  expect(wordings(printed, 0, all)({ p0: 0, p1: 1, text: '' })).toBe('Vi har 12 skolor, men det räcker. Så är det.')
  expect(wordings(printed, 0, all)({ p0: 7, p1: 8, text: '' })).toBe('Nej, vi har 12 skolor, men det. Så är det.')
})

const hunted = (text: string) => {
  const printed = printedOf(text)
  return hunt(printed, 0, printed.length, rules, 'sv', []).map(wordings(printed, 0, printed.length))
}

test('the hunt asks for a negation left out at the end, and for hedges before and after a sentence', () => {
  expect(hunted('Det räckte. De hann hem.')).toEqual(
    expect.arrayContaining([
      'Det räckte inte. De hann hem.',
      'Det räckte. De hann hem inte.',
      'Jag tror att det räckte. De hann hem.',
      'Det räckte, tror jag. De hann hem.'.replace(',', ''),
    ]),
  )
})

test('before what begins in the middle of a sentence nothing is missed', () => {
  expect(hunted('det räckte').some((text) => text.startsWith('Jag tror att'))).toBe(false)
})

test('a large number may have been misheard in how many of the magnitude, and keeps its groups', () => {
  expect(hunted('Det kostar fyrtio miljoner')).toContain('Det kostar fjorton miljoner.')
  expect(hunted('Det kostar 14 miljoner')).toContain('Det kostar 40 miljoner.')
  expect(hunted('Det kostar 800 000')).toContain('Det kostar 900 000.')
  expect(hunted('Det kostar 2,7 miljoner')).toContain('Det kostar 2,3 miljoner.')
})

test('a number may be another of the same ten, its digits the other way round, or the half of something else', () => {
  expect(hunted('Han är 101 år')).toContain('Han är 104 år.')
  expect(hunted('Vi har 124 elever')).toContain('Vi har 142 elever.')
  expect(hunted('Det var två och en halv miljon')).toContain('Det var tre och en halv miljon.')
  expect(hunted('De byggdes på sextiotalet')).toContain('De byggdes på sjuttiotalet.')
})

test('a common name may be another of its sort, a surname one that begins alike; spellings of a name are none', () => {
  expect(hunted('Vi ringde Anna')).toContain('Vi ringde Eva.')
  expect(hunted('Vi ringde Anna')).not.toContain('Vi ringde Andersson.')
  expect(hunted('Vi ringde Malmberg')).toContain('Vi ringde Malmgren.')
  expect(hunted('Vi ringde Lindqvist')).not.toContain('Vi ringde Lindkvist.')
  expect(hunted('Vi ringde Orla')).not.toContain('Vi ringde Ola.')
})

test('words that say when or how much are asked for at every gap', () => {
  expect(hunted('Skolan är stängd')).toContain('Skolan är fortfarande stängd.')
})

test('a negation left out behind a comma may have stood before it; numbers may have been left out anywhere', () => {
  expect(hunted('Det stämmer, för han låg sjuk')).toContain('Det stämmer inte, för han låg sjuk.')
  expect(hunted('Vi såg de åren')).toContain('Vi såg de två åren.')
})

test('words that make a number less exact are asked for before it', () => {
  expect(hunted('Det tar 300 dagar')).toContain('Det tar omkring 300 dagar.')
  expect(hunted('Det tar omkring 300 dagar')).toContain('Det tar 300 dagar.')
  expect(hunted('Det tar dagar')).not.toContain('Det tar omkring dagar.')
})

test('decoys are unlike the printed word, nearly as long, and names for names', () => {
  const printed = printedOf('Vi såg regnbågen i Karlstad')
  const words = decoys(printed, 2, 'sv').map(({ text }) => text)
  expect(words.length).toBeGreaterThan(3)
  for (const word of words) {
    expect(Math.abs(word.length - 'regnbågen'.length)).toBeLessThanOrEqual(2)
    expect(word.endsWith('en')).toBe(true)
  }
  expect(decoys(printed, 4, 'sv').every(({ text }) => /^\p{Lu}/u.test(text))).toBe(true)
})

test('the hunt asks for negations at every gap, other numbers in the same notation, and opposites', () => {
  const printed = printedOf('Vi öppnar 12 skolor')
  const probes = hunt(printed, 0, printed.length, rules, 'sv', [])
  const texts = probes.map(wordings(printed, 0, printed.length))
  expect(texts).toContain('Vi inte öppnar 12 skolor.')
  expect(texts).toContain('Vi öppnar inte 12 skolor.')
  expect(texts).toContain('Vi öppnar 20 skolor.')
  expect(texts).toContain('Vi stänger 12 skolor.')
  expect(texts.some((text) => text.includes('tjugo'))).toBe(false)
})

test.each([
  ['20', ['22', '30', '12', '200']],
  ['68', ['48', '86', '61']],
  ['1 986', ['1 968', '1 946']],
  ['2 500', ['3 500', '2 800', '250']],
  ['600 000', ['800 000', '60 000']],
])('another number than %s may have one digit another, or two the other way round', (number, others) => {
  const asked = hunted(`Det fanns ${number} kvar`)
  for (const other of others) expect(asked).toContain(`Det fanns ${other} kvar.`)
  expect(asked).not.toContain(`Det fanns ${number} kvar.`)
})
