import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inquire, locateClaims } from '../../pipeline/alignment/index.js'
import { readArticle } from '../../pipeline/article/index.js'
import { openStore, type Store } from '../../pipeline/artifacts.js'
import { lastResults } from '../../pipeline/artifacts-last.js'
import { findClaims } from '../../pipeline/claims/index.js'
import { findAndAsk } from '../../pipeline/run-align.js'
import { createClock } from '../../pipeline/run-clock.js'
import { readTranscript } from '../../transcripts/formats/index.js'

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordagrant-test-'))
  store = await openStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('what a stage gave last is given again for the same inputs, and made anew for others', async () => {
  let made = 0
  const ask = (inputs: unknown[]) => lastResults(store).remember('slot', inputs, () => ({ made: ++made }))
  expect(await ask(['a', { b: 1 }])).toEqual({ made: 1 })
  expect(await ask(['a', { b: 1 }])).toEqual({ made: 1 })
  expect(await ask(['a', { b: 2 }])).toEqual({ made: 2 })
  // One is kept per slot.
  expect(await ask(['a', { b: 1 }])).toEqual({ made: 3 })
})

test('what is not whole is made again', async () => {
  let made = 0
  const isWhole = () => made > 1
  const ask = () => lastResults(store).remember('slot', ['a'], () => ({ made: ++made }), isWhole)
  expect([await ask(), await ask(), await ask()]).toEqual([{ made: 1 }, { made: 2 }, { made: 2 }])
})

describe('after an edit, what is kept of the claims', () => {
  const paragraphs = [
    '# Bron stängs i höst',
    'Kommunen stänger bron över älven i november. Arbetet tar fyra månader, säger projektledaren.',
    '– Vi har väntat länge på de här pengarna, säger Karin Lind, projektledare.',
    'Hon tror att trafiken får gå över den gamla bron så länge.',
    '– Det blir köer på morgnarna, men ingen ska behöva vänta mer än tio minuter, säger Karin Lind.',
  ]
  const transcript = `WEBVTT

00:00.000 --> 00:05.000
Vi har väntat ganska länge på de här pengarna.

00:05.000 --> 00:12.000
Det blir köer på morgnarna, men ingen ska behöva vänta mer än tio minuter.

00:12.000 --> 00:16.000
Och trafiken får gå över den gamla bron så länge.
`
  const encode = (text: string) => new TextEncoder().encode(text)

  async function material(text: string) {
    const article = readArticle({ path: 'article.md', bytes: encode(text) })
    const claims = findClaims(article, { language: 'sv', published: null })
    const transcripts = [await readTranscript({ path: 't.vtt', bytes: encode(transcript) }, 'tr1')]
    return { article, claims, transcripts, recordings: [], language: 'sv' }
  }
  const anew = (from: Awaited<ReturnType<typeof material>>) => inquire({ ...from, located: locateClaims(from) })

  const text = (parts: string[]) => parts.join('\n\n')
  const edits: [string, string[]][] = [
    ['the headline', paragraphs.with(0, '# Bron över älven stängs redan i höst')],
    ['a paragraph more', paragraphs.toSpliced(1, 0, 'Snön kom tidigt i år.')],
    ['a paragraph less', paragraphs.toSpliced(1, 1)],
    ['inside a quotation', paragraphs.with(2, paragraphs[2]!.replace('länge', 'i flera år'))],
    ['a name in a quotation', paragraphs.with(4, paragraphs[4]!.replace('köer', 'köer hos Karin Lind'))],
    ['quotations in another order', [0, 1, 4, 3, 2].map((index) => paragraphs[index]!)],
    ['marks in a quotation', paragraphs.with(2, paragraphs[2]!.replace('länge', '*länge*'))],
  ]
  test.each(edits)('%s: the same as found without anything kept', async (_, edited) => {
    const before = await material(text(paragraphs))
    expect(await findAndAsk(store, createClock(), before)).toEqual(anew(before))
    const after = await material(text(edited))
    expect(await findAndAsk(store, createClock(), after)).toEqual(anew(after))
    expect(await findAndAsk(store, createClock(), after)).toEqual(anew(after))
  })
})
