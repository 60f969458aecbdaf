import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findClaims } from '../../dist/pipeline/claims/index.js'
import { articlePlace } from '../../dist/pipeline/model/index.js'

const folder = fileURLToPath(new URL('data/speech/', import.meta.url))
export const plain = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
export const hashOf = (value) => createHash('sha256').update(value).digest('hex')

/** A recording with its lines and the quotations printed from it; null where its sound is not there. */
function recordingAt(name, base, extension, half) {
  const sound = `${base}.${extension}`
  if (!existsSync(sound) || !existsSync(`${base}.json`)) return null
  const { lines } = JSON.parse(readFileSync(`${base}.json`, 'utf8'))
  const rows = readFileSync(`${base}.quotes.tsv`, 'utf8').trimEnd().split('\n').slice(1)
  const quotes = rows.map((row) => {
    const [id, printed, at, kind, changed = ''] = row.split('\t')
    return { id, printed, lines: at.split(',').map(Number), kind, changed, half, recording: name }
  })
  const texts = (ids) => ids.map((id) => lines[id - 1].text).join(' ')
  for (const quote of quotes) {
    const honest = quotes.find(({ lines, kind }) => isHonest(kind) && `${lines}` === `${quote.lines}`)
    quote.base = honest?.printed ?? texts(quote.lines)
    quote.spoken = texts(quote.lines)
  }
  return { name, half, sound, sha256: hashOf(readFileSync(sound)), lines, quotes }
}

export const isHonest = (kind) => kind === 'untouched' || kind === 'tidied'

const interviews = () =>
  readdirSync(folder)
    .flatMap((file) => /^(\d\d)\.quotes\.tsv$/.exec(file)?.[1] ?? [])
    .sort()

/** Interviews whose text is there and whose sound is not. */
export const withoutSound = () => interviews().filter((nn) => !existsSync(`${folder}${nn}.opus`))

/**
 * The synthetic recordings (odd numbers: thresholds may be fitted on them; even: held out) and the human one.
 * @param only names of recordings or of halves; null: all
 */
export function recordings(only) {
  return [
    ...interviews().map((nn) => recordingAt(nn, `${folder}${nn}`, 'opus', Number(nn) % 2 ? 'tuning' : 'held-out')),
    recordingAt('human', `${folder}human/storybook`, 'mp3', 'human'),
  ].filter((one) => one !== null && (!only || only.includes(one.name) || only.includes(one.half)))
}

/** An article that holds nothing but this quotation, so that no quotation helps or harms another. */
export const printAlone = (printed) => print([printed])

/** An article that holds nothing but these quotations, a paragraph each. */
export function print(quoted) {
  const source = quoted.join('\n')
  let at = 0
  const blocks = quoted.map((text, index) => {
    const first = at
    at += text.length + 1
    return {
      index,
      block: 'body',
      text,
      starts: Array.from(text, (_, i) => first + i),
      ends: Array.from(text, (_, i) => first + i + 1),
      dash: true,
    }
  })
  const article = {
    path: 'article.txt',
    format: 'txt',
    sha256: hashOf(source),
    source,
    title: null,
    language: 'sv',
    published: null,
    meta: {},
    blocks,
    words: plain(source).length,
  }
  const quotations = blocks.map(({ index, text }) => {
    const span = { block: index, start: 0, end: text.length }
    return {
      id: `q${index + 1}`,
      kind: 'quotation',
      span,
      place: articlePlace(article, span),
      text,
      parts: [span],
      speaker: null,
      translated: false,
      cuts: [],
      fragment: false,
    }
  })
  const claims = findClaims(article, { language: 'sv', published: null })
  return { article, claims: { ...claims, quotations, statements: [] } }
}

/** Where print and base part: words `[from, to)` of the print. */
export function plantedAt({ printed, base }) {
  const p = plain(printed)
  const b = plain(base)
  let from = 0
  while (from < p.length && from < b.length && p[from] === b[from]) from++
  let tail = 0
  while (tail < Math.min(p.length, b.length) - from && p.at(-1 - tail) === b.at(-1 - tail)) tail++
  return { from, to: p.length - tail }
}

/** When the quotation's first printed word was said, seconds; null where that is not known exactly. */
export function startOf({ printed, lines: [first], kind }, { lines }) {
  const line = lines[first - 1]
  if (kind === 'splice' || line.start === null) return null
  return plain(printed)[0] === plain(line.text)[0] ? line.start : null
}

/** Numbers in [0, 1) from a seed (mulberry32), so that every run is the same. */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
