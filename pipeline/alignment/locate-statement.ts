import type { SpeechRules } from '#language'
import type { Word } from '#model'
import { type AlignedWord, alignWords, type Op } from './align-words.js'
import { chanceOfFit } from './chance.js'
import { endsSentence } from './ends-sentence.js'
import { findPlaces } from './find-places.js'
import { lettersOf, type PrintedWord, type Run } from './located.js'
import type { TranscriptIndex } from './transcript-index.js'

/** Reported speech keeps some of the words; looked for in stretches of this many, every few words. */
const STRETCH = 8
const STRIDE = 4
/** Heard words looked at on either side of a window: reported speech leaves some out, and its last words lie farther on. */
const ROOM = 6
/** Content words that must match, how alike the stretch must be as a whole, and how rare by chance. */
const CONTENT_WORDS = 2
const LIKE = 0.5
const CHANCE = 0.001
/** A whole sentence whose letters stand there as surely as this was said there, however badly its words were heard. */
const WHOLE = 1e-6
/** Windows that a stranger fits as well as this are not worth a word alignment. */
const PROMISING = 0.2

/** The stretch of ops whose matched letters outweigh the others most (Kadane's maximum-sum subarray, Bentley 1984). */
function bestStretch(ops: readonly Op[], printed: readonly PrintedWord[]): { ops: Op[]; score: number } {
  let best = { from: 0, to: 0, score: 0 }
  let from = 0
  let sum = 0
  ops.forEach((op, at) => {
    // A changed word costs by how unlike it is: reported speech changes words, and the one that matters may be the last but one.
    const letters = lettersOf(printed, op.p0, op.p1).length
    const value = op.like >= 0.6 ? letters * op.like : -0.6 * (1 - op.like) * Math.max(letters, (op.h1 - op.h0) * 3)
    if (sum <= 0) {
      sum = 0
      from = at
    }
    sum += value
    if (sum > best.score) best = { from, to: at + 1, score: sum }
  })
  return { ops: ops.slice(best.from, best.to), score: best.score }
}

/**
 * The stretch with the number beside it or the denial in front: "57 larm kom under natten" where seventy-five were said is
 * found by its tail, and what is to be asked about lies just outside.
 */
function withTurning(
  stretch: readonly Op[],
  ops: readonly Op[],
  printed: readonly PrintedWord[],
  heard: readonly AlignedWord[],
  said: readonly Word[],
  rules: SpeechRules,
): Op[] {
  const hasNumber = (words: readonly AlignedWord[]) => words.some(({ value }) => value !== null)
  const isNumber = (op: Op | undefined) =>
    op && hasNumber(printed.slice(op.p0, op.p1)) && hasNumber(heard.slice(op.h0, op.h1))
  const denies = (word: AlignedWord | undefined) => word !== undefined && rules.isNegation(word.norm)
  const [first, last] = [ops.indexOf(stretch[0]!), ops.indexOf(stretch.at(-1)!)]
  const own = [...stretch]
  if (isNumber(ops[last + 1])) own.push(ops[last + 1]!)
  const { p0, h0 } = own[0]!
  const follows = h0 > 0 && !endsSentence(said[h0 - 1]!.text)
  if (isNumber(ops[first - 1])) own.unshift(ops[first - 1]!)
  else if (p0 > 0 && denies(printed[p0 - 1]) !== denies(heard[h0 - 1]) && follows) {
    own.unshift(
      denies(printed[p0 - 1])
        ? { p0: p0 - 1, p1: p0, h0, h1: h0, like: 0 }
        : { p0, p1: p0, h0: h0 - 1, h1: h0, like: 0 },
    )
  }
  return own
}

/** From the first to the last word that was heard as printed. */
function wholeStretch(ops: readonly Op[], printed: readonly PrintedWord[]): { ops: Op[]; score: number } {
  const heard = (op: Op) => op.like >= 0.6
  const from = ops.findIndex(heard)
  if (from < 0) return { ops: [], score: 0 }
  const own = ops.slice(from, ops.findLastIndex(heard) + 1)
  return { ops: own, score: own.reduce((sum, op) => sum + op.like * lettersOf(printed, op.p0, op.p1).length, 0) }
}

/** Where part of a statement was said in nearly its own words, or null. */
export function locateStatement(
  printed: readonly PrintedWord[],
  indexes: readonly TranscriptIndex[],
  heard: readonly AlignedWord[][],
  rules: SpeechRules,
  searched: number,
): { run: Run; similarity: number; chance: number } | null {
  const windows: [number, number][] = [[0, printed.length]]
  for (let p0 = 0; printed.length > STRETCH + 2 && p0 + STRETCH / 2 < printed.length; p0 += STRIDE) {
    windows.push([p0, Math.min(printed.length, p0 + STRETCH)])
  }
  type Found = { run: Run; score: number; similarity: number; chance: number; whole: boolean }
  let best: Found | null = null
  const all = lettersOf(printed, 0, printed.length).length
  const tried = new Set<string>()
  for (const [p0, p1] of windows) {
    const query = lettersOf(printed, p0, p1)
    for (const place of findPlaces(indexes, query, 3)) {
      const placeChance = chanceOfFit(place.similarity, query.length, searched)
      if (placeChance > PROMISING) continue
      const words = heard[place.transcript]!
      const from = Math.max(0, place.firstWord - Math.ceil(p0 * 1.3) - ROOM)
      const to = Math.min(words.length, place.endWord + Math.ceil((printed.length - p1) * 1.3) + ROOM)
      const key = `${place.transcript} ${from >> 2} ${to >> 2}`
      if (tried.has(key)) continue
      tried.add(key)
      const ops = alignWords(printed, words.slice(from, to), rules).map((op) => ({
        ...op,
        h0: op.h0 + from,
        h1: op.h1 + from,
      }))
      const whole = p1 - p0 === printed.length && placeChance <= WHOLE
      // The places of a window come best first: by letters, with what was said between counted, which words alone forget.
      if (whole && best?.whole) continue
      const stretch = whole ? wholeStretch(ops, printed) : bestStretch(ops, printed)
      if (stretch.score <= (best?.score ?? 0)) continue
      const [first, last] = [stretch.ops[0]!, stretch.ops.at(-1)!]
      const content = stretch.ops.filter(
        (op) => op.like >= 0.75 && printed.slice(op.p0, op.p1).some((word) => !rules.isFunctionWord(word.norm)),
      )
      const letters = lettersOf(printed, first.p0, last.p1).length
      const like = stretch.ops.reduce((sum, op) => sum + op.like * lettersOf(printed, op.p0, op.p1).length, 0)
      const chance = chanceOfFit(like / letters, letters, searched)
      const enough = content.length >= CONTENT_WORDS && like / letters >= LIKE && chance <= CHANCE
      if (!whole && !enough) continue
      const said = indexes[place.transcript]!.transcript.words
      const own = withTurning(stretch.ops, ops, printed, words, said, rules)
      const [begin, end] = [own[0]!, own.at(-1)!]
      const run = { transcript: place.transcript, p0: begin.p0, p1: end.p1, h0: begin.h0, h1: end.h1, ops: own }
      best = { run, score: stretch.score, similarity: like / all, chance, whole }
    }
  }
  return best
}
