import { expect, test } from 'vitest'
import { alignmentsOf } from './make.js'

const kinds = (heard: string, print: string) =>
  alignmentsOf(`- ${print}, säger Karin Åberg.`, ['Vad säger du om det?', heard, 'Tack för det.'], () => undefined)
    .quotations[0]!.edits.filter((edit) => edit.printed === '')
    .map((edit) => `${edit.kind}: ${edit.heard}`)

test.each([
  ['Vi har ungefär, eh, ungefär tolv vittnen i målet nu.', 'Vi har ungefär tolv vittnen i målet nu'],
  ['Vi har tolv, tov vittnen i målet nu.', 'Vi har tolv vittnen i målet nu'],
  ['Vi har tol, tolv vittnen i målet nu.', 'Vi har tolv vittnen i målet nu'],
  [
    'Det är ganska vanligt. transka vanligt, att äldre inte får tillräckligt.',
    'Det är ganska vanligt att äldre inte får tillräckligt',
  ],
])('said twice, once of them misheard, is a repetition: %s', (heard, print) => {
  const found = kinds(heard, print)
  expect(found.length).toBeGreaterThan(0)
  expect(found.every((one) => /^(?:repetition|filler)/.test(one))).toBe(true)
})

test.each([
  ['Det här har kostat nästan det dubbla i år.', 'Det här kostat nästan det dubbla i år'],
  ['Vi har många långa möten i kommunen nu.', 'Vi har många möten i kommunen nu'],
])('another word that sounds a little alike is none: %s', (heard, print) => {
  expect(kinds(heard, print).some((one) => one.startsWith('repetition'))).toBe(false)
})
