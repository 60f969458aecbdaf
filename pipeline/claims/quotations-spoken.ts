import { sentences, speechWords } from '#language'
import type { ArticleBlock } from '#model'
import {
  type Attribution,
  attributionAt,
  findAttributions,
  formLength,
  MAX_CLAUSE,
  type Subject,
  sentenceAt,
  tailVerbs,
  wordsBetween,
} from './attribution.js'
import { findMarks, type Quoted } from './quotations-marks.js'

/** A quotation in one block, before its speaker is known. Offsets are into the block's text. */
export interface Spoken {
  block: number
  parts: { start: number; end: number }[]
  /** Clauses that say whose words they are. */
  attributions: Attribution[]
  /** In front: "Hon säger: ”…”". */
  front: Subject | null
  fragment: boolean
  /** Its marks are closed in a later paragraph only. */
  leadsOn: boolean
  /** Printed with a dash or as a block of its own, not between marks. */
  whole: boolean
}

const word = /[\p{L}\p{N}]/u

/** Leaves out what stands round the words: spaces, the comma before an attribution, marks round the whole. */
function trim(text: string, start: number, end: number): { start: number; end: number } | null {
  let [from, to] = [start, end]
  while (from < to && /[\s,;:–—”"“»«-]/.test(text[from]!)) from++
  const opened = from > start && /[”"“»«]/.test(text.slice(start, from))
  while (to > from && (/[\s,;:]/.test(text[to - 1]!) || (opened && /[”"“»«]/.test(text[to - 1]!)))) to--
  return word.test(text.slice(from, to)) ? { start: from, end: to } : null
}

/** A block that is speech as a whole: everything but the attributions, and but what the reporter adds after one. */
export function spokenBlock(block: ArticleBlock, language: string): Spoken | null {
  return spokenFrom(block, 0, language)
}

/**
 * Speech that begins with a dash inside a paragraph: after a colon that ends a clause with a verb of saying ("minns Karl:
 * – Det var …"), or after a full stop when an attribution follows.
 */
export function inlineSpeech(block: ArticleBlock, language: string): Spoken | null {
  const { text } = block
  for (const match of text.matchAll(/[:.!?] [-–—] (?=\p{Lu})/gu)) {
    const front = match[0].startsWith(':') ? frontSubject(text, match.index + 1, language) : null
    const spoken = spokenFrom(block, match.index + match[0].length, language)
    if (spoken && (front?.subject || spoken.attributions.length > 0))
      return { ...spoken, front: front?.subject ?? null, whole: false }
  }
  return null
}

function spokenFrom({ index, text }: ArticleBlock, offset: number, language: string): Spoken | null {
  const attributions = findAttributions(text, language).filter(({ start }) => start >= offset)
  const parts: { start: number; end: number }[] = []
  let from = offset
  for (const attribution of [...attributions, null]) {
    const end = attribution?.start ?? text.length
    const narrated = from > offset ? narratorOffset(text, from, end, language) : end
    const part = trim(text, from, narrated)
    if (part) parts.push(part)
    if (narrated < end) break
    from = attribution?.end ?? end
  }
  if (parts.length === 0) return null
  return { block: index, parts, attributions, front: null, fragment: false, leadsOn: false, whole: true }
}

/** After an attribution, a sentence that tells of the speaker ("Hon säger att …", "Han berättar …") is the reporter's. */
function narratorOffset(text: string, from: number, to: number, language: string): number {
  const pronouns = speechWords(language, 'pronoun')
  for (const { start } of sentences(text, language)) {
    if (start < from || start >= to) continue
    const words = wordsBetween(text, start, to)
    const speaks = formLength(words, 1, tailVerbs(language)) + formLength(words, 1, speechWords(language, 'report'))
    if (words[0] && pronouns.has(words[0].lower) && speaks > 0) return start
  }
  return to
}

/** The quotations between marks in a block; `continues`: the block before left its marks open. */
export function markedQuotations(
  block: ArticleBlock,
  language: string,
  continues: boolean,
): { spoken: Spoken[]; open: boolean } {
  const { text, index } = block
  const { quoted, unclosed, unopened } = findMarks(text)
  const ranges = [...quoted]
  if (unclosed !== null) ranges.push({ open: unclosed, start: unclosed + 1, end: text.length, close: text.length })
  const closesEarlier = continues && unopened !== null && !ranges.some(({ open }) => open < unopened)
  if (closesEarlier) ranges.unshift({ open: 0, start: 0, end: unopened, close: unopened + 1 })
  const isWholeBlock = continues && ranges.length === 0
  if (isWholeBlock) ranges.push({ open: 0, start: 0, end: text.length, close: text.length })
  const spoken: Spoken[] = []
  let last: { range: Quoted; spoken: Spoken } | null = null
  for (const range of ranges.sort((a, b) => a.open - b.open)) {
    const part = trim(text, range.start, range.end)
    if (!part) continue
    const tail = tailAfter(text, range.close, language)
    // ”A”, säger hon, ”b”: what stands between is an attribution and nothing else.
    const between: Attribution | undefined = last?.spoken.attributions.at(-1)
    if (last && between && between.start >= last.range.close && text.slice(between.end, range.open).trim() === '') {
      last.spoken.parts.push(part)
      if (tail) last.spoken.attributions.push(tail)
      last.range = range
      continue
    }
    const front = frontSubject(text, range.open, language)
    const attributed = tail !== null || front?.colon === true
    if (!attributed && isTitle(text, range, language)) continue
    const one: Spoken = {
      block: index,
      parts: [part],
      attributions: tail ? [tail] : [],
      front: front?.subject ?? null,
      fragment: !attributed && !closesEarlier && !isWholeBlock && range.open !== unclosed && isFragment(text, range),
      leadsOn: range.open === unclosed || isWholeBlock,
      whole: false,
    }
    spoken.push(one)
    last = { range, spoken: one }
  }
  return { spoken, open: unclosed !== null || isWholeBlock }
}

function tailAfter(text: string, close: number, language: string): Attribution | null {
  const gap = /^[,.]? ?[–—-]? ?/.exec(text.slice(close, close + 4))?.[0].length ?? 0
  const at = close + gap
  // The next mark belongs to the next quotation.
  const mark = text.slice(at, at + MAX_CLAUSE).search(/[”"“»«]/)
  const limit = sentenceAt(text, at, language).end
  return attributionAt(text, at, mark >= 0 ? Math.min(limit, at + mark) : limit, language)
}

/** A verb of saying in the sentence before the mark, and who does it. `colon`: the mark follows a colon. */
function frontSubject(
  text: string,
  open: number,
  language: string,
): { subject: Subject | null; colon: boolean } | null {
  const start = Math.max(sentenceAt(text, open - 1, language).start, open - MAX_CLAUSE)
  const words = wordsBetween(text, start, open)
  const say = tailVerbs(language)
  const verb = words.findLastIndex((_, at) => formLength(words, at, say) > 0)
  const colon = /:\s*$/.test(text.slice(Math.max(0, open - 20), open))
  if (verb < 0) return colon && words.length > 0 ? { subject: null, colon: words.length <= 6 } : null
  const pronoun = words.find(({ lower }) => speechWords(language, 'pronoun').has(lower))
  const capital = words.find(({ text: one }, at) => at !== verb && /^\p{Lu}/u.test(one))
  const subject: Subject | null =
    pronoun && (!capital || pronoun.start <= capital.start)
      ? { kind: 'pronoun', start: pronoun.start, end: pronoun.end }
      : capital
        ? { kind: 'name', start, end: open }
        : null
  return { subject, colon }
}

/** Not a sentence of its own: begins inside one, or is not ended like one. */
function isFragment(text: string, { open, start, end, close }: Quoted): boolean {
  const inside = text.slice(start, end)
  const beginsSentence = open === 0 || /[.!?:…]\s*$/.test(text.slice(Math.max(0, open - 20), open))
  const ended = /[.!?…]$/.test(inside) || /[.!?]/.test(text[close] ?? '') || close === text.length
  return !(beginsSentence && ended && inside.split(' ').length >= 4)
}

/** A title or a name in quotation marks: after a word for a work, or capitalised with nothing of a sentence about it. */
function isTitle(text: string, { open, start, end }: Quoted, language: string): boolean {
  const inside = text.slice(start, end)
  const beforeWords = wordsBetween(text, Math.max(0, open - 60), open)
  const wordBefore = beforeWords.at(-1)
  const capital = /^\P{L}*\p{Lu}/u.test(inside)
  if (capital && wordBefore && speechWords(language, 'work').has(wordBefore.lower)) return true
  const words = inside.split(' ')
  const capitals = words.filter((one) => /^[^\p{L}]*\p{Lu}/u.test(one)).length
  const ended = /[.!?…]$/.test(inside)
  // "Karl ”Kalle” Ek", "The Swedish Ambassador’s Guide": most words capitalised, inside a sentence.
  return (
    !ended &&
    capitals >= 1 &&
    open > 0 &&
    wordBefore !== undefined &&
    (words.length === 1 || capitals * 2 > words.length)
  )
}
