import { negatedForms, type RuleLanguage, type SpeechRules, verbAlternatives } from '#language'
import { otherNumbers } from './hunt-numbers.js'
import { isName, otherNames } from './known-names.js'
import type { PrintedWord } from './located.js'
import type { Probe } from './probe.js'

/** "kommer vi inte att spara" is taken for one verb. */
const MOST_WORDS = 5

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
    const ends = at + 1 === printed.length || /[.!?]/.test(word.after)
    for (const { word: small, kind, where } of rules.hunted) {
      const put = { text: small, kind, origin: 'hunt' } as const
      if (where === 'gap') {
        // Swedish has no sentence that begins with an adverb put before its subject and then goes on unchanged.
        if (starts) continue
        // Beside a printed hedge another says nothing new, and sounds too much at home.
        const shaded = kind === 'hedge' && (rules.isHedge(word.norm) || rules.isHedge(printed[at - 1]!.norm))
        const beside = kind === 'number' && (word.value !== null || printed[at - 1]!.value !== null)
        if (kind === 'negation' && printed[at - 1]!.after.includes(','))
          probes.push({ p0: at, p1: at, closing: true, ...put })
        if (small !== word.norm && small !== printed[at - 1]!.norm && !shaded && !beside)
          probes.push({ p0: at, p1: at, ...put })
      } else if (where === 'start') {
        // A quotation that begins in the middle of a sentence leaves out its start, and says so by its small letter.
        if (starts && /^\p{Lu}/u.test(word.text)) probes.push({ p0: at, p1: at, ...put })
      } else if (where === 'front') {
        // An adverb in front turns subject and verb round: "Vi hinner" was "Kanske hinner vi".
        const verb = at + 1 < to && starts && rules.isFunctionWord(word.norm) ? printed[at + 1]! : null
        if (verb?.sentence === word.sentence)
          probes.push({ ...put, p0: at, p1: at + 2, text: `${small} ${verb.text} ${word.norm}` })
      } else if (ends && word.norm !== small) probes.push({ p0: at + 1, p1: at + 1, closing: true, ...put })
    }
    if (word.value !== null && !starts && !rules.approximators.has(printed[at - 1]!.norm)) {
      for (const text of rules.approximators) probes.push({ p0: at, p1: at, text, kind: 'hedge', origin: 'hunt' })
    }
    for (let words = 1; words <= MOST_WORDS; words++) {
      if (at + words > to) continue
      const own = text(at, at + words)
      for (const { other, kind } of [...rules.alternatives(own), ...(language ? verbAlternatives(own, language) : [])])
        probes.push(smallest({ p0: at, p1: at + words, text: other, kind, origin: 'hunt' }, own))
    }
    for (const other of language && isName(printed, at) ? otherNames(word, language) : [])
      probes.push({ p0: at, p1: at + 1, text: other, kind: 'name', origin: 'hunt' })
    for (const other of language ? negatedForms(word.norm, language) : [])
      probes.push({ p0: at, p1: at + 1, text: other, kind: 'negation', origin: 'hunt' })
    const approximates = rules.approximators.has(word.norm) && (printed[at + 1]?.value ?? null) !== null
    if (rules.isNegation(word.norm) || rules.isHedge(word.norm) || approximates) {
      const kind = rules.isNegation(word.norm) ? 'negation' : 'hedge'
      probes.push({ p0: at, p1: at + 1, text: '', kind, origin: 'hunt' })
    }
  }
  for (const one of counted) probes.push(...otherNouns(printed, from, to, one, counted))
  if (language) probes.push(...otherNumbers(printed, from, to, language))
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
