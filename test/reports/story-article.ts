import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Article, type ArticleBlock, type ArticlePlace, articlePlace, packageRoot } from '#model'

/** The example story's article in blocks, one a line, read here so that reports are tested without the article room. */
export function storyArticle(): Article {
  const source = readFileSync(join(packageRoot(), 'test/stories/sexhandeln/article.md'), 'utf8')
  return articleFrom(source, 'article.md', 'Få sexköpare tas av polisen')
}

export function articleFrom(source: string, path: string, title: string): Article {
  const blocks: ArticleBlock[] = []
  let at = source.startsWith('---\n') ? source.indexOf('\n---\n') + 5 : 0
  for (const line of source.slice(at).split('\n')) {
    const mark = line.match(/^\s*(# |- )?/u)?.[0] ?? ''
    const text = line.slice(mark.length).trimEnd().replace(/\s/gu, ' ')
    if (text !== '') blocks.push(blockAt(blocks.length, at + mark.length, text, mark.trim()))
    at += line.length + 1
  }
  return {
    path,
    format: 'md',
    sha256: createHash('sha256').update(source).digest('hex'),
    source,
    title,
    language: 'sv',
    published: { text: '2016', from: '2016-01-01', to: '2016-12-31' },
    meta: {},
    blocks,
    words: blocks.reduce((sum, block) => sum + block.text.split(/\s+/u).length, 0),
  }
}

function blockAt(index: number, start: number, text: string, mark: string): ArticleBlock {
  const block =
    mark === '#'
      ? 'headline'
      : mark === '-'
        ? 'quotation'
        : index === 1
          ? 'lead'
          : text.endsWith('?')
            ? 'question'
            : 'body'
  const starts = Array.from(text, (_, i) => i + start)
  return { index, block, text, starts, ends: starts.map((offset) => offset + 1), dash: mark === '-' }
}

/** The place of the n-th occurrence of a text in the article. */
export function placeOf(article: Article, text: string, occurrence = 1): ArticlePlace {
  let seen = 0
  for (const block of article.blocks) {
    for (let start = block.text.indexOf(text); start >= 0; start = block.text.indexOf(text, start + 1)) {
      if (++seen === occurrence) return articlePlace(article, { block: block.index, start, end: start + text.length })
    }
  }
  throw new Error(`The article does not hold “${text}” ${occurrence} times`)
}
