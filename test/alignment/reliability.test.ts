import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '#model'
import { reliabilities, wordingChange } from '../../pipeline/alignment/index.js'
import { alignmentsOf, type Ear } from './make.js'

interface Count {
  right: number
  tried: number
}

const { measured, hunted } = JSON.parse(
  readFileSync(join(packageRoot(), 'pipeline/alignment/thresholds.json'), 'utf8'),
) as {
  measured: { precisionOfAltered: { heldOut: Count }; heldOutToldOrUndecided: Record<string, Count> }
  hunted: Record<string, { altered: number }>
}
const triedIn = ({ tried }: Count) => tried

const HEARD = ['Det är möjligt att buslinjerna förendras när avtaln går ut.', 'Vi kommer inte at läga ner någån skola.']
const SAME = 'Det är möjligt att busslinjerna förändras när avtalen går ut'
const still: Ear = () => undefined

/** How far the first quotation's grade can be leant on. */
function leaning(text: string, ear: Ear | undefined, { answered = true, language = 'sv' } = {}) {
  const { alignments, inquiries, quotations } = alignmentsOf(`- ${text}, säger Karin Åberg.`, HEARD, ear)
  const answers = answered
    ? inquiries.flatMap(({ asked }) => asked.map(({ question }) => ({ question: question.id, scores: [] })))
    : []
  const found = reliabilities({ alignments, inquiries, answers, language })
  return { grade: quotations[0]!.grade, reliability: found.get(quotations[0]!.claim) }
}

describe('what was measured stands beside a verdict', () => {
  test('verbatim: of all planted changes, how many were noticed', () => {
    const { grade, reliability } = leaning(SAME, still)
    expect(grade).toBe('verbatim')
    const tried = Object.values(measured.heldOutToldOrUndecided).map(triedIn)
    // Every kind in the data is written so that it can be read.
    expect(tried.every((count) => count > 0)).toBe(true)
    expect(reliability).toMatchObject({
      measure: 'changes-noticed',
      kinds: [],
      tried: tried.reduce((sum, count) => sum + count, 0),
      speech: 'synthetic',
    })
    const { right, tried: all, low, high } = reliability!
    expect(right).toBeLessThanOrEqual(all)
    expect(low).toBeLessThan(right / all)
    expect(high).toBeGreaterThan(right / all)
  })

  test('altered by the sound: how many of those called so were', () => {
    const { grade, reliability } = leaning(SAME, (wording) => (wording.includes('är inte möjligt') ? 20 : undefined))
    expect(grade).toBe('altered')
    expect(reliability).toMatchObject({
      measure: 'altered-right',
      kinds: [],
      tried: triedIn(measured.precisionOfAltered.heldOut),
    })
  })

  test('undecided: how many changes of these kinds were noticed', () => {
    const { grade, reliability } = leaning('Vi kommer att lägga ner någon skola', (wording) =>
      wording.includes('kommer inte att') ? hunted.negation!.altered - 0.2 : undefined,
    )
    expect(grade).toBe('undecided')
    expect(reliability).toMatchObject({
      measure: 'changes-noticed',
      kinds: ['negation'],
      tried: triedIn(measured.heldOutToldOrUndecided.negation!),
    })
  })

  test('nothing is claimed where nothing was measured', () => {
    expect(leaning(SAME, still, { answered: false }).reliability).toBeUndefined()
    expect(leaning(SAME, still, { language: 'en' }).reliability).toBeUndefined()
    expect(leaning(SAME, undefined).reliability).toBeUndefined()
    expect(leaning('Kärnkraften byggs ut i hela Finland under hösten', still)).toMatchObject({ grade: 'not-found' })
    expect(leaning('Kärnkraften byggs ut i hela Finland under hösten', still).reliability).toBeUndefined()
  })
})

describe('two wordings', () => {
  const change = (one: string, other: string, changed = true) => wordingChange(one, other, changed, 'sv')
  test.each([
    ['Under de här åren har vi fått många.', 'Under de här två åren har vi fått många.', 'number'],
    ['vi har två anmälningar', 'Vi har tolv anmälningar.', 'number'],
    ['Jag är inte nöjd.', 'Jag är nöjd.', 'negation'],
    ['Vi har varit framgångsrika.', 'Vi har kanske varit framgångsrika.', 'hedge'],
    ['Han heter Lars Lind och bor här.', 'Han heter Lars Lund och bor här.', 'name'],
    ['Huset såldes i går.', 'Båten såldes i går.', 'word-changed'],
    ['Jag är nöjd.', 'Jag är eh nöjd.', 'filler'],
  ])('%s / %s: %s', (one, other, kind) => {
    expect(change(one, other)).toMatchObject({ kind, reliability: { measure: 'altered-right' } })
  })

  test('when the sound supports the first, what counts is how often such a change is noticed', () => {
    expect(change('Jag är nöjd.', 'Jag är inte nöjd.', false)!.reliability).toMatchObject({
      measure: 'changes-noticed',
      kinds: ['negation'],
    })
  })

  test('none or several changes have no measure', () => {
    expect(change('Jag är nöjd.', 'jag är nöjd')).toBeNull()
    expect(change('Jag är inte nöjd med huset.', 'Jag är nöjd med båten.')).toBeNull()
    expect(change('', 'Jag är nöjd.')).toBeNull()
    expect(wordingChange('I am not happy.', 'I am happy.', true, 'en')!.reliability).toBeNull()
    expect(change('ord '.repeat(100_000), 'ord')).toBeNull()
  })
})
