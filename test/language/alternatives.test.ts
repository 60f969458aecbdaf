import { expect, test } from 'vitest'
import { negatedForms, speechRules, verbAlternatives } from '#language'

const verbForms = (words: string) => verbAlternatives(words, 'sv').map(({ other }) => other)

test.each([
  ['sparar', 'sparade'],
  ['påstår', 'påstod'],
  ['förstod', 'förstår'],
  ['avgör', 'avgjorde'],
  ['avgjorde', 'avgör'],
  ['sa', 'säger'],
  ['händer', 'hände'],
  ['möter', 'mötte'],
  ['byggs', 'byggdes'],
  ['grips', 'greps'],
  ['visades', 'visas'],
  ['togs', 'tas'],
  ['såldes', 'säljs'],
  ['uppges', 'uppgavs'],
  ['innebar', 'innebär'],
  ['äger', 'ägde'],
  ['lyfter', 'lyfte'],
  ['kostade', 'har kostat'],
  ['utreder', 'har utrett'],
  ['har utrett', 'utreder'],
  ['har kostat', 'kostade'],
  ['hade byggt', 'bygger'],
  ['fann', 'har funnit'],
  ['har överklagat', 'kommer att överklaga'],
  ['kommer att överklaga', 'har överklagat'],
  ['ska yrka', 'har yrkat'],
  ['har vi byggt', 'byggde vi'],
  ['byggde vi inte', 'har vi inte byggt'],
  ['kommer vi inte att bygga', 'byggde vi inte'],
])('%s in another tense may be %s', (form, other) => {
  expect(verbForms(form)).toContain(other)
  expect(verbAlternatives(form, 'sv').find((one) => one.other === other)?.kind).toBe('tense')
})

test.each([
  ['försvinner', 'kan försvinna'],
  ['kan försvinna', 'försvinner'],
  ['dömer', 'brukar döma'],
  ['är', 'kan vara'],
  ['har byggt', 'borde bygga'],
  ['kommer det', 'kan det komma'],
  ['kan det komma', 'kommer det'],
  ['löser inte', 'kan inte lösa'],
  ['bör aldrig bli', 'blir aldrig'],
])('%s made more or less sure is %s', (form, other) => {
  expect(verbAlternatives(form, 'sv').find((one) => one.other === other)?.kind).toBe('hedge')
})

test.each([
  ['kommunen'],
  ['har skolan'],
  ['en byggnad'],
  ['ska skolan'],
  ['bilen'],
  ['polisen'],
  ['bilen inte'],
  ['har vi skolan'],
])('%s has no tense', (words) => {
  expect(verbForms(words)).toEqual([])
})

test('a noun for people may be another in the same form, and in no other', () => {
  const others = (word: string) =>
    speechRules('sv')
      .alternatives(word)
      .map(({ other }) => other)
  expect(others('hyresgästerna')).toContain('fastighetsägarna')
  expect(others('hyresgästerna')).not.toContain('fastighetsägaren')
  expect(others('en man')).toContain('en kvinna')
  // As a pronoun "man" is no person.
  expect(others('man')).not.toContain('lärare')
})

test('a prefix that turns a meaning is put on and taken off, where both are words', () => {
  expect(negatedForms('rimligt', 'sv')).toContain('orimligt')
  expect(negatedForms('omöjligt', 'sv')).toContain('möjligt')
  expect(negatedForms('ort', 'sv')).toEqual([])
  expect(negatedForms('skolan', 'sv')).toEqual([])
})

test('what belongs to a set may be taken for its other members, and for nothing else', () => {
  const others = (word: string) =>
    speechRules('sv')
      .alternatives(word)
      .map(({ other }) => other)
  expect(others('februari')).toContain('april')
  expect(others('februari')).not.toContain('februari')
  expect(others('februari')).not.toContain('tisdag')
  expect(others('de flesta')).toContain('alla')
})
