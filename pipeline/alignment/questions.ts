import { hasRules, speechRules } from '#language'
import {
  type Article,
  articlePlace,
  type Claims,
  type EditKind,
  grouped,
  type Question,
  type Recording,
  type Transcript,
} from '#model'
import { type Difference, differencesOf, type Sides } from './differences.js'
import { heardWords } from './heard-words.js'
import { type Counted, hunt } from './hunt.js'
import type { Located, Run } from './located.js'
import type { Probe } from './probe.js'
import { stretches } from './stretches.js'
import { decoysAgainst, isSpelling, suspicions } from './suspicions.js'
import { vocabularyOf } from './vocabulary.js'
import { type Spoken, wordings } from './wording.js'

/** A few words of reported speech found in the sound prove nothing about the rest, and hearing them again costs a second. */
const SHORTEST_STATEMENT = 6
/** Share of a statement's letters that must stand against something like them. */
const LEAST_ALIKE = 0.5
/** Loose cuts are as good as tight ones, a word's start is never exact, and a word left out at either end is in here. */
const MARGIN = 0.8

/**
 * One question with what each wording would mean: `probes[i]` belongs to `question.wordings[i + 1]`. A number's probes are
 * asked about twice, the second time in its other notation.
 */
export interface Asked {
  question: Question
  run: number
  /** Printed words the wordings cover. */
  p0: number
  p1: number
  probes: Probe[]
}

/** What a run differs in, and what to ask the sound about it. */
export interface Inquiry {
  located: Located
  differences: Difference[][]
  asked: Asked[]
}

const TURNING: ReadonlySet<EditKind> = new Set(['role', 'negation', 'number'])
/**
 * A shade that the transcript lost or put in is asked about, but not hunted; nor is a name, which a reporter may have put
 * where the speaker said "he".
 */
const turns = ({ kind, origin }: Probe) =>
  kind === 'hedge' || kind === 'name' ? origin === 'heard' : TURNING.has(kind)
/** Kinds that tell no more than that words differ. */
const GUESSED: ReadonlySet<EditKind> = new Set(['word-changed', 'inflection'])

/** Fillers and restarts that the transcript has and the print rightly left out, by the printed word that follows them. */
function spokenWords(differences: readonly Difference[]): Spoken {
  const left = differences.filter(({ kind, p0, p1 }) => p0 === p1 && (kind === 'filler' || kind === 'repetition'))
  return new Map(left.map(({ p0, heard }) => [p0, heard.replace(/[.?!,]+$/, ',')]))
}

/** Is the printed stretch near enough to what was said that one changed word in it can be heard at all? */
function isNearlyItsWords(run: Run, part: { p0: number; p1: number }, located: Located): boolean {
  if (part.p1 - part.p0 < SHORTEST_STATEMENT) return false
  let letters = 0
  let alike = 0
  for (const op of run.ops) {
    if (op.p0 < part.p0 || op.p1 > part.p1) continue
    for (const word of located.printed.slice(op.p0, op.p1)) {
      letters += word.folded.length
      alike += word.folded.length * op.like
    }
  }
  return alike >= LEAST_ALIKE * letters
}

/** One probe for each wording that is none of the print's own, in the order given. */
function distinct(probes: readonly Probe[], written: (probe?: Probe) => string): Probe[] {
  const print = written()
  const byWording = new Map<string, Probe>()
  for (const probe of probes) {
    const text = written(probe)
    const first = byWording.get(text)
    if (text === print) continue
    if (!first) byWording.set(text, probe)
    else if (first.origin === 'heard') {
      // The rules know its kind.
      const betterKnown = GUESSED.has(probe.kind) || GUESSED.has(first.kind)
      byWording.set(text, betterKnown ? probe : { ...first, listed: true })
    }
  }
  return [...byWording.values()]
}

type Renoted = Probe & Required<Pick<Probe, 'renoted'>>
/** Numbers that can be written in another notation too, place by place. */
const renotedNumbers = (probes: readonly Probe[]): Renoted[][] =>
  grouped(
    probes.filter((probe): probe is Renoted => probe.renoted !== undefined),
    ({ p0, p1 }) => `${p0} ${p1}`,
  )

