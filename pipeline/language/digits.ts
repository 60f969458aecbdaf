import type { RuleLanguage } from './tables.js'

const GROUP = /[ \u00A0\u2009\u202F]/g
const vulgar: Record<string, number> = { '½': 1 / 2, '¼': 1 / 4, '¾': 3 / 4, '⅓': 1 / 3, '⅔': 2 / 3 }

/** The value of a vulgar fraction sign ("½"), or null. */
export const fractionSign = (sign: string): number | null => vulgar[sign] ?? null

/**
 * Reads printed digits. A sign before exactly three digits groups thousands where the language writes it so: the full
 * stop in Swedish ("2.500"), the comma in English ("2,500"); anywhere else it is the decimal sign. Null for what is no
 * single number: versions, dates, IP addresses ("1.2.3").
 */
export function readDigits(text: string, language: RuleLanguage): { value: number; decimals: number } | null {
  const compact = text.replace(GROUP, '')
  const grouping = language === 'sv' ? '.' : ','
  const groups = compact.split(grouping)
  const grouped =
    groups.length > 1 &&
    /^[1-9]\d{0,2}$/.test(groups[0]!) &&
    groups.slice(1, -1).every((group) => /^\d{3}$/.test(group)) &&
    /^\d{3}(?:[.,]\d+)?$/.test(groups.at(-1)!)
  const plain = grouped ? groups.join('') : compact
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(plain)
  if (!match) return null
  const decimals = match[2]?.length ?? 0
  return { value: Number(`${match[1]}.${match[2] ?? '0'}`), decimals }
}
