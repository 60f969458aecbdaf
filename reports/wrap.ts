const COLUMNS = 80

/**
 * Text that a terminal only prints: escape sequences, other controls and marks that turn the direction of writing are
 * taken out, so that an article cannot move the cursor or dress up as the tool.
 */
export const clean = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim()

/** Lines of at most 80 columns; the first begins with `first`, the others with `rest`. */
export function wrap(text: string, first = '', rest = first): string[] {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of clean(text).split(' ')) {
    if (!empty && [...line].length + 1 + [...word].length > COLUMNS) {
      lines.push(line)
      line = rest
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}
