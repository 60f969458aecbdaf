import type { Token } from './tokens.js'

export interface Numeral {
  value: number
  /** UTF-16 offsets into the text given. */
  start: number
  end: number
  notation: 'digits' | 'words' | 'mixed'
  ordinal: boolean
  /** Printed decimals: 1 in "3,5 miljoner". */
  decimals: number
  /** 1, 1e3, 1e6 …: of the last printed word; what the decimals are decimals of. */
  scale: number
  /** The words themselves say "about": "ett tiotal", "hundratals", "flera tusen", "ett par". */
  approximate: boolean
}

/** A numeral under way: `at` is the first token after it. */
export interface Reading extends Numeral {
  at: number
}

/** Only white space, or nothing but a hyphen, between two tokens. */
export const adjacent = (text: string, left: Token, right: Token | undefined): right is Token =>
  right !== undefined && text.slice(left.end, right.start).trim() === ''

/** Words that multiply what stands before them. */
export const MULTIPLIERS: ReadonlySet<string> = new Set(['hundred', 'thousand', 'scale', 'collective'])

/** Decimal multiplication without binary dust: 3.3 × 1e6 is 3300000. */
export const times = (a: number, b: number): number => Number((a * b).toPrecision(15))
