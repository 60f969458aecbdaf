import { findNumerals, otherTenses, type RuleLanguage, type SpeechRules, spellOut } from '#language'
import type { EditKind } from '#model'
import type { PrintedWord } from './located.js'
import type { Replacement } from './wording.js'

/** A wording that would mean something else: printed words replaced, with the kind of edit that would be. */
export interface Probe extends Replacement {
  kind: EditKind
  /** The transcript suggests it; the rules do; or the heard side is garble, and it asks whether the print was said at all. */
  origin: 'heard' | 'hunt' | 'home'
}

/**
 * What to ask about even where print and transcript agree, since the recogniser may have "corrected" the same word: small
 * words at every gap, opposites and other tenses, other numbers, and negations, hedges and numbers left out.
 */
export function hunt(
  printed: readonly PrintedWord[],
  from: number,
  to: number,
  rules: SpeechRules,
  language: RuleLanguage | null,
  counted: readonly Counted[],
): Probe[] {
  const probes: Probe[] = []
  const text = (p0: number, p1: number) =>
    printed
      .slice(p0, p1)
      .map((word) => word.norm)
      .join(' ')
  for (let at = from; at < to; at++) {
    const word = printed[at]!
    const starts = at === from || word.sentence !== printed[at - 1]!.sentence
    // Swedish has no sentence that begins with an adverb put before its subject and then goes on unchanged.
    if (!starts) {
      for (const { word: small, kind } of rules.hunted) {
        // Beside a printed hedge another says nothing new, and sounds too much at home.
        const shaded = kind === 'hedge' && (rules.isHedge(word.norm) || rules.isHedge(printed[at - 1]!.norm))
        if (small !== word.norm && small !== printed[at - 1]!.norm && !shaded)
          probes.push({ p0: at, p1: at, text: small, kind, origin: 'hunt' })
      }
    }
    for (const { other, kind } of rules.alternatives(word.norm)) {
      probes.push(smallest({ p0: at, p1: at + 1, text: other, kind, origin: 'hunt' }, word.norm))
    }
    if (language) {
      for (const other of otherTenses(word.norm, language))
        probes.push({ p0: at, p1: at + 1, text: other, kind: 'tense', origin: 'hunt' })
    }
    if (rules.isNegation(word.norm) || rules.isHedge(word.norm)) {
      const kind = rules.isNegation(word.norm) ? 'negation' : 'hedge'
      probes.push({ p0: at, p1: at + 1, text: '', kind, origin: 'hunt' })
    }
  }
  for (const one of counted) probes.push(...otherNouns(printed, from, to, one, counted))
  if (language) probes.push(...otherNumbers(printed, from, to, text(from, to), language))
  return probes
}

/** "är" → "är inte" is "inte" put in after it: one change has one name. */
function smallest(probe: Probe, printed: string): Probe {
  if (probe.text.startsWith(`${printed} `))
    return { ...probe, p0: probe.p1, text: probe.text.slice(printed.length + 1) }
  if (probe.text.endsWith(` ${printed}`))
    return { ...probe, p1: probe.p0, text: probe.text.slice(0, -printed.length - 1) }
  return probe
}

/** A counted noun of the article: its place in the file, and the noun as printed. */
export interface Counted {
  start: number
  end: number
  text: string
}

/** What is counted matters as much as how many: the article's other counted nouns in this one's place. */
function otherNouns(
  printed: readonly PrintedWord[],
  from: number,
  to: number,
  { start, end, text }: Counted,
  counted: readonly Counted[],
): Probe[] {
  const p0 = printed.findIndex((word, at) => at >= from && at < to && word.start >= start && word.end <= end)
  if (p0 < 0) return []
  const others = new Set(counted.map((one) => one.text.toLowerCase()).filter((other) => other !== text.toLowerCase()))
  return [...others].map((other) => ({ p0, p1: p0 + 1, text: other, kind: 'word-changed', origin: 'hunt' }))
}

/** Values a listener could take for one another: neighbours, tens, teens against tens, dropped or added digits. */
function nearNumbers(value: number): number[] {
  if (!Number.isInteger(value) || value < 0) return []
  const near = new Set<number>()
  if (value > 1000 && value < 2100) {
    for (const step of [-10, -2, -1, 1, 2, 10]) near.add(value + step)
    near.add(value - (value % 100) + (value % 10) * 10 + Math.floor((value % 100) / 10))
  } else {
    for (let other = 2; other <= 20; other++) if (value <= 20) near.add(other)
    if (value <= 100) for (let ten = 20; ten <= 100; ten += 10) near.add(ten)
    for (const step of [-100, -10, -1, 1, 10, 100]) near.add(value + step)
    if (value >= 13 && value <= 19) near.add((value - 10) * 10)
    if (value % 10 === 0 && value >= 30 && value <= 90) near.add(value / 10 + 10)
    if (value > 20) for (const factor of [0.1, 10]) near.add(value * factor)
    if (value >= 100 && value % 100 === 0 && value < 1000)
      for (let other = 100; other < 1000; other += 100) near.add(other)
    if (value > 20 && value < 100) near.add((value % 10) * 10 + Math.floor(value / 10))
  }
  near.delete(value)
  return [...near].filter((other) => Number.isInteger(other) && other > 0)
}

function otherNumbers(
  printed: readonly PrintedWord[],
  from: number,
  to: number,
  text: string,
  language: RuleLanguage,
): Probe[] {
  const probes: Probe[] = []
  const offsets: number[] = []
  let offset = 0
  for (let at = from; at < to; at++) {
    offsets.push(offset)
    offset += printed[at]!.norm.length + 1
  }
  for (const numeral of findNumerals(text, language)) {
    const p0 = from + offsets.findLastIndex((start) => start <= numeral.start)
    const p1 = from + offsets.findLastIndex((start) => start < numeral.end) + 1
    if (numeral.ordinal || numeral.notation === 'mixed') continue
    probes.push({ p0, p1, text: '', kind: 'number', origin: 'hunt' })
    for (const other of nearNumbers(numeral.value)) {
      const written = numeral.notation === 'digits' ? String(other) : spellOut(other, language)[0]
      if (written && written !== text.slice(numeral.start, numeral.end)) {
        probes.push({ p0, p1, text: written, kind: 'number', origin: 'hunt' })
      }
    }
  }
  return probes
}
