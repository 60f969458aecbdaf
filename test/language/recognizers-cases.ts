import { readFileSync } from 'node:fs'

/** One case of microsoft/Recognizers-Text (MIT, see recognizers/LICENSE-recognizers-text.txt). */
export interface Case {
  input: string
  expected: { text: string; value: number; unit: string | null }[]
}

/**
 * What we leave out on purpose, by the input: arithmetic nobody prints in a story. Each with its reason.
 */
const OUT_OF_SCOPE: [pattern: RegExp, reason: string][] = [
  [/\^|\de[+-]?\d|\bgånger tio\b/i, 'powers and exponents'],
  [/[-−–]\s*\d|^\s*[-−]|\bminus\b|\bnegativ/i, 'negative numbers: read as the number, the sign is not a numeral'],
  [/\bdelat\b|\bgenom\b|\d\s*\/\s*\d|\bdividerat\b|\d av tjugo/i, 'divisions'],
  [/\d\s*(?:k|m|mb|g|t|ml|km|kg)\b/i, 'multiplier letters and glued units'],
  [
    /triljontedel|tjugoförstedel|tjugo femte|(?:hundra|tusen|trettio|miljon\S*)[ -]?\S*femtedel|en-åttondel|tusen\S*del/i,
    'fractions nobody prints, and ordinals written apart',
  ],
  [/triljon|biljon|biljard/i, 'larger than figures of news, and beyond exact integers'],
  [/\b(?:the|one|you|which|these|no|every)\b/i, 'English sentences in the Swedish file'],
  [/https?:|[\d.]+\.\d+\.\d+/i, 'addresses'],
  [/\d,\d{3}\b.*,|^\d,\d{3}$|\d, \d/, 'English grouping'],
  [
    /\b(?:sista|siste|nästa|näste|nuvarande|föregående|förra|tidigare|senaste|nästkommande|förre)\b/i,
    'relative ordinals are no numerals',
  ],
  [
    /[元￥¥]|mxn|cad|bitcoin|rupi|real|peso|yen|yuan|franc|rubel|zloty|won|dinar|lira|dirham|shekel/i,
    'currencies outside the list',
  ],
  [/\bförsta (?:ordet|boken|böckerna)/i, '"första" is an ordinal only before what comes in order'],
  [/\bhan är \d+ år\.?$/i, '"är 25 år" may be a sentence in prison: a length of time until said otherwise'],
  [/^ trehundratvå dussin$/, 'the expected value is wrong: 302 dozen are 3624'],
  [/och .*cent|och .*öre|dollar \d/i, 'two units of one amount'],
]

export const reasonOutOfScope = (input: string): string | null =>
  OUT_OF_SCOPE.find(([pattern]) => pattern.test(input))?.[1] ?? null

export function readCases(file: string): Case[] {
  const text = readFileSync(new URL(`./recognizers/${file}`, import.meta.url), 'utf8').replace(/^\uFEFF/, '')
  const raw = JSON.parse(text) as {
    Input: string
    Results: { Text: string; Resolution: { value?: string; unit?: string } }[]
  }[]
  return raw.map(({ Input, Results }) => ({
    input: Input,
    expected: Results.map(({ Text, Resolution }) => ({
      text: Text.trim(),
      value: Number((Resolution.value ?? '').replace('%', '').replace(',', '.')),
      unit: Resolution.unit ?? null,
    })),
  }))
}
