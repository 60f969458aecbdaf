import { describe, expect, test } from 'vitest'
import { wordList } from '../../pipeline/language/word-list.js'

const list = (text: string) => wordList(new TextEncoder().encode(text))

describe('the words of a dictionary file', () => {
  const words = list('5\nbil/ADG\nÅsa/A\nåsa\nÖstersund/AB\nVM-guld\nkafé\r\n')

  test.each(['bil', 'åsa', 'östersund', 'vm-guld', 'kafé'])('hold %s', (word) => {
    expect(words.has(word)).toBe(true)
  })
  test.each(['', 'bi', 'bila', 'bil/', 'adg', '5', 'sund', 'x'.repeat(500)])('do not hold "%s"', (word) => {
    expect(words.has(word)).toBe(false)
  })
  test('tell names from what is also written in lower case', () => {
    expect(['bil', 'åsa', 'östersund', 'vm-guld', 'kafé'].map((word) => words.has(word, true))).toEqual([
      true,
      true,
      false,
      false,
      true,
    ])
  })
  test('that claim to be fewer than they are end the reading, not the program', () => {
    const lying = list(`1\n${Array.from({ length: 100 }, (_, i) => `ord${i}`).join('\n')}\n`)
    expect(lying.has('ord0')).toBe(true)
    expect(lying.has('finns-inte')).toBe(false)
  })
  test('may be none', () => {
    expect(list('').has('a')).toBe(false)
    expect(list('0').has('0')).toBe(false)
  })
})
