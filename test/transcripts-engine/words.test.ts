import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '#model'
import { Tokens } from '../../transcripts/engine/tokens.js'
import { groupWords } from '../../transcripts/engine/words.js'
import { sameFormat } from '../../transcripts/listen.js'

const tokens = new Tokens(
  JSON.parse(readFileSync(join(packageRoot(), 'transcripts/models/whisper-base/tokenizer.json'), 'utf8')),
)
const words = (text: string, language = 'sv') => groupWords(tokens, tokens.encode(text), language)

describe('Tokens', () => {
  it('round-trips Swedish, dashes and signs outside the BMP', () => {
    for (const text of [' Åsa Öström – "nä", sa hon.', ' 30 % av 1 250 kr', ' 😀 é']) {
      expect(tokens.decode(tokens.encode(text))).toBe(text)
    }
  })
})

describe('groupWords', () => {
  it('takes punctuation into the word it touches, but not into its sound', () => {
    const [, second] = words(' Nej, "inte".')
    expect(words(' Nej, "inte".').map((word) => word.text)).toEqual(['Nej,', '"inte".'])
    const sound = tokens.encode(' Nej, "inte".').slice(second!.soundFirst, second!.soundEnd)
    expect(tokens.decode(sound).trim()).toBe('inte')
  })
  it('keeps compounds with a hyphen, decimals and clitics whole', () => {
    expect(words(" sms-koden kostar 3,5 kr, d'Arc").map((word) => word.text)).toEqual([
      'sms-koden',
      'kostar',
      '3,5',
      'kr,',
      "d'Arc",
    ])
  })
  it('lets a lone dash join the word before it', () => {
    expect(words(' Ja – men').map((word) => word.text)).toEqual(['Ja –', 'men'])
  })
  it('hears a per cent sign', () => {
    expect(words(' 30 % fler').map((word) => word.text)).toEqual(['30', '%', 'fler'])
  })
  it('covers all tokens, in order, whatever the text', () => {
    const text = ' Åsa 😀 sa: "Öh…", 3,5 %'
    const found = words(text)
    expect(found[0]!.first).toBe(0)
    expect(found.at(-1)!.end).toBe(tokens.encode(text).length)
    for (let i = 1; i < found.length; i++) expect(found[i]!.first).toBe(found[i - 1]!.end)
  })
  it('cuts at each character where no spaces are written', () => {
    expect(words('東京は。', 'ja').map((word) => word.text)).toEqual(['東', '京', 'は。'])
  })
})

describe('sameFormat', () => {
  it('writes wordings alike', () => {
    expect(sameFormat(' nej, ”inte”  nöjd ')).toBe('Nej inte nöjd.')
    expect(sameFormat('Nej inte nöjd.')).toBe('Nej inte nöjd.')
    expect(sameFormat('kl 14:30 – 3,5 kr?')).toBe('Kl 14:30 3,5 kr?')
  })
})
