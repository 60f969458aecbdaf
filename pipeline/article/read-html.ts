import type { Element, Root } from 'hast'
import { MAX_NESTING, nestedTooDeep } from './errors.js'
import { readHead } from './html-head.js'
import { parseHtml } from './html-parser.js'
import { chooseRoot, findElements } from './html-root.js'
import { HtmlWalk } from './html-walk.js'
import type { Paragraph, ReadArticle } from './paragraph.js'

/** Lone CR and CRLF are line ends to the parser; replaced by as many characters, so that offsets stay. */
const sameLength = (source: string) => source.replaceAll('\r\n', ' \n').replaceAll('\r', '\n')

/**
 * The article's own text and captions out of a page.
 * @throws UserError on nesting too deep to read.
 */
export function readHtml(path: string, source: string): ReadArticle {
  const text = sameLength(source)
  if (isDeep(text)) throw nestedTooDeep(path)
  const root = parse(path, text)
  const head = readHead(root)
  const article = chooseRoot(root)
  if (!article) return { ...head, paragraphs: [] }
  const paragraphs = new HtmlWalk(text).walk(article, article.tagName === 'article')
  if (!paragraphs.some(({ role }) => role === 'headline')) {
    // The headline of some pages stands beside the article, not in it.
    const headings = findElements(root, ({ tagName }) => tagName === 'h1')
    const [heading] = headings.length === 1 ? headings : []
    const start = heading?.position?.start.offset ?? Number.POSITIVE_INFINITY
    if (heading && start < (article.position?.start.offset ?? 0)) {
      const [headline] = new HtmlWalk(text).walk({ ...heading, tagName: 'div', children: [heading] }, true)
      if (headline) paragraphs.unshift(headline)
    }
  }
  return { ...head, paragraphs }
}

/** The paragraphs of a piece of HTML inside another format. */
export function htmlParagraphs(source: string, { start, end }: { start: number; end: number }): Paragraph[] {
  const text = sameLength(source)
  const root = parseHtml(text.slice(start, end), { fragment: true })
  return new HtmlWalk(text, start).walk(
    { type: 'element', tagName: 'div', properties: {}, children: root.children as Element['children'] },
    true,
  )
}

function parse(path: string, text: string): Root {
  try {
    return parseHtml(text, { fragment: false })
  } catch (cause) {
    if (cause instanceof RangeError) throw nestedTooDeep(path)
    throw cause
  }
}

const selfClosing = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot colgroup html head body'.split(
    ' ',
  ),
)

/** Counts open tags before the parser, which calls itself for each level, is let at the page. */
function isDeep(text: string): boolean {
  let depth = 0
  for (const match of text.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    if (selfClosing.has(match[2]!.toLowerCase())) continue
    depth = match[1] ? Math.max(0, depth - 1) : depth + 1
    if (depth > MAX_NESTING) return true
  }
  return false
}
