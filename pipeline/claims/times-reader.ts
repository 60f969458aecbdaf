import { findNumerals, type Numeral, type RuleLanguage, type Token, tokenize } from '#language'
import { type TimeWords, timeWords } from './times-words.js'

/** A text as the time patterns read it: tokens, their norms, and the number that begins at a token. */
export class Reader {
  readonly text: string
  readonly tokens: Token[]
  readonly norms: string[]
  readonly words: TimeWords
  private readonly numerals: Map<number, Numeral & { endToken: number }>

  constructor(text: string, language: RuleLanguage) {
    this.text = text
    this.tokens = tokenize(text)
    this.norms = this.tokens.map(({ norm }) => norm)
    this.words = timeWords(language)
    this.numerals = new Map()
    let at = 0
    for (const numeral of findNumerals(text, language)) {
      while (this.tokens[at]!.end <= numeral.start) at++
      const first = at
      while (this.tokens[at]!.end < numeral.end) at++
      if (this.tokens[first]!.start === numeral.start) this.numerals.set(first, { ...numeral, endToken: at + 1 })
    }
  }

  norm(at: number): string {
    return this.norms[at] ?? ''
  }

  is(kind: string, at: number): boolean {
    return this.words.has(kind, this.norm(at))
  }

  value(kind: string, at: number): string | undefined {
    return this.words.get(kind, this.norm(at))
  }

  phrase(kind: string, at: number): { value: string; length: number } | null {
    return this.words.phrase(kind, this.norms.slice(at, at + 4))
  }

  numeral(at: number): (Numeral & { endToken: number }) | undefined {
    return this.numerals.get(at)
  }

  /** A four-digit year, or one in words ("tjugohundratretton"), that begins at a token. */
  year(at: number): { year: number; end: number } | null {
    const token = this.tokens[at]
    const numeral = this.numerals.get(at)
    if (!token || !numeral || numeral.ordinal || numeral.approximate || numeral.value < 1000 || numeral.value > 2199)
      return null
    if (!Number.isInteger(numeral.value)) return null
    if (numeral.notation === 'digits' ? !/^\d{4}$/.test(token.text) : numeral.endToken !== at + 1) return null
    return { year: numeral.value, end: numeral.endToken }
  }

  /** A whole number within bounds, printed or in words; ordinals too ("den tredje maj"). */
  whole(at: number, least: number, most: number): { value: number; end: number } | null {
    const numeral = this.numerals.get(at)
    if (!numeral || numeral.approximate || !Number.isInteger(numeral.value)) return null
    if (numeral.value < least || numeral.value > most) return null
    return { value: numeral.value, end: numeral.endToken }
  }

  /** Whether tokens touch without white space. */
  touches(at: number): boolean {
    return this.tokens[at - 1]?.end === this.tokens[at]?.start
  }

  isDash(at: number): boolean {
    return /^[-–—‐‑]$/.test(this.norm(at))
  }
}
