import type { ArticlePlace, Block } from './place.js'

/**
 * One paragraph, heading, caption, list item or table cell.
 *
 * `text` is what a reader sees: NFC, entities and markup resolved, soft hyphens and zero-width characters removed, every
 * run of white space a single U+0020, trimmed. `starts[i]` and `ends[i]` are the source offsets of the UTF-16 unit
 * `text[i]`, so that any span of `text` maps back to the file exactly.
 */
export interface ArticleBlock {
  index: number
  block: Block
  text: string
  starts: number[]
  ends: number[]
  /** The paragraph began with a dash: the whole of it is speech, but for attributions. `text` excludes the dash. */
  dash: boolean
}

/** `from`/`to` are ISO days: a year or a month covers the whole of itself. */
export interface PublishedDate {
  text: string
  from: string
  to: string
}

export interface Article {
  path: string
  format: 'md' | 'html' | 'txt' | 'docx'
  sha256: string
  /** The file as read (UTF-16, byte-order mark removed): what every offset points into. */
  source: string
  /** From front matter, `<title>` or the headline. */
  title: string | null
  /** BCP 47 primary subtag, from front matter or `<html lang>`; null when the article does not say. */
  language: string | null
  published: PublishedDate | null
  /** Front matter or meta tags, unknown keys kept. */
  meta: Record<string, unknown>
  blocks: ArticleBlock[]
  /** Words in the blocks. */
  words: number
}

/** A span of one block's `text`: `start` and `end` are offsets into it. */
export interface TextSpan {
  block: number
  start: number
  end: number
}

const linesOf = new WeakMap<Article, number[]>()

/** Where the lines begin; made once per article, or every claim would count them all again. */
function lineStarts(article: Article): number[] {
  let starts = linesOf.get(article)
  if (!starts) {
    // CRLF, LF and a lone CR each end one line.
    const breaks = article.source.matchAll(/\r\n|\n|\r/g)
    starts = [0, ...Array.from(breaks, (match) => match.index + match[0].length)]
    linesOf.set(article, starts)
  }
  return starts
}

/**
 * The exact place of a span of a block's text.
 * @throws RangeError when the span is empty or outside the block.
 */
export function articlePlace(article: Article, { block: index, start, end }: TextSpan): ArticlePlace {
  const block = article.blocks[index]
  if (!block || start < 0 || end > block.text.length || start >= end) {
    throw new RangeError(`No span ${start}–${end} in block ${index} of ${article.path}`)
  }
  const from = block.starts[start]!
  const to = block.ends[end - 1]!
  const starts = lineStarts(article)
  let line = 0
  for (let above = starts.length; line + 1 < above; ) {
    const middle = (line + above) >> 1
    if (starts[middle]! <= from) line = middle
    else above = middle
  }
  return {
    kind: 'article',
    path: article.path,
    line: line + 1,
    column: from - starts[line]! + 1,
    start: from,
    end: to,
    excerpt: article.source.slice(from, to),
    block: block.block,
  }
}

/** The text of a span. */
export const spanText = (article: Article, span: TextSpan): string =>
  article.blocks[span.block]?.text.slice(span.start, span.end) ?? ''
