import type { List, Nodes, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { addDecodedText } from './decoded-text.js'
import { MAX_MARKS, MAX_NESTING, nestedTooDeep, tooManyMarks } from './errors.js'
import { readFrontMatter } from './front-matter.js'
import { type Paragraph, paragraph, type ReadArticle } from './paragraph.js'
import { htmlParagraphs } from './read-html.js'
import { SourceText } from './source-text.js'

const parser = unified().use(remarkParse)

/**
 * Markdown with front matter. Emphasis, links and escapes are resolved to what the reader sees; `*` and `1.` lists are
 * lists, `- ` is left to be told from speech by its surroundings.
 * @throws UserError on unreadable front matter, and on nesting and numbers of marks that only an attack has.
 */
export function readMarkdown(path: string, source: string): ReadArticle {
  const { meta, end } = readFrontMatter(path, source)
  if (deepMarkers.test(source)) throw nestedTooDeep(path)
  if ((source.match(slowMarkers)?.length ?? 0) > MAX_MARKS) throw tooManyMarks(path)
  // Blanks of equal length keep every offset.
  const root = parser.parse(source.slice(0, end).replaceAll(/[^\r\n]/g, ' ') + source.slice(end))
  const walk = new Walk(source)
  for (const child of root.children) walk.flow(child, 'paragraph', 0)
  return { meta, title: null, language: null, paragraphs: walk.paragraphs }
}

/** Hundreds of openings in a row: what makes a Markdown parser slow or deep, and no writer ever wrote. */
const deepMarkers = new RegExp(
  `(?:^|[\\r\\n])(?:[ \\t]*(?:>|[-*+](?=[ \\t]))){${MAX_NESTING},}|\\[{${MAX_NESTING},}|(?:!\\[){${MAX_NESTING},}|(?:[*_]{1,3}\\p{L}?){${MAX_NESTING},}`,
  'u',
)

/** What the parser's time grows with the square of: lines of lists and quotes, and brackets. */
const slowMarkers = /^[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))|\[/gm

const at = (node: Nodes) => ({ start: node.position!.start.offset!, end: node.position!.end.offset! })

class Walk {
  readonly paragraphs: Paragraph[] = []
  readonly source: string
  constructor(source: string) {
    this.source = source
  }

  flow(node: RootContent, role: Paragraph['role'], depth: number, dashed = false): void {
    switch (node.type) {
      case 'heading':
        this.add(paragraph(this.headingRole(node.depth), this.inline(node)))
        break
      case 'paragraph':
        this.add(paragraph(role, this.inline(node), { dashed, emphasised: isEmphasised(node) }))
        break
      case 'blockquote':
        for (const child of node.children) this.flow(child, 'blockquote', depth + 1)
        break
      case 'list':
        for (const item of node.children) this.item(item.children, at(item).start, node, depth)
        break
      case 'code':
        // Four spaces before a paragraph make code of it; in an article they are a slip of the hand.
        this.code(at(node))
        break
      case 'html':
        this.paragraphs.push(...htmlParagraphs(this.source, at(node)))
        break
      default:
        break
    }
  }

  private headingRole(depth: number): 'headline' | 'subheading' {
    const first = !this.paragraphs.some(({ role }) => role === 'headline')
    return first && (depth === 1 || this.paragraphs.length === 0) ? 'headline' : 'subheading'
  }

  private item(children: RootContent[], start: number, list: List, depth: number) {
    const marker = /^\s*(\d{1,9}[.)]|[-*+])/.exec(this.source.slice(start, start + 20))?.[1] ?? ''
    const [first, ...rest] = children
    // A list of one numbered item is a sentence that begins with a number: "2015. Det var då …"
    const number = list.ordered && list.children.length === 1
    if (first?.type === 'paragraph') {
      const content = new SourceText()
      if (number) {
        const markerStart = this.source.indexOf(marker, start)
        content.addVerbatim(this.source, markerStart, markerStart + marker.length + 1)
      }
      this.inlineInto(content, first)
      const role = number ? 'paragraph' : 'item'
      this.add(paragraph(role, content, { dashed: marker === '-', emphasised: isEmphasised(first) }))
    } else if (first) this.flow(first, 'item', depth + 1, marker === '-')
    for (const child of rest) this.flow(child, marker === '-' ? 'paragraph' : 'item', depth + 1)
  }

  private code({ start, end }: { start: number; end: number }): void {
    for (const match of this.source.slice(start, end).matchAll(/[^\r\n]+/g)) {
      if (/^\s*(?:`{3}|~{3})/.test(match[0])) continue
      const content = new SourceText()
      content.addVerbatim(this.source, start + match.index, start + match.index + match[0].length)
      this.add(paragraph('paragraph', content))
    }
  }

  private add(one: Paragraph): void {
    if (one.content.text.trim() !== '') this.paragraphs.push(one)
  }

  private inline(node: { children: Nodes[] }): SourceText {
    const content = new SourceText()
    this.inlineInto(content, node)
    return content
  }

  private inlineInto(content: SourceText, node: { children: Nodes[] }): void {
    for (const child of node.children) {
      const range = at(child)
      if (child.type === 'text') addDecodedText(content, this.source, range, child.value, true)
      else if (child.type === 'inlineCode') addDecodedText(content, this.source, range, child.value, false)
      else if (child.type === 'break') content.addDecoded('\u2028', range.start, range.end)
      else if (child.type === 'html') {
        if (/^<br\b/i.test(child.value)) content.addDecoded('\u2028', range.start, range.end)
      } else if ('children' in child) this.inlineInto(content, child as { children: Nodes[] })
    }
  }
}

const isEmphasised = (node: { children: Nodes[] }): boolean =>
  node.children.length > 0 &&
  node.children.every((child) => child.type === 'strong' || child.type === 'emphasis' || isBlankText(child))

const isBlankText = (node: Nodes) => node.type === 'text' && node.value.trim() === ''
