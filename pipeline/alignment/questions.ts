import { hasRules, type RuleLanguage, type SpeechRules, soundsSame, speechRules } from '#language'
import {
  type Article,
  articlePlace,
  type Claims,
  type EditKind,
  type Question,
  type Recording,
  type Transcript,
} from '#model'
import type { AlignedWord } from './align-words.js'
import { decoys, isKnownName, isName, namesLike } from './decoys.js'
import { type Difference, differencesOf, type Sides } from './differences.js'
import { heardWords } from './heard-words.js'
import { type Counted, hunt } from './hunt.js'
import type { Located, PrintedWord, Run } from './located.js'
import type { Probe } from './probe.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'
import { type Spoken, wordings } from './wording.js'

/** Seconds of one question: what fits one window of the model with room around it. */
const LONGEST_CUT = 24
/** A few words of reported speech found in the sound prove nothing about the rest, and hearing them again costs a second. */
const SHORTEST_STATEMENT = 6
/** Share of a statement's letters that must stand against something like them. */
const LEAST_ALIKE = 0.5
/** Loose cuts are as good as tight ones, a word's start is never exact, and a word left out at either end is in here. */
const MARGIN = 0.8

/** One question with what each wording would mean: `probes[i]` belongs to `question.wordings[i + 1]`. */
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

/** Printed stretches of at most `LONGEST_CUT` seconds, cut between sentences where possible. */
function stretches(
  run: Run,
  located: Located,
  transcript: Transcript,
): { p0: number; p1: number; from: number; to: number }[] {
  const parts: { p0: number; p1: number; from: number; to: number }[] = []
  for (const op of run.ops) {
    const first = transcript.words[op.h0]
    const last = transcript.words[op.h1 - 1]
    const from = op.h1 > op.h0 ? (first?.startSeconds ?? null) : null
    const to = op.h1 > op.h0 ? (last?.endSeconds ?? null) : null
    const open = parts.at(-1)
    const begins =
      op.p1 > op.p0 && op.p0 > 0 && located.printed[op.p0]?.sentence !== located.printed[op.p0 - 1]?.sentence
    const tooLong = open !== undefined && to !== null && to - open.from > (begins ? LONGEST_CUT * 0.6 : LONGEST_CUT)
    if (!open || tooLong) {
      if (op.p1 === op.p0) continue
      const start = from ?? open?.to ?? transcript.words[run.h0]?.startSeconds ?? 0
      parts.push({ p0: op.p0, p1: op.p1, from: start, to: to ?? start })
      continue
    }
    open.p1 = Math.max(open.p1, op.p1)
    if (to !== null) open.to = Math.max(open.to, to)
  }
  return parts
}

/** Kinds that need no asking: custom allows them. */
const UNASKED: ReadonlySet<EditKind> = new Set(['filler', 'repetition', 'spoken-form'])
const TURNING: ReadonlySet<EditKind> = new Set(['role', 'negation', 'number', 'name'])
/** A shade that the transcript lost or put in is asked about, but not hunted. */
const turns = ({ kind, origin }: Probe) => TURNING.has(kind) || (kind === 'hedge' && origin === 'heard')
/** What was heard for a name, this much like it and no other known name, is the recogniser's spelling of it. */
const NAME_LIKE = 0.7
/** So much like it, it need not even be garble. */
const NAME_SAME = 0.85
const LONGEST_SUSPICION = 8
/** Letters of a word from which a part of it is known as such. */
const LEAST_PART = 4
/** Kinds that tell no more than that words differ. */
const GUESSED: ReadonlySet<EditKind> = new Set(['word-changed', 'inflection'])
/** What was heard is a spelling of a known name when it is this much like it, and likelier than the printed one by so much. */
const LEAST_NAME_LIKE = 0.6
const CLEARLY = 0.1
/** Content words of one difference that decoys are put against. */
const MOST_DECOYED = 3

/**
 * What a difference makes us ask. Where words of the language were heard, or garble that sounds like a word of the
 * article: were they said instead? Where the garble is like nothing, it is no evidence: were the printed words said at all?
 */
function suspicion(difference: Difference, heard: readonly AlignedWord[], known: Vocabulary): Probe[] {
  const { p0, p1, h0, h1, kind } = difference
  if (UNASKED.has(kind) || h1 - h0 > LONGEST_SUSPICION || p1 - p0 > LONGEST_SUSPICION) return []
  const words = heard.slice(h0, h1).map((word) => known.read(word))
  if (words.every((word) => word !== null)) {
    return [{ p0, p1, text: words.join(' '), kind, origin: 'heard' }]
  }
  return p1 > p0 ? [{ p0, p1, text: '', kind, origin: 'home' }] : []
}

/** Where fewer words were heard than printed, one of the printed ones may have been put in. */
function putIn({ p0, p1, h0, h1, kind }: Difference, printed: readonly PrintedWord[], rules: SpeechRules): Probe[] {
  if (UNASKED.has(kind) || p1 - p0 < 2 || p1 - p0 <= h1 - h0 || p1 - p0 > LONGEST_SUSPICION) return []
  return printed.slice(p0, p1).flatMap(({ norm, value }, i): Probe[] => {
    if (value !== null || rules.isFunctionWord(norm)) return []
    return [{ p0: p0 + i, p1: p0 + i + 1, text: '', kind: 'word-added', origin: 'hunt' }]
  })
}

