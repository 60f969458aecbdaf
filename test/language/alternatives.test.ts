import { expect, test } from 'vitest'
import { negatedForms, otherTenses, speechRules } from '#language'

test.each([
  ['sparar', 'sparade'],
  ['påstår', 'påstod'],
  ['förstod', 'förstår'],
  ['avgör', 'avgjorde'],
  ['kostade', 'har kostat'],
  ['har kostat', 'kostade'],
  ['hade byggt', 'bygger'],
  ['fann', 'har funnit'],
])('%s in another tense may be %s', (form, other) => {
  expect(otherTenses(form, 'sv')).toContain(other)
})

test.each([['kommunen'], ['har skolan'], ['en byggnad']])('%s has no tense', (words) => {
  expect(otherTenses(words, 'sv')).toEqual([])
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
