import { dashLength, type Paragraph, paragraph, type ReadArticle } from './paragraph.js'
import { SourceText } from './source-text.js'
import { isByline } from './structure.js'

/** Lines looked at for a heading before the article's first full sentence. */
const MAX_HEADER_LINES = 8
const duration = /^\(?\d{1,3}:\d{2}(?::\d{2})?(?: ?\p{L}{1,7}\.?)?\)?$/u
const endsSentence = /[.!?…:;,][”"“»«'’)\]]*$/
const words = (text: string) => text.split(' ').length

/**
 * Plain text: every line is a paragraph, and every character stands for itself. Short lines without a full stop before
 * the first full sentence are the heading: of them the headline is the one with most words (of equals the first), a
 * playing time and whatever else stands there is kicker. A short line without a full stop further down, between
 * paragraphs, is a subheading.
 */
export function readText(source: string): ReadArticle {
  const lines: { content: SourceText; text: string }[] = []
  for (const match of source.matchAll(/[^\r\n\f\v\u0085\u2028\u2029]+/g)) {
    const content = new SourceText()
    content.addVerbatim(source, match.index, match.index + match[0].length)
    const text = match[0]
      .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
    if (text !== '') lines.push({ content, text: text.normalize('NFC') })
  }
  const header = headerLength(lines.map(({ text }) => text))
  const candidates = lines.slice(0, header).filter(({ text }) => !duration.test(text) && !isByline(text, null))
  const most = Math.max(...candidates.map(({ text }) => words(text)))
  const headline = candidates.find(({ text }) => words(text) === most)
  const paragraphs = lines.map((line, index): Paragraph => {
    const { content, text } = line
    if (index < header) {
      if (line === headline) return paragraph('headline', content)
      return paragraph(isByline(text, null) ? 'byline' : 'kicker', content)
    }
    const between = isSentence(lines[index - 1]?.text) && isSentence(lines[index + 1]?.text)
    return paragraph(between && isHeading(text) && words(text) <= 8 ? 'subheading' : 'paragraph', content)
  })
  return { meta: {}, title: null, language: null, paragraphs }
}

const isSentence = (text: string | undefined) => text !== undefined && endsSentence.test(text)
const isHeading = (text: string) =>
  words(text) <= 20 &&
  !/[.…:;,][”"“»«'’)\]]*$/.test(text) &&
  dashLength(text) === 0 &&
  /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(text)

/** How many lines come before the first full sentence; 0 when the text has none, or begins with one. */
function headerLength(lines: readonly string[]): number {
  const first = lines.findIndex((text) => !(isHeading(text) || duration.test(text) || isByline(text, null)))
  if (first >= 0) return first <= MAX_HEADER_LINES ? first : 0
  return Math.min(lines.length, 1)
}