/** A word left out behind a comma may have stood before it: "det stämmer, för" was "det stämmer inte, för". */
const beforeComma = (probe: Probe, printed: readonly PrintedWord[]): Probe[] =>
  probe.p0 === probe.p1 && printed[probe.p0 - 1]?.after.includes(',') ? [{ ...probe, closing: true }, probe] : [probe]

/** Names that what was heard sounds like, more than like the printed one. */
function otherNames(
  { p0, p1, h0, h1, like }: Difference,
  printed: readonly PrintedWord[],
  heard: readonly AlignedWord[],
  language: RuleLanguage,
): Probe[] {
  if (p1 - p0 !== 1 || h1 - h0 !== 1 || !isName(printed, p0)) return []
  return namesLike(heard[h0]!, printed[p0]!, Math.max(LEAST_NAME_LIKE, like + CLEARLY), language).map((text) => ({
    p0,
    p1,
    text,
    kind: 'name',
    origin: 'heard',
  }))
}

/**
 * Garble that reads as the printed words themselves is the recogniser's spelling, no difference. Of names every spelling
 * is a guess: only another name, or one that sounds unlike, is a difference.
 */
function isSpelling(
  difference: Difference,
  located: Located,
  heard: readonly AlignedWord[],
  known: Vocabulary,
  language: string,
): boolean {
  const { p0, p1, h0, h1, kind, like } = difference
  const read = heard.slice(h0, h1).map((word) => known.read(word))
  if (kind === 'name' && like >= NAME_LIKE) {
    const known = heard.slice(h0, h1).some(({ norm }) => isKnownName(norm, language))
    if (!known && (like >= NAME_SAME || read.some((word) => word === null))) return true
    if (hasRules(language) && soundsSame(difference.printed, difference.heard, language)) return true
  }
  if (p1 - p0 !== h1 - h0) return false
  const printed = located.printed.slice(p0, p1)
  return printed.every((word, i) => read[i] === word.norm || (read[i] === null && isPart(heard[h0 + i]!, word)))
}

/** What is left of a word when its other half was not written down: "förebyggande" as "gande". */
const isPart = ({ folded }: AlignedWord, printed: AlignedWord): boolean =>
  folded.length >= LEAST_PART && (printed.folded.startsWith(folded) || printed.folded.endsWith(folded))

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

/** Where print and transcript differ in content words, a lead over decoys tells whether the printed ones were said. */
function decoysAgainst(
  { p0, p1, kind }: Difference,
  printed: readonly PrintedWord[],
  rules: SpeechRules,
  language: RuleLanguage,
): Probe[] {
  if (UNASKED.has(kind) || p1 - p0 > LONGEST_SUSPICION) return []
  const content: number[] = []
  for (let at = p0; at < p1; at++)
    if (printed[at]!.value === null && !rules.isFunctionWord(printed[at]!.norm)) content.push(at)
  return content.slice(0, MOST_DECOYED).flatMap((at) => decoys(printed, at, language))
}

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
      for (const part of stretches(run, claim, transcript)) {
        if (claim.kind === 'statement' && !isNearlyItsWords(run, part, claim)) continue
        const within = (probe: { p0: number; p1: number }) => probe.p0 >= part.p0 && probe.p1 <= part.p1
        const probes: Probe[] = []
        const spoken = spokenWords(found)
        const written = wordings(claim.printed, part.p0, part.p1, spoken)
        const places = new Map([[written(), -1]])
        const suspicions = found.flatMap((difference) => [
          ...(ruleLanguage ? otherNames(difference, claim.printed, heard, ruleLanguage) : []),
          ...suspicion(difference, heard, known).flatMap((probe) => beforeComma(probe, claim.printed)),
          ...putIn(difference, claim.printed, rules),
        ])
        const hunted = hunt(claim.printed, part.p0, part.p1, rules, ruleLanguage, counted)
        for (const probe of [...suspicions, ...hunted]) {
          // Reported speech may word and shade things as it likes: asked is only what would turn its meaning.
          const worthAsking = claim.kind === 'quotation' || turns(probe) || nouns.has(probe.text)
          if (!worthAsking) continue
          if (!within(probe)) continue
          const text = written(probe)
          const place = places.get(text)
          if (place === undefined) places.set(text, probes.push(probe) - 1)
          // What the transcript has and the rules list is no stray mishearing, and the rules know its kind.
          else if (
            place >= 0 &&
            probes[place]!.origin === 'heard' &&
            (GUESSED.has(probe.kind) || GUESSED.has(probes[place]!.kind))
          )
            probes[place] = probe
        }
        if (probes.length === 0) continue
        const strangers = ruleLanguage
          ? found.filter(within).flatMap((difference) => decoysAgainst(difference, claim.printed, rules, ruleLanguage))
          : []
        const number = asked.filter((one) => one.run === runIndex).length
        asked.push({
          run: runIndex,
          p0: part.p0,
          p1: part.p1,
          probes: [...probes, ...strangers],
          question: {
            id: `${claim.claim}.${runIndex}.${number}`,
            recording: recording.id,
            startSeconds: Math.round(Math.max(0, part.from - MARGIN) * 100) / 100,
            endSeconds: Math.round(Math.min(recording.seconds, part.to + MARGIN) * 100) / 100,
            language,
            wordings: [...places.keys(), ...strangers.map(written)],
            ...(strangers.length > 0 ? { decoys: strangers.length } : {}),
            ...(probes.some(({ kind }) => kind === 'name') ? { priors: true as const } : {}),
          },
        })
      }
      return found
    })
    return { located: claim, differences, asked }
  })
}
