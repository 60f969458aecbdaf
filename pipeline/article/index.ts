import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { Article, PublishedDate } from '#model'
import { decodeBytes } from './decode-bytes.js'
import { emptyArticle, unknownFormat } from './errors.js'
import type { ReadArticle } from './paragraph.js'
import { publishedDate } from './published-date.js'
import { readHtml } from './read-html.js'
import { readMarkdown } from './read-markdown.js'
import { readText } from './read-text.js'
import { structure } from './structure.js'

export { MAX_ARTICLE_BYTES } from './errors.js'
export { publishedDate } from './published-date.js'

const readers: Record<string, { format: Article['format']; read: (path: string, source: string) => ReadArticle }> = {
  '.md': { format: 'md', read: readMarkdown },
  '.markdown': { format: 'md', read: readMarkdown },
  '.html': { format: 'html', read: readHtml },
  '.htm': { format: 'html', read: readHtml },
  '.txt': { format: 'txt', read: (_, source) => readText(source) },
}

/**
 * Reads an article file. `path` is only printed and its extension looked at. When the encoding had to be guessed,
 * `meta['ordagrant:encoding']` holds the guess.
 * @throws UserError (exit 2) when it is empty, too large, no text, nested too deep, of an unknown format, or its front
 * matter is unreadable.
 */
export function readArticle(file: { path: string; bytes: Uint8Array }): Article {
  const { path, bytes } = file
  const reader = readers[extname(path).toLowerCase()]
  if (!reader) throw unknownFormat(path)
  const { source, encoding, guessed } = decodeBytes(path, bytes)
  const read = reader.read(path, source)
  const language = primarySubtag(text(read.meta.language) ?? text(read.meta.lang) ?? read.language)
  const blocks = structure(read.paragraphs, language)
  if (blocks.length === 0) throw emptyArticle(path)
  const headline = blocks.find(({ block }) => block === 'headline')?.text ?? null
  return {
    path,
    format: reader.format,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    source,
    title: text(read.meta.title) ?? headline ?? read.title,
    language,
    published: findPublished(read.meta, blocks),
    meta: guessed ? { ...read.meta, 'ordagrant:encoding': encoding } : read.meta,
    blocks,
    words: blocks.reduce(
      (sum, block) => sum + (block.text.match(/[\p{L}\p{N}]+(?:[-’':.][\p{L}\p{N}]+)*/gu)?.length ?? 0),
      0,
    ),
  }
}

const text = (value: unknown): string | null => {
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  return null
}

const primarySubtag = (tag: string | null): string | null =>
  tag?.toLowerCase().match(/^[a-z]{2,3}(?=[-_]|$)/)?.[0] ?? null

const publishedKeys = [
  'published',
  'date',
  'article:published_time',
  'datePublished',
  'dc.date',
  'DC.date',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'time',
]

/** From the front matter or meta tags, else from a dateline ("Publicerad 12 mars 2016"). */
function findPublished(meta: Record<string, unknown>, blocks: Article['blocks']): PublishedDate | null {
  for (const key of publishedKeys) {
    if (!Object.hasOwn(meta, key)) continue
    const value = meta[key]
    const printed = value instanceof Date ? value.toISOString() : String(value)
    const date = publishedDate(printed)
    if (date) return date
  }
  for (const { block, text: line } of blocks) {
    if (block !== 'byline' && block !== 'kicker') continue
    const printed = /\d{4}-\d{2}-\d{2}|\d{1,2} \p{L}{3,9}\.? \d{4}|\p{L}{3,9} \d{1,2}, \d{4}/u.exec(line)?.[0]
    const date = printed && publishedDate(printed)
    if (date) return date
  }
  return null
}
