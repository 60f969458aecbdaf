import { expect, test } from 'vitest'
import { alignmentsOf, type Ear } from './make.js'

/** What a bad recogniser makes of it. */
const HEARD = [
  'Vad seger du om buggeten för nästa år.',
  'Vi kommer inte at läga ner någån skola i kommun under nesta år.',
  'Och så är det mycket sno i hela lenet.',
  'Det är möligt att buslinjerna förendras när avtaln går ut.',
]
const print = (text: string) => `- ${text}, säger Karin Åberg, kommunalråd.`
const quotation = (text: string, ear: Ear) => alignmentsOf(print(text), HEARD, ear).quotations[0]!

test('a recogniser that spells badly does not alter a quotation', () => {
  const alignment = quotation('Vi kommer inte att lägga ner någon skola i kommunen under nästa år', () => undefined)
  expect(alignment.grade).toBe('verbatim')
})

test('the hunt finds a dropped negation though the transcript agrees with the print', () => {
  const alignment = quotation('Det är möjligt att busslinjerna förändras när avtalen går ut', (wording) =>
    wording.includes('är inte möjligt') ? 9 : undefined,
  )
  expect(alignment.grade).toBe('altered')
  const edit = alignment.edits.find((one) => one.support === 'heard')!
  expect(edit).toMatchObject({ kind: 'negation', printed: '', heard: 'inte', margin: 9, meaning: true })
})

test('a hunch where the transcript agrees is not enough for doubt', () => {
  const alignment = quotation('Det är möjligt att busslinjerna förändras när avtalen går ut', (wording) =>
    wording.includes('är inte möjligt') ? 1.8 : undefined,
  )
  expect(alignment.grade).toBe('verbatim')
})

test('the same hunch where print and transcript part is undecided, with the seconds', () => {
  const alignment = quotation('Vi kommer att lägga ner någon skola i kommunen under nästa år', (wording) =>
    wording.includes('kommer inte att') ? 1.2 : undefined,
  )
  expect(alignment.grade).toBe('undecided')
  const edit = alignment.edits.find((one) => one.support === 'undecided')!
  expect(edit).toMatchObject({ kind: 'negation', heard: 'inte' })
  expect(edit.startSeconds).not.toBeNull()
})

test('of wordings for one spot only the best supported is told', () => {
  const alignment = quotation('Det är möjligt att busslinjerna förändras när avtalen går ut', (wording) =>
    wording.includes('är inte möjligt') ? 9 : wording.includes('möjligt inte') ? 6 : undefined,
  )
  expect(alignment.edits.filter((edit) => edit.support === 'heard')).toHaveLength(1)
})

test('garble that is like nothing is asked about, never taken for silence', () => {
  const asked = 'Och så är det mycket snö i hela landet'
  // Where the printed words were not said, any others fit as well, and none fit best.
  const away: Ear = (wording, base) => (wording.length < base.length - 4 ? 8 : 1)
  const lines = HEARD.map((line) => line.replace('mycket sno', 'xqvrt bluppan'))
  const { quotations } = alignmentsOf(print(asked), lines, away)
  expect(quotations[0]!.grade).toBe('undecided')
  const home: Ear = () => undefined
  expect(
    alignmentsOf(print(asked), lines, home).quotations[0]!.edits.some((edit) => edit.support === 'undecided'),
  ).toBe(false)
})

test('what sounds like another word is the print misheard, when the print leads over just any word', () => {
  const lines = HEARD.map((line) => line.replace('i hela lenet', 'i hela spiken'))
  const said = (decoys: number): Ear => {
    return (wording) => (wording.includes('spiken') ? 9 : wording.includes('mycket snö i hela') ? decoys : undefined)
  }
  const grade = (ear: Ear) =>
    alignmentsOf(print('Och så är det mycket snö i hela landet'), lines, ear).quotations[0]!.grade
  expect(grade((wording) => (wording.includes('spiken') ? 9 : undefined))).toBe('verbatim')
  expect(grade(said(0))).not.toBe('verbatim')
  // So far ahead, another word is neither silenced nor believed.
  expect(grade((wording) => (wording.includes('spiken') ? 20 : undefined))).toBe('undecided')
})

test('a filler misheard as words is a filler', () => {
  const lines = HEARD.map((line) => line.replace('så är det mycket', 'så är det allt som mycket'))
  const { quotations } = alignmentsOf(print('Och så är det mycket snö i hela länet'), lines, () => undefined)
  expect(quotations[0]!.edits.find(({ heard }) => heard.includes('allt som'))).toMatchObject({ kind: 'filler' })
  expect(quotations[0]!.grade).toBe('tidied')
})

test('without an answer a difference that carries meaning stays undecided', () => {
  const { quotations } = alignmentsOf(print('Vi kommer att lägga ner någon skola i kommunen under nästa år'), HEARD)
  // A transcript of a recogniser, given as a file: it does not read as if a person had written it.
  expect(quotations[0]!.grade).toBe('undecided')
})

