import type { PrintedWord } from './located.js'

/** Replace printed words `[p0, p1)` by `text` ("" leaves them out; p0 = p1 puts the text in before word p0). */
export interface Replacement {
  p0: number
  p1: number
  text: string
}

/** Fillers and restarts heard before a printed word: custom leaves them out, the sound holds them. */
export type Spoken = ReadonlyMap<number, string>

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** Marks a recogniser writes too; quotation marks, brackets and dashes would only cost both sides alike. */
function mark(after: string): string {
  if (/[.!?…]/.test(after)) return after.includes('?') ? '?' : '.'
  return /[,;:–—-]/.test(after) ? ',' : ''
}

/**
 * The printed words `[from, to)` as a recogniser would write them, with one replacement made. Both sides of a question
 * are written by this one function, since capitals, commas and digits move a score by more than a word does, and so does a
 * filler that the print left out: `spoken` puts it back on both sides.
 */
export function wording(
  printed: readonly PrintedWord[],
  from: number,
  to: number,
  replacement?: Replacement,
  spoken: Spoken = new Map(),
): string {
  const out: { at: number; text: string; after: string; start: boolean; name: boolean }[] = []
  const { p0, p1, text } = replacement ?? { p0: -1, p1: -1, text: '' }
  for (let at = from; at <= to; at++) {
    const filler = spoken.get(at)
    if (filler !== undefined && at > from && at < to)
      out.push({ at: -1, text: filler, after: '', start: false, name: true })
    if (at === p0 && text !== '') {
      const first = at < to ? isSentenceStart(printed, at, from) : false
      out.push({ at: -1, text, after: p1 > p0 ? mark(printed[p1 - 1]!.after) : '', start: first, name: false })
    }
    if (at === to || (at >= p0 && at < p1)) continue
    const word = printed[at]!
    out.push({
      at,
      text: word.text,
      after: mark(word.after),
      start: isSentenceStart(printed, at, from),
      name: word.name,
    })
  }
  if (p1 > p0 && text === '' && p1 > from) {
    // Words left out at a sentence's end leave their full stop to the word before.
    const kept = out.find((one) => one.at === p0 - 1)
    const lost = mark(printed[p1 - 1]!.after)
    if (kept && lost !== '' && lost !== ',') kept.after = lost
  }
  let fresh = true
  const words = out.map((word) => {
    const cased = fresh
      ? upper(word.text)
      : word.start && !word.name && isPlain(word.text)
        ? lower(word.text)
        : word.text
    fresh = word.after === '.' || word.after === '?'
    return cased + word.after
  })
  const line = words.join(' ')
  return /[.?]$/.test(line) ? line : `${line.replace(/,$/, '')}.`
}

const isPlain = (text: string) => /^\p{Lu}\p{Ll}*$/u.test(text)

function isSentenceStart(printed: readonly PrintedWord[], at: number, from: number): boolean {
  return (
    at === from || printed[at]!.sentence !== printed[at - 1]!.sentence || printed[at]!.part !== printed[at - 1]!.part
  )
}
