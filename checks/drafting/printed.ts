import { sentences, words as wordsOf } from '#language'
import { type Article, type ArticlePlace, articlePlace, type TextSpan } from '#model'
import type { Frozen } from '../define-check.js'

type Span = Frozen<TextSpan>
/** First index whose value is at least `wanted`; `values` rise. */
function lowerBound(values: readonly number[], wanted: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The span of a block's text behind source offsets; empty (start = end) where the offsets are a point between words.
 * A span that would run into the next block ends with its own.
 * @throws RangeError when the article has no text.
 */
export function spanAt(article: Frozen<Article>, start: number, end: number): TextSpan {
  const block = article.blocks.findLast((b) => b.starts.length > 0 && b.starts[0]! <= start) ?? article.blocks[0]
  if (!block) throw new RangeError('The article has no text')
  const from = lowerBound(block.starts, start)
  const to = end > start ? Math.min(lowerBound(block.ends, end) + 1, block.text.length) : from
  return { block: block.index, start: Math.min(from, to), end: to }
}

/** The exact place of a span that is not empty. */
export const placeOf = (article: Frozen<Article>, span: Span): ArticlePlace => articlePlace(article as Article, span)

/** The sentence, or run of sentences, that a span stands in; the whole block where it stands in none. */
export function sentenceAt(article: Frozen<Article>, span: Span): TextSpan {
  const text = article.blocks[span.block]?.text ?? ''
  const all = sentences(text)
  const first = all.find((sentence) => sentence.end >= span.start)
  const last = all.findLast((sentence) => sentence.start < Math.max(span.end, span.start + 1))
  if (!first || !last || first.start > last.start) return { block: span.block, start: 0, end: text.length }
  return { block: span.block, start: first.start, end: last.end }
}

export interface Context {
  sentence: string
  /** Text from the neighbours before up to the span, and from the span through the neighbours after. */
  before: string
  after: string
  /** The printed words with one neighbour on each side: what a ruling hangs on. */
  words: string
  /** The words themselves, or where none were printed the neighbours around the spot. */
  place: ArticlePlace
}

/** Up to two words before and one after a span, within its sentence. */
export function contextOf(article: Frozen<Article>, span: Span): Context {
  const text = article.blocks[span.block]?.text ?? ''
  const sentence = sentenceAt(article, span)
  const words = wordsOf(text.slice(sentence.start, sentence.end)).map((word) => ({
    start: sentence.start + word.start,
    end: sentence.start + word.end,
  }))
  const before = words.filter((word) => word.end <= span.start)
  const after = words.filter((word) => word.start >= span.end)
  const left = before.at(-1)?.start ?? span.start
  const right = after[0]?.end ?? span.end
  const shown = span.end > span.start ? { start: span.start, end: span.end } : { start: left, end: right }
  return {
    sentence: text.slice(sentence.start, sentence.end),
    before: text.slice(before.at(-2)?.start ?? left, span.start),
    after: text.slice(span.end, right),
    words: text.slice(left, right),
    place: placeOf(article, { block: span.block, ...shown }),
  }
}

/** Puts pieces of text together as one would print them: single spaces, none before a comma or a full stop. */
export const joinText = (...parts: string[]): string =>
  parts
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:!?])/g, '$1')
    .trim()

/** How many printed words stand between two offsets of one block. */
export const wordsBetween = (article: Frozen<Article>, block: number, start: number, end: number): number =>
  wordsOf(article.blocks[block]?.text.slice(start, end) ?? '').length
