import type { Element, ElementContent, RootContent } from 'hast'
import { addDecodedText } from './decoded-text.js'
import { hasName, isFactBox, isFurniture } from './html-furniture.js'
import { type Paragraph, paragraph } from './paragraph.js'
import { SourceText } from './source-text.js'

const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const emphasis = new Set(['b', 'strong', 'em', 'i'])
const bylineNames = new Set('byline author authors skribent dateline published publicerad timestamp pubdate'.split(' '))
const kickerNames = new Set('kicker vinjett overline eyebrow'.split(' '))
const captionNames = new Set('caption bildtext'.split(' '))

interface Context {
  role: Paragraph['role']
  facts: boolean
  emphasised: boolean
  linked: boolean
  inArticle: boolean
}

/** Collects the paragraphs under an element, furniture left out. Offsets are the parser's plus `base`. */
export class HtmlWalk {
  readonly paragraphs: Paragraph[] = []
  private readonly source: string
  private readonly base: number
  private content = new SourceText()
  private emphasised = 0
  private linked = 0
  private letters = 0

  constructor(source: string, base = 0) {
    this.source = source
    this.base = base
  }

  walk(root: Element, inArticle: boolean): Paragraph[] {
    const context: Context = { role: 'paragraph', facts: false, emphasised: false, linked: false, inArticle }
    this.children(root.children, context)
    this.flush(context)
    return this.paragraphs
  }

  children(nodes: readonly (ElementContent | RootContent)[], context: Context): void {
    for (const node of nodes) {
      if (node.type === 'text') this.text(node, context)
      else if (node.type === 'element') this.element(node, context)
    }
  }

  private element(element: Element, outer: Context): void {
    const { tagName } = element
    if (tagName === 'br') {
      const at = element.position
      if (at) this.content.addDecoded('\u2028', at.start.offset! + this.base, at.end.offset! + this.base)
      return
    }
    if (isFurniture(element, outer.inArticle)) {
      if (blocks.has(tagName)) this.flush(outer)
      return
    }
    const context: Context = {
      role: this.roleOf(element, outer.role),
      facts: outer.facts || isFactBox(element),
      emphasised: outer.emphasised || emphasis.has(tagName),
      linked: outer.linked || tagName === 'a',
      inArticle: outer.inArticle || tagName === 'article',
    }
    if (!blocks.has(tagName)) {
      // An inline element with a role of its own (a byline in a span) is a paragraph of its own.
      if (context.role !== outer.role) this.flush(outer)
      this.children(element.children, context)
      if (context.role !== outer.role) this.flush(context)
      return
    }
    this.flush(outer)
    this.children(element.children, context)
    this.flush(context)
  }

  private roleOf(element: Element, outer: Paragraph['role']): Paragraph['role'] {
    const { tagName } = element
    if (tagName === 'h1') return this.paragraphs.some(({ role }) => role === 'headline') ? 'subheading' : 'headline'
    if (/^h[2-6]$/.test(tagName)) return 'subheading'
    if (tagName === 'figcaption' || tagName === 'caption') return 'caption'
    if (tagName === 'td' || tagName === 'th') return 'cell'
    if (tagName === 'li' || tagName === 'dd' || tagName === 'dt') return 'item'
    if (tagName === 'blockquote') return 'blockquote'
    if (tagName === 'figure') return 'caption'
    if (outer !== 'paragraph') return outer
    if (tagName === 'time' && this.content.text.trim() === '') return 'byline'
    if (tagName !== 'article' && hasName(element, bylineNames)) return 'byline'
    if (hasName(element, kickerNames)) return 'kicker'
    return hasName(element, captionNames) ? 'caption' : outer
  }

  private text(node: Extract<RootContent, { type: 'text' }>, context: Context): void {
    if (!node.position) return
    const before = this.content.text.length
    const range = { start: node.position.start.offset! + this.base, end: node.position.end.offset! + this.base }
    addDecodedText(this.content, this.source, range, node.value, false)
    // Line ends inside the text of a page are white space to its reader.
    const added = this.content.text.slice(before).replaceAll(/[\n\u2028]/g, ' ')
    this.content.text = this.content.text.slice(0, before) + added
    const letters = added.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    this.letters += letters
    if (context.emphasised) this.emphasised += letters
    if (context.linked) this.linked += letters
  }

  private flush({ role, facts }: Context): void {
    const { content, letters } = this
    const onlyLinks = this.linked === letters && !/[.!?…][”"“»']*\s*$/.test(content.text)
    // "Läs också: …" and lists of links lead away from the article; a headline or a byline may be a link.
    const leadsAway = onlyLinks && (role === 'item' || role === 'paragraph' || role === 'subheading')
    if (letters > 0 && !leadsAway)
      this.paragraphs.push(paragraph(role, content, { facts, emphasised: this.emphasised === letters }))
    this.content = new SourceText()
    this.emphasised = 0
    this.linked = 0
    this.letters = 0
  }
}
