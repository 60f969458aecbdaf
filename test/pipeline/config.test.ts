import { describe, expect, test } from 'vitest'
import { resolveSettings } from '../../pipeline/config.js'
import { readSettingsFile } from '../../pipeline/config-file.js'

const read = (source: string) => readSettingsFile('story.yaml', source)

describe('story.yaml', () => {
  test('may be empty, or hold only keys of the newsroom’s own', () => {
    expect(read('')).toEqual({})
    expect(read('# nothing\n')).toEqual({})
    expect(read('redaktör: Anna\n')).toMatchObject({})
  })

  test.each([
    ['2016', '2016'],
    ['"2016"', '2016'],
    ['2016-03', '2016-03'],
    ['2016-03-07', '2016-03-07'],
    ['!!timestamp 2016-03-07', '2016-03-07'],
  ])('published: %s', (written, published) => {
    expect(read(`published: ${written}\n`).published).toBe(published)
  })

  test('holds settings, notes on recordings and options of checks', () => {
    const source = `
title: Få sexköpare
recordings: complete
clips: none
notes:
  samtal.mp3: telefon
options:
  name-variants: { same: 1 }
`
    expect(read(source)).toMatchObject({
      title: 'Få sexköpare',
      recordings: 'complete',
      clips: 'none',
      notes: { 'samtal.mp3': 'telefon' },
      checks: { 'name-variants': { same: 1 } },
    })
  })

  test.each([
    ['title: a\nrecordings: all\n', 2, 'complete or partial'],
    ['\n\nclips: sometimes', 3, 'embed or none'],
    ['language: svenska språket', 1, 'language code'],
    ['notes:\n  a.mp3: x\n  b.mp3: [1]\n', 3, 'file name'],
    ['title: "a\nb', 2, 'YAML'],
    ['a: 1\na: 2', 2, 'YAML'],
    ['- just\n- a list', 1, 'key: value'],
  ])('%j is wrong on line %i', (source, line, told) => {
    expect(() => read(source)).toThrow(`story.yaml, line ${line}: `)
    expect(() => read(source)).toThrow(told)
  })

  test('does not grow without end', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x]',
      ...'bcdefghij'.split('').map((key, i) => {
        const before = 'abcdefghij'[i]
        return `${key}: &${key} [${Array(8).fill(`*${before}`).join(',')}]`
      }),
    ].join('\n')
    expect(() => read(bomb)).toThrow('aliases')
  })
})

describe('settings', () => {
  test('have defaults', () => {
    expect(resolveSettings({}, {}, {})).toEqual({
      title: null,
      language: null,
      published: null,
      recordings: 'partial',
      clips: 'embed',
      model: null,
      listen: true,
      uiLanguage: 'sv',
      notes: {},
      checks: {},
    })
  })

  test('the command line wins over story.yaml, which wins over the environment', () => {
    const environment = { ORDAGRANT_MODEL: 'c' }
    expect(resolveSettings({ model: 'a' }, { model: 'b' }, environment).model).toBe('a')
    expect(resolveSettings({}, { model: 'b' }, environment).model).toBe('b')
    expect(resolveSettings({}, {}, environment).model).toBe('c')
    expect(resolveSettings({ recordings: undefined }, { recordings: 'complete' }, {}).recordings).toBe('complete')
  })

  test('a language is its primary subtag', () => {
    expect(resolveSettings({ language: 'sv-SE' }, {}, {}).language).toBe('sv')
    expect(() => resolveSettings({ language: 'svenska!' }, {}, {})).toThrow('svenska!')
  })
})
