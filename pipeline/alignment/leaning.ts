import { findNumerals, type RuleLanguage, spellOut } from '#language'
import type { Difference } from './differences.js'
import { likeness } from './edit-distance.js'
import { fold } from './fold.js'
import type { PrintedWord } from './located.js'
import type { Replacement } from './wording.js'

/** Letters as they sound, numbers in words. */
function sounded(text: string, language: RuleLanguage): string {
  let out = ''
  let from = 0
  for (const { start, end, value, notation } of findNumerals(text, language)) {
    const spelled = notation === 'digits' ? spellOut(value, language)[0] : undefined
    out += text.slice(from, start) + (spelled ?? text.slice(start, end))
    from = end
  }
  return fold((out + text.slice(from)).toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''), language)
}

/**
 * Which of two numbers the transcript's garble sounds more like: likeness to the replacement minus likeness to the print,
 * −1 to 1. A recogniser that writes "fyrtiofira" has heard forty, whatever it makes of the rest.
 * @param differences those that touch the replaced words, in printed order
 */
export function leaning(
  differences: readonly Difference[],
  { p0, p1, text }: Replacement,
  printed: readonly PrintedWord[],
  language: RuleLanguage,
): number {
  const words = (from: number, to: number) => printed.slice(from, Math.max(from, to)).map((word) => word.norm)
  const from = Math.min(p0, ...differences.map((one) => one.p0))
  const to = Math.max(p1, ...differences.map((one) => one.p1))
  const heard: string[] = []
  let at = from
  for (const difference of differences) {
    heard.push(...words(at, difference.p0), difference.heard)
    at = difference.p1
  }
  const said = sounded([...heard, ...words(at, to)].join(' '), language)
  const like = (all: readonly string[]) => likeness(sounded(all.join(' '), language), said)
  return like([...words(from, p0), text, ...words(p1, to)]) - like(words(from, to))
}
