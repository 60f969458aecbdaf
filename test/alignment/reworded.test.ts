import { describe, expect, test } from 'vitest'
import { speechRules } from '#language'
import { areExchanged } from '../../pipeline/alignment/exchanged.js'
import { isMovedNegation } from '../../pipeline/alignment/moved-negation.js'

const split = (text: string) => text.split(' ')

describe('two parties of one sentence', () => {
  const within = (printed: string, heard: string) => ({ printed: split(printed), heard: split(heard) })
  test.each([
    ['båttjuven åker till ägaren som kommer till ägaren', 'tjuven åker till ägaren som kommer till tjuven', true],
    ['ägaren ringer till ägaren', 'ägaren ringer till grannen', false],
    ['ägaren fälls av tjuven', 'tjuven fälls av ägaren', false],
  ])('%s / %s', (printed, heard, expected) => {
    const other = heard.includes('grannen') ? 'grannen' : 'tjuven'
    expect(areExchanged('ägaren', other, within(printed, heard))).toBe(expected)
  })

  test('a compound and its last part are one', () => {
    const printed = 'den där båttjuven ror till ägaren'
    const heard = 'i den ena ror tjuven till ägaren och tjuven väntar'
    expect(areExchanged('båttjuven', 'tjuven', within(printed, heard))).toBe(false)
  })
})

describe('a no in reported speech', () => {
  const rules = speechRules('sv')
  const edit = (printed: string, heard: string) => ({ kind: 'negation' as const, printed, heard })
  test.each([
    ['said with the thinking', edit('troligen inte', ''), 'Alltså, jag tror inte att', '', true],
    ['said in the sentence before', edit('inte', ''), 'Det går inte.', '', false],
    ['said nowhere', edit('inte', ''), 'Jag tror att', '', false],
    ['printed with the thinking', edit('', 'inte'), '', 'Hon tror inte att', true],
    ['printed nowhere', edit('', 'inte'), '', 'Hon tror att', false],
    ['no negation at all', { ...edit('inte', ''), kind: 'hedge' as const }, 'Jag tror inte att', '', false],
  ])('%s', (_, change, before, reporting, expected) => {
    expect(isMovedNegation(change, { before, reporting }, rules)).toBe(expected)
  })
})
