import type { SourceText } from './source-text.js'

/** What a reader knows of a paragraph before its surroundings are looked at. */
export interface Paragraph {
  role: 'headline' | 'kicker' | 'subheading' | 'paragraph' | 'item' | 'blockquote' | 'caption' | 'cell' | 'byline'
  content: SourceText
  /** The file marks it as a dash item (Markdown's `- `), the dash itself not being part of `content`. */
  dashed: boolean
  /** Wholly bold or italic: how reporters' questions are set. */
  emphasised: boolean
  /** Stands in a fact box. */
  facts: boolean
}

/** A file as read, before its paragraphs are told apart. */
export interface ReadArticle {
  meta: Record<string, unknown>
  title: string | null
  language: string | null
  paragraphs: Paragraph[]
}

export const paragraph = (
  role: Paragraph['role'],
  content: SourceText,
  more: Partial<Omit<Paragraph, 'role' | 'content'>> = {},
): Paragraph => ({ role, content, dashed: false, emphasised: false, facts: false, ...more })

/** A dash and a space, or a dash right before a capital or a quotation mark: speech, or an item of a list. */
const leadingDash = /^\s*[-‐‑‒–—―−]{1,2}(?:\s+|(?=[\p{Lu}”"“»«'’…]))/u
const endsSentence = /[.!?…:][”"“»«'’)\]]*\s*$/

/** Length of the dash that a paragraph begins with and the white space around it; 0 when there is none. */
export const dashLength = (text: string): number => leadingDash.exec(text)?.[0].length ?? 0

/**
 * Cuts a paragraph at the line ends that part speech from what stands around it. An empty line always parts; a line end
 * the reader sees (U+2028) parts before a dash, and after a line of speech that is a whole sentence; a line end that
 * means a space only before a dash when the line before it is a whole sentence.
 */
export function splitLines(whole: Paragraph): Paragraph[] {
  const { content } = whole
  const parts: Paragraph[] = []
  let from = 0
  const cut = (end: number, next: number) => {
    const first = parts.length === 0
    parts.push({ ...whole, content: content.slice(from, end), dashed: whole.dashed && first })
    from = next
  }
  for (const match of content.text.matchAll(/[\n\u2028][\s\u00ad\u200b\ufeff]*/g)) {
    const line = content.text.slice(from, match.index)
    const next = match.index + match[0].length
    const rest = content.text.slice(next, next + 8)
    const seen = match[0].includes('\u2028')
    const empty = (match[0].match(/\u2028/g)?.length ?? 0) > 1
    const speech = dashLength(rest) > 0
    const lineIsSpeech = (whole.dashed && from === 0) || dashLength(line) > 0
    if (empty || (seen && (speech || (lineIsSpeech && endsSentence.test(line)))) || (speech && endsSentence.test(line)))
      cut(match.index, next)
  }
  cut(content.text.length, content.text.length)
  return parts
}
