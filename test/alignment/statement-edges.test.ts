import { expect, test } from 'vitest'
import { alignmentsOf } from './make.js'

const told = (printed: string, lines: string[]) =>
  alignmentsOf(printed, lines).statements.flatMap(({ edits }) =>
    edits.filter(({ meaning }) => meaning).map(({ kind, printed, heard }) => [kind, printed, heard]),
  )

test('a changed number in front of what was found is found with it', () => {
  const lines = ['A: Hej och välkomna.', 'B: Det kom sjuttiofem larm under den första natten.']
  expect(told('57 larm kom under den första natten.', lines)).toEqual([['number', '57', 'sjuttiofem']])
  expect(told('75 larm kom under den första natten.', lines)).toEqual([])
})

test('so is a denial, but not that of another sentence', () => {
  const print = 'Chefen hade då redan sparat in pengarna på skolan i Lillby.'
  const lines = (said: string) => ['A: Hej och välkomna.', `B: ${said} sparat in pengarna på skolan i Lillby.`]
  expect(told(print, lines('Vi har alltså inte'))).toEqual([['negation', '', 'inte']])
  expect(told(print, lines('Nej, det går inte. Vi har ju redan'))).toEqual([])
})
