/** A stretch between quotation marks: `[start, end)` inside them, `[open, close)` with them. */
export interface Quoted {
  open: number
  start: number
  end: number
  close: number
}

/** Opening mark → marks that may close it. Swedish closes with the same mark; German and French pairs stand in wire copy. */
const closers: Record<string, string> = {
  '”': '”"',
  '"': '"”',
  '“': '”"“',
  '„': '“”"',
  '‟': '”"',
  '＂': '＂',
  '»': '«»',
  '«': '»',
  '‘': '’',
  '’': '’',
  "'": "'",
}
const single = new Set(['‘', '’', "'"])
/** Words between single marks from which on they are quotation marks and not apostrophes. */
const SINGLE_WORDS = 3
const before = /[\s([{–—\-/…:]/
const after = /[\s)\]},.;:!?…–—\-/]/

export interface Marks {
  quoted: Quoted[]
  /** An opening mark that nothing in the paragraph closes: the quotation goes on in the next. */
  unclosed: number | null
  /** A closing mark that nothing in the paragraph opened: offset of the first. */
  unopened: number | null
}

/** Pairs the quotation marks of a paragraph; marks inside a quotation belong to it. */
export function findMarks(text: string): Marks {
  const marks: Marks = { quoted: [], unclosed: null, unopened: null }
  // An opening mark that nothing closes: none of its kind further on is closed either.
  const hopeless = new Set<string>()
  for (let at = 0; at < text.length; at++) {
    const opener = text[at]!
    const closing = closers[opener]
    if (closing === undefined) continue
    const next = text[at + 1]
    const opens = (at === 0 || before.test(text[at - 1]!)) && next !== undefined && !/\s/.test(next)
    if (!opens) {
      const closes = at > 0 && !/\s/.test(text[at - 1]!) && (next === undefined || after.test(next))
      if (closes && !single.has(opener)) marks.unopened ??= at
      continue
    }
    const end = hopeless.has(closing) ? -1 : closingOffset(text, at, closing)
    if (end < 0) {
      hopeless.add(closing)
      if (!single.has(opener)) marks.unclosed ??= at
      continue
    }
    if (single.has(opener) && text.slice(at + 1, end).split(' ').length < SINGLE_WORDS) continue
    marks.quoted.push({ open: at, start: at + 1, end, close: end + 1 })
    at = end
  }
  return marks
}

function closingOffset(text: string, open: number, closing: string): number {
  for (let at = open + 2; at < text.length; at++) {
    if (!closing.includes(text[at]!)) continue
    const next = text[at + 1]
    const closes = !/\s/.test(text[at - 1]!) && (next === undefined || after.test(next) || /[”"’'»«“]/.test(next))
    if (closes) return at
  }
  return -1
}
