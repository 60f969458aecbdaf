import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reported, speechIn } from './helpers.js'

const lead = 'Kommunen får inte ihop budgeten.\n'
const people = ['Anna Ek', 'Bo Lind']

test('the example story: one question, the indirect statements and whose they are', () => {
  const markdown = readFileSync('test/stories/sexhandeln/article.md', 'utf8')
  const { statements, article } = speechIn(markdown, ['Orla Kristofferssen', 'Orla Christofferssen'], { path: 'a.md' })
  const marked = statements.filter(({ statementKind }) => statementKind !== 'reporter')
  const clause = ({ reporting }: (typeof marked)[number]) =>
    reporting && article.blocks[reporting.span.block]!.text.slice(reporting.span.start, reporting.span.end)
  expect(
    marked.map((one) => [one.statementKind, one.reporting?.name ?? null, clause(one), one.text.slice(0, 20)]),
  ).toEqual([
    ['question', null, null, 'Är du nöjd med de tv'],
    ['indirect', 'Orla Christofferssen', 'Orla Christofferssen framhåller att', 'Orla Christofferssen'],
    ['indirect', 'Orla Christofferssen', 'Orla Christofferssen säger att', 'Orla Christofferssen'],
    ['indirect', 'Orla Christofferssen', 'Han beskriver', 'Han beskriver två ol'],
    ['indirect', 'Orla Christofferssen', 'Han beskriver', 'Den där sexsäljaren '],
  ])
})

test.each([
  ['Enligt Bo Lind var det 30 personer.', ['indirect [Bo Lind] Enligt Bo Lind var det 30 personer.']],
  ['Men polisen uppger att det var tolv.', ['indirect [polisen] Men polisen uppger att det var tolv.']],
  ['Nu säger Anna Ek att det är slut.', ['indirect [Anna Ek] Nu säger Anna Ek att det är slut.']],
  ['Brottet är grovt, säger Anna Ek.', ['indirect [Anna Ek] Brottet är grovt, säger Anna Ek.']],
  [
    'Anna Ek hävdar att det är klart. Hon vill vänta. Det är maj.',
    ['indirect [Anna Ek] Anna Ek hävdar att det är klart.', 'indirect [Anna Ek] Hon vill vänta.'],
  ],
])('indirect: %s', (text, expected) => {
  expect(reported(lead + text, people)).toEqual(expected)
})

test.each([
  'Polisen fortsätter att leta.',
  'Enligt lagen är det förbjudet.',
  'En global fråga kräver globala svar.',
  'De betonade vikten av åtgärder för att ingen ska hamna utanför.',
  'Jag tror att det blir regn.',
  'Kommunen skriver avtal med Anna Ek.',
  'Har du egna tankar?',
])("the reporter's: %s", (text) => {
  expect(reported(lead + text, people)).toEqual([])
})

test('what stands in quotations is no statement, fragments stay in their sentence', () => {
  const { statements } = speechIn(
    `${lead}”Det är slut”, säger Anna Ek. Sedan gick hon hem till ”kojan”.\n– Hej då, säger Bo Lind. Han säger att det är sent.`,
    people,
  )
  expect(statements.map(({ id, text }) => `${id} ${text}`)).toEqual([
    's1 Kommunen får inte ihop budgeten.',
    's2 Sedan gick hon hem till ”kojan”.',
    's3 Han säger att det är sent.',
  ])
})

test('a question is asked before an answer', () => {
  expect(reported(`${lead}Ni fick nej. Är du nöjd?\n– Nej.`)).toEqual([
    'question [] Ni fick nej.',
    'question [] Är du nöjd?',
  ])
})
