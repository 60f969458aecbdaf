import { expect, test } from 'vitest'
import { alignmentsOf } from './make.js'

const SAID = [
  'REPORTER: Vad säger du om budgeten för nästa år?',
  'KARIN ÅBERG: Vi kommer inte att lägga ner någon skola i kommunen under nästa år.',
  'REPORTER: Men ni sparar ändå pengar på lärarna?',
  'KARIN ÅBERG: Eh, vi har, vi har sparat ungefär tolv miljoner kronor på, alltså, lokaler och måltider.',
  'REPORTER: Hur ser det ut på landsbygden då?',
  'KARIN ÅBERG: Det är möjligt att busslinjerna förändras när avtalen går ut på sommaren.',
]
const graded = (print: string) => alignmentsOf(`- ${print}, säger Karin Åberg, kommunalråd.`, SAID).quotations[0]!
const told = (print: string) =>
  graded(print)
    .edits.filter((edit) => edit.meaning && edit.support === 'heard')
    .map((edit) => `${edit.kind}: ${edit.printed} → ${edit.heard}`)

test('what was said word for word is verbatim, with its seconds and what stands around it', () => {
  const alignment = graded('Vi kommer inte att lägga ner någon skola i kommunen under nästa år')
  expect(alignment.grade).toBe('verbatim')
  expect(alignment.pieces).toHaveLength(1)
  expect(alignment.pieces[0]!.startSeconds).toBeCloseTo(4.2, 1)
  expect(alignment.context).toEqual({
    before: 'Vad säger du om budgeten för nästa år?',
    after: 'Men ni sparar ändå pengar på lärarna?',
  })
  expect(alignment.speakerCheck).toBe('label-agrees')
})

test('fillers, restarts and spoken forms are tidied', () => {
  const alignment = graded('Vi har sparat ungefär tolv miljoner kronor på lokaler och måltider')
  expect(alignment.grade).toBe('tidied')
})

test.each([
  ['Vi kommer att lägga ner någon skola i kommunen under nästa år', ['negation:  → inte']],
  ['Vi har sparat tolv miljoner kronor på lokaler och måltider', ['hedge:  → ungefär']],
  ['Vi har sparat ungefär tjugo miljoner kronor på lokaler och måltider', ['number: tjugo → tolv']],
  ['Det är möjligt att busslinjerna förändras när avtalen går ut på hösten', ['word-changed: hösten → sommaren.']],
  ['Det var möjligt att busslinjerna förändras när avtalen går ut på sommaren', ['tense: var → är']],
])('a transcript that a person wrote is taken at its word: %s', (print, edits) => {
  expect(graded(print).grade).toBe('altered')
  expect(told(print)).toEqual(edits)
})

test('sentences said one after the other are no splice; with other answers between they are', () => {
  const near = graded(
    'Vi kommer inte att lägga ner någon skola i kommunen under nästa år. Det är möjligt att busslinjerna förändras när avtalen går ut på sommaren',
  )
  expect(near.grade).toBe('spliced')
  expect(near.gaps).toHaveLength(1)
  expect(near.gaps[0]!.heard).toContain('tolv miljoner')
  const honest = graded(
    'Vi kommer inte att lägga ner någon skola i kommunen under nästa år … Det är möjligt att busslinjerna förändras när avtalen går ut på sommaren',
  )
  expect(honest.grade).toBe('verbatim')
})

test('a quotation interrupted by its attribution is one, and not spliced for it', () => {
  const { quotations } = alignmentsOf(
    '”Vi kommer inte att lägga ner någon skola”, säger Karin Åberg, ”i kommunen under nästa år.”',
    SAID,
  )
  expect(quotations).toHaveLength(1)
  expect(quotations[0]!.grade).toBe('verbatim')
})

test('what nobody said is not found, however usual its words', () => {
  expect(graded('Vi ser mycket allvarligt på att ungdomar vistas i hamnen sent på kvällarna').grade).toBe('not-found')
})

test('half a quotation from nowhere is undecided, not verbatim', () => {
  const alignment = graded(
    'Vi kommer inte att lägga ner någon skola i kommunen under nästa år. Polisen har tagit över hela utredningen om branden',
  )
  expect(alignment.grade).toBe('undecided')
})

test('a quotation printed in another order than it was said shows both places', () => {
  const alignment = graded(
    'Det är möjligt att busslinjerna förändras när avtalen går ut på sommaren. Vi kommer inte att lägga ner någon skola i kommunen under nästa år',
  )
  expect(alignment.spliced).toBe(true)
  expect(alignment.pieces[0]!.startSeconds!).toBeGreaterThan(alignment.pieces[1]!.startSeconds!)
})

test.each([
  ['Bengt-Åke Ström', 'label-agrees'],
  ['Mia de la Cruz', 'label-differs'],
  ['BENGT-ÅKE STRÖM', 'label-agrees'],
  ['SPEAKER 01', 'not-checked'],
  ['Reporter', 'not-checked'],
])('the label %s beside a quotation by Bengt-Åke Ström: %s', (label, expected) => {
  const { quotations } = alignmentsOf(
    '- Vi har inte råd att vänta på ett nytt bad, säger Bengt-Åke Ström, politiker.',
    [`${label}: Vi har inte råd att vänta på ett nytt bad.`],
  )
  expect(quotations[0]!.speakerCheck).toBe(expected)
})

test.each([
  ['Huset byggdes 1972 av min farfar', 'Huset byggdes sjuttiotvå av min farfar', 'verbatim'],
  ['Huset byggdes 1972 av min farfar', 'Huset byggdes sjuttiotre av min farfar', 'altered'],
  [
    'Det blev klart vid årsskiftet 2024/2025 i kommunen',
    'Det blev klart vid årsskiftet tjugofyra tjugofem i kommunen',
    'verbatim',
  ],
  [
    'Det är inte rimligt att folk får vänta. Samtidigt måste vi vara ärliga',
    'Det är inte rimligt att folk får vänta. Det är det inte. Samtidigt måste vi vara ärliga',
    'tidied',
  ],
  [
    'Det är rimligt att folk får vänta. Samtidigt måste vi vara ärliga',
    'Det är rimligt att folk får vänta. Det är det inte. Samtidigt måste vi vara ärliga',
    'altered',
  ],
  ['Vi fick ut alla boende i huset', 'Vi fick ut dom boende i huset', 'altered'],
  ['Jag lärde mig själv simma där i skolan', 'Jag lärde mig själv å simma där i skolan', 'tidied'],
])('as people say years and infinitives: %s / %s', (print, said, grade) => {
  const { quotations } = alignmentsOf(`- ${print}, säger Karin Åberg, kommunalråd.`, [`KARIN ÅBERG: ${said}.`])
  expect(quotations[0]!.grade).toBe(grade)
})

test.each([
  ['Karin Åberg', 'label-agrees'],
  ['Åberg', 'label-agrees'],
  ['Karin Ek', 'label-differs'],
  ['Peter Sund', 'label-differs'],
])('a label is held against the printed speaker: %s', (printed, outcome) => {
  const { quotations } = alignmentsOf(
    `- Vi kommer inte att lägga ner någon skola i kommunen under nästa år, säger ${printed}.`,
    SAID,
  )
  expect(quotations[0]!.speakerCheck).toBe(outcome)
})