/** The nouns that the article counts with, in lower case. */
function countedNouns(article: Article, claims: Claims): Counted[] {
  return claims.quantities.flatMap(({ counted, unit }) => {
    if (!counted || unit !== null) return []
    const { start, end } = articlePlace(article, counted.span)
    return [{ start, end, text: counted.text.toLowerCase() }]
  })
}

/** The differences and questions of every located claim. Asking again gives the same questions with the same ids. */
export function inquire(input: {
  article: Article
  claims: Claims
  located: readonly Located[]
  transcripts: readonly Transcript[]
  recordings: readonly Recording[]
  language: string
}): Inquiry[] {
  const { article, claims, located, transcripts, recordings, language } = input
  const rules = speechRules(language)
  const known = vocabularyOf(article, language)
  const ruleLanguage = hasRules(language) ? language : null
  const counted = countedNouns(article, claims)
  const nouns = new Set(counted.map((one) => one.text))
  return located.map((claim) => {
    const asked: Asked[] = []
    const differences = claim.runs.map((run, runIndex) => {
      const transcript = transcripts[run.transcript]!
      const heard = heardWords(transcript, language)
      const sides: Sides = { printed: claim.printed, heard, words: transcript.words, rules, language: ruleLanguage }
      const found = differencesOf(run, sides).filter(
        (difference) => !isSpelling(difference, claim, heard, known, language),
      )
      const recording = recordings.find((one) => one.id === transcript.recording)
      if (!recording || !transcript.timed) return found
      const spoken = spokenWords(found)
      for (const part of stretches(run, claim, transcript, heard)) {
        if (claim.kind === 'statement' && !isNearlyItsWords(run, part, claim)) continue
        const within = (probe: { p0: number; p1: number }) => probe.p0 >= part.p0 && probe.p1 <= part.p1
        const written = wordings(claim.printed, part.p0, part.p1, spoken)
        // Reported speech may word and shade things as it likes: asked is only what would turn its meaning.
        const isWorthAsking = (probe: Probe) =>
          within(probe) && (claim.kind === 'quotation' || turns(probe) || nouns.has(probe.text))
        const probes = distinct(
          [
            ...found.flatMap((one) => suspicions(one, claim.printed, heard, known, rules, ruleLanguage)),
            ...hunt(claim.printed, part.p0, part.p1, rules, ruleLanguage, counted),
          ].filter(isWorthAsking),
          written,
        )
        if (probes.length === 0) continue
        const strangers = ruleLanguage
          ? found.filter(within).flatMap((difference) => decoysAgainst(difference, claim.printed, rules, ruleLanguage))
          : []
        const ask = (probes: Probe[], sides: string[], more: Pick<Question, 'decoys' | 'follows'>) => {
          const number = asked.filter((one) => one.run === runIndex).length
          const question: Question = {
            id: `${claim.claim}.${runIndex}.${number}`,
            recording: recording.id,
            startSeconds: Math.round(Math.max(0, part.from - MARGIN) * 100) / 100,
            endSeconds: Math.round(Math.min(recording.seconds, part.to + MARGIN) * 100) / 100,
            language,
            wordings: sides,
            ...more,
          }
          asked.push({ run: runIndex, p0: part.p0, p1: part.p1, probes, question })
          return question
        }
        const all = [...probes, ...strangers]
        const first = ask(
          all,
          [written(), ...all.map(written)],
          strangers.length > 0 ? { decoys: strangers.length } : {},
        )
        for (const numbers of renotedNumbers(all)) {
          const { p0, p1, renoted } = numbers[0]!
          const texts = [renoted.print, ...numbers.map((one) => one.renoted.text)]
          const sides = texts.map((text) => written({ p0, p1, text }))
          ask(numbers, sides, { follows: { question: first.id, of: numbers.map((one) => all.indexOf(one) + 1) } })
        }
      }
      return found
    })
    return { located: claim, differences, asked }
  })
}
