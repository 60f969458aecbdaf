import type { Article, ArticleBlock, PublishedDate } from '#model'

/** A tiny article: one block per paragraph, the first a headline when it begins with "# ", a dash making a quotation. */
export function makeArticle(paragraphs: string[], published: PublishedDate | null = null): Article {
  const blocks: ArticleBlock[] = []
  let source = ''
  for (const [index, paragraph] of paragraphs.entries()) {
    const [, mark = '', text = ''] = /^(# |[-–] )?([\s\S]*)$/.exec(paragraph)!
    const from = source.length + mark.length
    const starts = Array.from({ length: text.length }, (_, offset) => from + offset)
    const dash = mark !== '' && mark !== '# '
    blocks.push({
      index,
      block: mark === '# ' ? 'headline' : dash ? 'quotation' : index === 1 ? 'lead' : 'body',
      text,
      starts,
      ends: starts.map((start) => start + 1),
      dash,
    })
    source += `${paragraph}\n\n`
  }
  const words = blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0)
  return {
    path: 'article.md',
    format: 'md',
    sha256: '',
    source,
    title: null,
    language: 'sv',
    published,
    meta: {},
    blocks,
    words,
  }
}

/** A publication date that covers a year, a month or a day: "2016", "2016-05", "2016-05-10". */
export function publishedOn(text: string): PublishedDate {
  if (text.length === 4) return { text, from: `${text}-01-01`, to: `${text}-12-31` }
  if (text.length === 10) return { text, from: text, to: text }
  const [year, month] = text.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { text, from: `${text}-01`, to: `${text}-${last}` }
}