test('what the transcript has and the rules list needs less of a lead than what either alone suggests', () => {
  const lines = [...HEARD, 'De vill lägga ner skolan i Torsby före jul.']
  const grade = (text: string, other: string) =>
    alignmentsOf(print(text), lines, (wording) => (wording.includes(other) ? 2.4 : undefined)).quotations[0]!.grade
  expect(grade('De ville lägga ner skolan i Torsby före jul', 'De vill lägga')).toBe('altered')
  expect(grade('De vill bygga ner skolan i Torsby före jul', 'vill lägga ner')).not.toBe('altered')
})

test('a listed alternative that the sound is sure of goes before a guess that it is not', () => {
  const lines = [...HEARD, 'Nu har vi sjuk kockar som delar på jobbet.']
  const alignment = alignmentsOf(print('Nu har vi fyra kockar som delar på jobbet'), lines, (wording) =>
    wording.includes('sjuk kockar') ? 13 : /(sju|7) kockar/.test(wording) ? 11 : undefined,
  ).quotations[0]!
  expect(alignment.grade).toBe('altered')
  expect(alignment.edits.find((edit) => edit.support === 'heard')).toMatchObject({ kind: 'number', heard: 'sju' })
})

test.each([
  ['Nu har vi fyra kockar som delar på jobbet', /sju kockar/, /7 kockar/],
  ['Nu har vi 4 kockar som delar på jobbet', /7 kockar/, /sju kockar/],
])('a number counts as heard only where words and digits agree on it: %s', (printed, own, other) => {
  const lines = [...HEARD, 'Nu har vi fyra kockar som delar på jobbet.']
  const heard = (inOwn: number, inOther: number) =>
    alignmentsOf(print(printed), lines, (wording) =>
      own.test(wording) ? inOwn : other.test(wording) ? inOther : undefined,
    ).quotations[0]!
  expect(heard(6, 6).grade).toBe('altered')
  expect(heard(6, 6).edits.find((edit) => edit.support === 'heard')).toMatchObject({ kind: 'number', margin: 6 })
  expect(heard(7, -4).grade).toBe('undecided')
  expect(heard(5, -5).grade).toBe('verbatim')
  // What is given up in one notation was not said, however far ahead in the other.
  expect(heard(30, -12).grade).toBe('verbatim')
})

test('a number that the sound leaves open is the one that the transcript sounds like', () => {
  const grade = (said: string) =>
    alignmentsOf(print('Nu bygger vi 54 lägenheter i Norrby i år'), [...HEARD, said], (wording) =>
      /(44|fyrtiofyra) lägenheter/.test(wording) ? 1.5 : undefined,
    ).quotations[0]!.grade
  expect(grade('Nu bygger vi fyrtiofira lägenheter i Norrby i år.')).toBe('altered')
  expect(grade('Nu bygger vi femtifira lägenheter i Norrby i år.')).toBe('verbatim')
})

test('a number that swallowed the word behind it wins by being short', () => {
  const lines = [...HEARD, 'Vi har samlat bilder, men bara 64 plats.']
  const { quotations } = alignmentsOf(print('Vi har samlat bilder, men bara sextio får plats'), lines, (wording) =>
    wording.includes('64 plats') ? 5 : undefined,
  )
  expect(quotations[0]!.grade).toBe('undecided')
})

test('a denial inside garble is there', () => {
  const lines = [...HEARD, 'I juli hade det interegna på länge och brunnen var tom.']
  const { quotations } = alignmentsOf(
    print('I juli hade det inte regnat på länge och brunnen var tom'),
    lines,
    () => undefined,
  )
  expect(quotations[0]!.edits.filter((edit) => edit.kind === 'negation')).toEqual([])
})

test('a small word on the list that print left out alters a quotation', () => {
  const lines = [...HEARD, 'Vi säljer inte till Holm, han betalade fördåligt.']
  const alignment = alignmentsOf(print('Vi säljer inte till Holm, han betalade dåligt'), lines, (wording) =>
    wording.includes('för dåligt') ? 10 : undefined,
  ).quotations[0]!
  expect(alignment.grade).toBe('altered')
})

test('words that are not all numerals, and sound like the printed number, are its spelling', () => {
  const lines = [...HEARD, 'En man på hundra fira år äter sill till frukost.']
  const grade = (text: string, heard: string) =>
    alignmentsOf(print(text), lines, (wording) => (wording.includes(heard) ? 8 : undefined)).quotations[0]!.grade
  expect(grade('En man på 104 år äter sill till frukost', 'hundra fira')).toBe('verbatim')
  expect(grade('En man på 121 år äter sill till frukost', 'hundra fira')).not.toBe('verbatim')
})

test('where the transcript lost the words at an end, the sound is asked from where they should be', () => {
  const cut = (text: string) => {
    const { inquiries } = alignmentsOf(print(text), [...HEARD, 'på restaurang i Malmö hela sitt liv.'], () => undefined)
    return inquiries.find(({ located }) => located.kind === 'quotation')!.asked[0]!.question
  }
  const whole = cut('på restaurang i Malmö hela sitt liv')
  const lost = cut('Marianne arbetade på restaurang i Malmö hela sitt liv och var nöjd')
  expect(whole.startSeconds - lost.startSeconds).toBeGreaterThan(1)
  expect(lost.endSeconds - whole.endSeconds).toBeGreaterThan(0.5)
})
