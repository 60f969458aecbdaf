import { expect, test } from 'vitest'
import type { Alternative, Transcript } from '#model'
import { gradeAlignments, inquire, locateClaims, withAlternatives } from '../../pipeline/alignment/index.js'
import { findClaims } from '../../pipeline/claims/index.js'
import { articleOf, transcriptOf } from './make.js'

const SCHOOL = 'Vi kommer inte att lägga ner någon skola i kommunen under nästa år.'
const TALK = [
  'Vad säger du om budgeten för nästa år?',
  SCHOOL,
  'Vi har sparat ungefär tolv miljoner kronor på lokaler och måltider.',
]
const print = (text: string) => `- ${text}, säger Karin Åberg, kommunalråd.`

const of = (lines: string[], more: Partial<Transcript>): Transcript => ({ ...transcriptOf(lines), ...more })

/** The first quotation's alignment, with and without what was close. */
function aligned(text: string, transcripts: Transcript[]) {
  const article = articleOf(print(text))
  const claims = findClaims(article, { language: 'sv', published: null })
  const material = { article, claims, transcripts, recordings: [], language: 'sv' }
  const located = locateClaims(material)
  const inquiries = inquire({ ...material, located })
  const plain = gradeAlignments({ ...material, inquiries, answers: [] })
  const [first] = withAlternatives(plain, located, transcripts)
  return { first: first!, plain: plain[0]! }
}
const alternatives = (text: string, ...transcripts: Transcript[]): Alternative[] =>
  aligned(text, transcripts).first.alternatives ?? []
const places = (list: Alternative[]) => list.map(({ source, startSeconds }) => `${source} ${startSeconds}`)

test('what was said once has no other place', () => {
  expect(aligned(SCHOOL, [of(TALK, { id: 'tr1' })]).first).not.toHaveProperty('alternatives')
})

test('what was said again, a little otherwise, keeps both places; nothing else changes', () => {
  const again = 'Vi kommer inte att lägga ner någon skola i kommunen nästa år.'
  const { first, plain } = aligned(SCHOOL, [of([...TALK, again], { id: 'tr1' })])
  expect(first.alternatives).toEqual([
    {
      piece: 0,
      source: 'tr1',
      startSeconds: expect.any(Number),
      endSeconds: expect.any(Number),
      heard: again,
      similarity: expect.any(Number),
    },
  ])
  expect(first.alternatives![0]!.startSeconds).toBeGreaterThan(first.pieces[0]!.endSeconds!)
  expect(first.alternatives![0]!.similarity).toBeLessThan(1)
  const { alternatives: _, ...rest } = first
  expect(rest).toEqual(plain)
})

test('a sentence that only resembles it is no other place', () => {
  const like = 'Vi kommer nog att bygga en ny simhall i kommunen under nästa år.'
  expect(alternatives(SCHOOL, of([...TALK, like], { id: 'tr1' }))).toEqual([])
})

test('another recording is named', () => {
  const one = of(TALK, { id: 'h1', recording: 'r1', machine: true })
  const two = of(['Välkommen hit.', SCHOOL], { id: 'h2', recording: 'r2', machine: true })
  const found = alternatives(SCHOOL, one, two)
  expect(places(found)).toEqual([`r2 ${found[0]!.startSeconds}`])
})

test('a recording and its own transcript tell of one place; said twice, of two', () => {
  const heard = of(TALK, { id: 'h1', recording: 'r1', machine: true })
  const typed = of(TALK, { id: 'tr1', recording: 'r1' })
  expect(alternatives(SCHOOL, heard, typed)).toEqual([])
  const untimed = of(TALK, {
    id: 'tr1',
    recording: 'r1',
    timed: false,
    words: typed.words.map((word) => ({ ...word, startSeconds: null, endSeconds: null })),
  })
  expect(alternatives(SCHOOL, heard, untimed)).toEqual([])
  const twice = [...TALK, SCHOOL]
  const again = alternatives(
    SCHOOL,
    of(twice, { id: 'h1', recording: 'r1', machine: true }),
    of(twice, { id: 'tr1', recording: 'r1' }),
  )
  expect(places(again)).toEqual([`r1 ${again[0]!.startSeconds}`])
})

test('a transcript that belongs to no recording says nothing about a recording', () => {
  const heard = of(TALK, { id: 'h1', recording: 'r1', machine: true })
  expect(alternatives(SCHOOL, heard, of(TALK, { id: 'tr1' }))).toEqual([])
})

test('in a transcript without times the words tell which place it is', () => {
  const lines = [...TALK, 'Och en gång till.', SCHOOL]
  const words = transcriptOf(lines).words.map((word) => ({ ...word, startSeconds: null, endSeconds: null }))
  expect(alternatives(SCHOOL, of(lines, { id: 'tr1', timed: false, words }))).toMatchObject([
    { source: 'tr1', startSeconds: null, endSeconds: null, heard: SCHOOL },
  ])
})

test('each piece of a splice has its own', () => {
  const [, , money] = TALK
  const found = alternatives(`${SCHOOL} ${money!.slice(0, -1)}`, of([...TALK, 'Ja.', money!], { id: 'tr1' }))
  expect(found.map(({ heard }) => heard)).toEqual([])
  const apart = of([SCHOOL, TALK[0]!, 'Den frågan har vi fått på varje möte i höst.', money!, 'Ja.', money!], {
    id: 'tr1',
  })
  const { first } = aligned(`${SCHOOL} ${money!.slice(0, -1)}`, [apart])
  expect(first.pieces).toHaveLength(2)
  expect(first.alternatives!.map(({ piece, heard }) => [piece, heard])).toEqual([[1, money]])
})
