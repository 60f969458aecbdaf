import type { PrintedWord } from './located.js'

/** Replace printed words `[p0, p1)` by `text` ("" leaves them out; p0 = p1 puts the text in before word p0). */
export interface Replacement {
  p0: number
  p1: number
  text: string
  /** Put in at p0 = p1 as the end of the sentence before, not as the start of the one behind. */
  closing?: true
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
 * Writes the printed words `[from, to)` as a recogniser would, with one replacement made, if any. All sides of a question
 * are written by this one function, since capitals, commas and digits move a score by more than a word does, and so does a
 * filler that the print left out: `spoken` puts it back on all sides. A question has hundreds of sides: what is in front of
 * a replacement and behind it is written once.
 */
export function wordings(
  printed: readonly PrintedWord[],
  from: number,
  to: number,
  spoken: Spoken = new Map(),
): (replacement?: Replacement) => string {
  const said: Written[] = []
  /** Where in `said` each printed word is, and where they end. */
  const places: number[] = []
  for (let at = from; at < to; at++) {
    const filler = at > from ? spoken.get(at) : undefined
    if (filler !== undefined) said.push({ at: -1, text: filler, after: '', start: false, name: true })
    places.push(said.length)
    const { text, after, name } = printed[at]!
    said.push({ at, text, after: mark(after), start: isSentenceStart(printed, at, from), name })
  }
  places.push(said.length)
  const placeOf = (at: number) => places[at - from]!
  const cased = said.map((word, index) => caseOf(word, index === 0 || endsSentence(said[index - 1]!)))
  const fronts = ['']
  for (const [index, word] of cased.entries()) fronts.push(index === 0 ? word : `${fronts[index]} ${word}`)
  const backs = cased.map(() => '')
  for (let index = said.length - 2; index >= 0; index--) backs[index] = ` ${cased[index + 1]}${backs[index + 1]}`

  return ({ p0, p1, text, closing }: Replacement = { p0: to, p1: to, text: '' }) => {
    const first = p0 > from ? placeOf(p0 - 1) : 0
    const end = p1 > p0 ? placeOf(p1 - 1) + 1 : placeOf(p0)
    const middle = said.slice(first, placeOf(p0))
    const lost = p1 > p0 ? mark(printed[p1 - 1]!.after) : ''
    if (closing && middle[0]) {
      const { after } = middle[0]
      middle[0] = { ...middle[0], after: '' }
      middle.push({ at: -1, text, after, start: false, name: false })
    } else if (text !== '') {
      const start = p0 < to && isSentenceStart(printed, p0, from)
      middle.push({ at: -1, text, after: lost, start, name: false })
    } else if (middle[0] && lost !== '' && lost !== ',') {
      // Words left out at a sentence's end leave their full stop to the word before.
      middle[0] = { ...middle[0], after: lost }
    }
    middle.push(...said.slice(placeOf(p0), end).filter(({ at }) => at < 0))
    let line = fronts[first]!
    let fresh = first === 0 || endsSentence(said[first - 1]!)
    for (const word of middle) {
      line += `${line === '' ? '' : ' '}${caseOf(word, fresh)}`
      fresh = endsSentence(word)
    }
    const next = said[end]
    if (next) line += `${line === '' ? '' : ' '}${caseOf(next, fresh)}${backs[end]}`
    // Not by pattern: it would be tried from the start of every line.
    if (line.endsWith('.') || line.endsWith('?')) return line
    return `${line.endsWith(',') ? line.slice(0, -1) : line}.`
  }
}

/** A word as it is written; `at` is its place in print, or -1. */
interface Written {
  at: number
  text: string
  after: string
  start: boolean
  name: boolean
}

const endsSentence = ({ after }: Written) => after === '.' || after === '?'

/** The word with its mark. @param fresh it comes first, or after a full stop */
function caseOf({ text, after, start, name }: Written, fresh: boolean): string {
  if (fresh) return upper(text) + after
  return (start && !name && isPlain(text) ? lower(text) : text) + after
}

const isPlain = (text: string) => /^\p{Lu}\p{Ll}*$/u.test(text)

function isSentenceStart(printed: readonly PrintedWord[], at: number, from: number): boolean {
  return (
    at === from || printed[at]!.sentence !== printed[at - 1]!.sentence || printed[at]!.part !== printed[at - 1]!.part
  )
}
