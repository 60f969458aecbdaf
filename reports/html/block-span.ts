import type { Article, ArticleBlock } from '#model'

/** A span of the article file as offsets into the text of one block; what reaches into the next block is cut off. */
export interface BlockSpan {
  block: ArticleBlock
  from: number
  to: number
}

/** Where a span of the file stands in the article's blocks, or null when no block holds its start. */
export function blockSpan(article: Article, start: number, end: number): BlockSpan | null {
  const block = article.blocks.find(({ starts, ends }) => {
    const first = starts[0]
    const last = ends.at(-1)
    return first !== undefined && last !== undefined && start < last && end >= first && (end > first || start === end)
  })
  if (!block) return null
  const from = textOffset(block.starts, start)
  return { block, from, to: Math.max(from, textOffset(block.starts, end)) }
}

/** Index of the first unit of the text that starts at or after a source offset, by halving. */
export function textOffset(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
