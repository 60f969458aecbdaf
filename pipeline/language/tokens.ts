/** `start` and `end` are UTF-16 offsets; `norm` is NFC and lower case, white space inside figures left out ("2 500" → "2500"). */
export interface Token {
  text: string
  norm: string
  start: number
  end: number
  kind: 'word' | 'number' | 'punctuation'
}

const SPACE = '[ \\u00A0\\u2009\\u202F]'
const LETTER = '[\\p{L}\\p{M}]'
const GROUPED = `\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d)(?:[,.]\\d+)?`
const PLAIN = '\\d+(?:[.,]\\d+)*'
// A figure is a token of its own, unless letters follow at once or after a hyphen or colon ("5G", "90-talet", "2:a").
const NUMBER = `(?:${GROUPED}|${PLAIN})(?!${LETTER}|[-‐‑:]${LETTER}|[\\d½¼¾⅓⅔])`
const ABBREVIATION = '\\p{Ll}{1,4}(?:\\.\\p{Ll}{1,4})+(?!\\p{L})'
const WORD = `${ABBREVIATION}|[\\p{L}\\p{M}\\p{N}]+(?:['’:\\-‐‑][\\p{L}\\p{M}\\p{N}]+)*`
const pattern = new RegExp(`(${NUMBER})|(${WORD})|([^\\s\\p{L}\\p{M}\\p{N}])`, 'gu')

/**
 * Words, figures and punctuation in order. Hyphens, apostrophes and colons inside a word belong to it ("tv-serien",
 * "EU:s", "2:a"), as do full stops in abbreviations ("t.ex"); every other sign is a token of its own.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const [found, number, word] = match
    const kind = number !== undefined ? 'number' : word !== undefined ? 'word' : 'punctuation'
    const norm = found.normalize('NFC').toLowerCase()
    tokens.push({
      text: found,
      norm: kind === 'number' ? norm.replace(/\s/g, '') : norm,
      start: match.index,
      end: match.index + found.length,
      kind,
    })
  }
  return tokens
}

/** The tokens that are said aloud: words and figures. */
export function words(text: string): Token[] {
  return tokenize(text).filter(({ kind }) => kind !== 'punctuation')
}
