import { speechWords } from '#language'
import type { ArticleBlock, Block } from '#model'
import { listItems } from './dash-speech.js'
import { dashLength, type Paragraph, splitLines } from './paragraph.js'
import { normalise, type SourceText } from './source-text.js'

interface Line {
  paragraph: Paragraph
  content: SourceText
  text: string
  dash: boolean
  facts: boolean
  /** Set off from the text together with a paragraph "Fakta …". */
  setOff: boolean
}

/** Paragraphs as read → blocks: lines parted, text normalised, speech told from lists, each given its block. */
export function structure(paragraphs: readonly Paragraph[], language: string | null): ArticleBlock[] {
  const lines = inFactBoxes(paragraphs.flatMap(splitLines).flatMap(toLine), language)
  const listed = listItems(lines, language)
  const blocks = lines.map((line, index): Block => blockOf(line, index, { lines, listed, language }))
  const lead = leadIndex(blocks)
  return lines.map(({ content, dash }, index) => ({
    index,
    block: index === lead ? 'lead' : blocks[index]!,
    text: content.text,
    starts: content.starts,
    ends: content.ends,
    dash: dash && !listed.has(index) && blocks[index] === 'quotation',
  }))
}

/**
 * A heading "Fakta …" makes a fact box of what follows, up to the next heading; a set-off paragraph that begins so makes
 * one of what is set off with it.
 */
function inFactBoxes(lines: readonly Line[], language: string | null): Line[] {
  const headings = speechWords(language, 'facts')
  let facts = false
  let setOff = false
  return lines.map((line) => {
    const { role } = line.paragraph
    const isHeading = role === 'subheading' || role === 'headline'
    if (isHeading) facts = startsWithForm(line.text, headings)
    if (isHeading || role === 'paragraph') setOff = false
    if (role === 'blockquote' && !line.dash && startsWithForm(line.text, headings)) setOff = true
    return { ...line, setOff, facts: facts || setOff || line.facts }
  })
}

function toLine(paragraph: Paragraph): Line[] {
  let content = normalise(paragraph.content)
  const mayBeSpeech = paragraph.role === 'paragraph' || paragraph.role === 'item' || paragraph.role === 'blockquote'
  const length = mayBeSpeech ? dashLength(content.text) : 0
  if (length > 0) content = content.slice(length)
  // Rules across the page, lone dashes and the like hold nothing to check.
  if (!/[\p{L}\p{N}]/u.test(content.text)) return []
  const dash = length > 0 || paragraph.dashed
  return [{ paragraph, content, text: content.text, dash, facts: paragraph.facts, setOff: false }]
}

interface Surroundings {
  lines: readonly Line[]
  listed: ReadonlySet<number>
  language: string | null
}

function blockOf(line: Line, index: number, { lines, listed, language }: Surroundings): Block {
  const { role, emphasised } = line.paragraph
  const isQuestion = asksOnly(line.text)
  const next = lines[index + 1]
  const answered = next?.dash === true && !listed.has(index + 1)
  if (role === 'headline' || role === 'kicker' || role === 'caption' || role === 'byline') return role
  if (role === 'cell') return 'table'
  if (role === 'subheading') return isQuestion && answered ? 'question' : 'subheading'
  if (line.dash && listed.has(index)) return line.facts ? 'factbox' : 'list'
  if (isQuestion && emphasised) return 'question'
  if (line.dash || (role === 'blockquote' && !line.setOff)) return 'quotation'
  if (isByline(line.text, language)) return 'byline'
  if (isQuestion && (answered || opensQuotation(next?.text))) return 'question'
  if (line.facts) return 'factbox'
  return role === 'item' ? 'list' : 'body'
}

/** At most three sentences and 60 words, the last a question: what an interviewer asks, not a paragraph of reporting. */
function asksOnly(text: string): boolean {
  return /\?[”"“»«'’)]*$/.test(text) && text.split(' ').length <= 60 && (text.match(/[.!?] \p{Lu}/gu)?.length ?? 0) < 3
}

const opensQuotation = (text: string | undefined) => text !== undefined && /^[”"“»«]/.test(text)

const startsWithForm = (text: string, forms: ReadonlySet<string>): boolean => {
  const lower = text.toLowerCase()
  return [...forms].some((form) => lower.startsWith(form) && !/[\p{L}\p{N}]/u.test(lower.charAt(form.length)))
}

/** "Text: Karin Lind", "Av Karin Lind", "Publicerad 12 mars 2016", an address: who made the page and when. */
export function isByline(text: string, language: string | null): boolean {
  const words = text.split(' ')
  if (words.length > 14) return false
  const lower = text.toLowerCase()
  for (const form of speechWords(language, 'byline')) {
    if (!lower.startsWith(form)) continue
    if (text[form.length] === ':') return true
    const rest = text.slice(form.length).trim().split(' ')
    const names = rest.filter((word) => /^\p{Lu}/u.test(word)).length
    if (text[form.length] === ' ' && rest.length <= 7 && names >= 2 && names >= rest.length - 1 && !/[.!?]$/.test(text))
      return true
  }
  if (startsWithForm(text, speechWords(language, 'published')) && /\d/.test(text)) return true
  return words.length <= 4 && words.some((word) => /^[^@\s]+@[^@\s]+\.\p{L}+$/u.test(word))
}

/** The first paragraph, unless speech or a heading comes before it. */
function leadIndex(blocks: readonly Block[]): number {
  const headline = blocks.indexOf('headline')
  for (let index = headline + 1; index < blocks.length; index++) {
    if (blocks[index] === 'body') return index
    if (!['kicker', 'byline', 'caption', 'headline'].includes(blocks[index]!)) return -1
  }
  return -1
}
