import { type SpeechRules, speechRules } from '#language'
import type { Article, Claims, Transcript } from '#model'
import { type AlignedWord, alignWords } from './align-words.js'
import { closePlaces } from './alternatives.js'
import { chanceOfFit, FOUND } from './chance.js'
import { endsSentence } from './ends-sentence.js'
import { findPlaces, type Place } from './find-places.js'
import { heardWords } from './heard-words.js'
import { locateStatement } from './locate-statement.js'
import { type Located, lettersOf, type PrintedWord, type Run } from './located.js'
import { printedWords } from './printed-words.js'
import { reachBack } from './reach-back.js'
import { separate } from './separate.js'
import { indexTranscript, type TranscriptIndex } from './transcript-index.js'

/** Letters that a jump to another place must win, so that a repeated phrase stays with its neighbours. */
const JUMP = 5
/** Heard words at a quotation's edge that may still be of its sentence. */
const EDGE_WORDS = 4
/** Heard words that may lie between two sentences that were said in one go. */
const NEAR = 6

interface Search {
  indexes: TranscriptIndex[]
  heard: AlignedWord[][]
  rules: SpeechRules
  searched: number
  /** The places where letters fit best, best first: found once, since a unit is most often a run of its own. */
  places(letters: string): Place[]
}

/** A stretch of printed words looked for in one go. */
interface Unit {
  p0: number
  p1: number
  letters: string
}

/** Sentences; one too short to be found alone ("Nej.") goes with its neighbour. */
function unitsOf(printed: readonly PrintedWord[]): Unit[] {
  const units: Unit[] = []
  for (let p0 = 0; p0 < printed.length; ) {
    let p1 = p0 + 1
    while (p1 < printed.length && printed[p1]!.sentence === printed[p0]!.sentence) p1++
    const last = units.at(-1)
    const letters = lettersOf(printed, p0, p1)
    if (last && (letters.length < 14 || last.letters.length < 14)) {
      last.p1 = p1
      last.letters += letters
    } else units.push({ p0, p1, letters })
    p0 = p1
  }
  return units
}

/** One place for each unit, or none: the choice that keeps most letters for fewest jumps (Viterbi over the candidates). */
function choosePlaces(units: readonly Unit[], search: Search): (Place | null)[] {
  const options = units.map((unit): (Place | null)[] => [
    null,
    ...search
      .places(unit.letters)
      .filter((place) => chanceOfFit(place.similarity, unit.letters.length, search.searched) <= 0.2),
  ])
  type State = { score: number; back: number; last: Place | null }
  const columns: State[][] = []
  units.forEach((unit, at) => {
    const previous: State[] = columns[at - 1] ?? [{ score: 0, back: -1, last: null }]
    columns.push(
      options[at]!.map((place) => {
        let best: State = { score: Number.NEGATIVE_INFINITY, back: 0, last: null }
        previous.forEach((state, back) => {
          let score = state.score
          if (place) {
            score += unit.letters.length * (place.similarity - 0.45)
            const follows =
              state.last?.transcript === place.transcript && Math.abs(place.firstWord - state.last.endWord) <= NEAR
            if (state.last && !follows) score -= JUMP
          }
          if (score > best.score) best = { score, back, last: place ?? state.last }
        })
        return best
      }),
    )
  })
  const chosen: (Place | null)[] = []
  let pick = columns.at(-1)!.reduce((best, state, at, all) => (state.score > all[best]!.score ? at : best), 0)
  for (let at = units.length - 1; at >= 0; at--) {
    chosen.unshift(options[at]![pick]!)
    pick = columns[at]![pick]!.back
  }
  return chosen
}

/** Units said one after the other become one run; a unit that was not found is taken along where there is room for it. */
function joinUnits(units: readonly Unit[], places: readonly (Place | null)[]): Omit<Run, 'ops'>[] {
  const runs: Omit<Run, 'ops'>[] = []
  let waiting = 0
  units.forEach((unit, at) => {
    const place = places[at]
    const last = runs.at(-1)
    if (!place) {
      waiting++
      return
    }
    const gap = last ? place.firstWord - last.h1 : 0
    const room = waiting === 0 ? NEAR : NEAR + (unit.p0 - (last?.p1 ?? 0)) * 1.6
    if (last && last.transcript === place.transcript && gap >= -3 && gap <= room) {
      last.p1 = unit.p1
      last.h1 = Math.max(last.h1, place.endWord)
    } else {
      runs.push({ transcript: place.transcript, p0: unit.p0, p1: unit.p1, h0: place.firstWord, h1: place.endWord })
    }
    waiting = 0
  })
  return runs
}

/**
 * A quotation may have lost its "jag tror att" or its last "kanske": small words heard in the same breath before its first
 * and after its last printed word belong to it when they would turn or shade it.
 */
function toSentenceEdges(run: Run, { heard, indexes, rules }: Search): Run {
  const words = heard[run.transcript]!
  const texts = indexes[run.transcript]!.transcript.words
  const ends = (at: number) => endsSentence(texts[at]!.text)
  const shades = (from: number, to: number) =>
    words
      .slice(from, to)
      .some(({ norm }) => rules.isHedge(norm) || (rules.isNegation(norm) && rules.fillerAt([norm], 0) === 0))
  let from = run.h0
  while (from > 0 && run.h0 - from <= EDGE_WORDS && !ends(from - 1)) from--
  let to = run.h1
  while (to < words.length && to - run.h1 <= EDGE_WORDS && !ends(to - 1)) to++
  const ops = [...run.ops]
  if (run.h0 - from <= EDGE_WORDS && shades(from, run.h0)) {
    for (let at = run.h0 - 1; at >= from; at--) ops.unshift({ p0: run.p0, p1: run.p0, h0: at, h1: at + 1, like: 0 })
  }
  if (to - run.h1 <= EDGE_WORDS && shades(run.h1, to)) {
    for (let at = run.h1; at < to; at++) ops.push({ p0: run.p1, p1: run.p1, h0: at, h1: at + 1, like: 0 })
  }
  return { ...run, h0: ops[0]!.h0, h1: ops.at(-1)!.h1, ops }
}

/** Word alignment of a run, a few words wider than the letters said, trimmed to where print and hearing begin and end. */
function alignRun(run: Omit<Run, 'ops'>, printed: readonly PrintedWord[], search: Search): Run | null {
  const heard = search.heard[run.transcript]!
  const to = Math.min(heard.length, run.h1 + 3)
  const align = (from: number, firstBelongs: boolean) => {
    const ops = alignWords(printed.slice(run.p0, run.p1), heard.slice(from, to), search.rules, { firstBelongs })
    const moved = ops.map(({ p0, p1, h0, h1, like }) => ({
      p0: p0 + run.p0,
      p1: p1 + run.p0,
      h0: h0 + from,
      h1: h1 + from,
      like,
    }))
    return trimmed({ ...run, ops: moved })
  }
  const tight = align(Math.max(0, run.h0 - 3), false)
  const texts = search.indexes[run.transcript]!.transcript.words
  const first = reachBack(tight.ops, printed, heard, (at) => endsSentence(texts[at]!.text))
  const own = first < tight.h0 ? align(first, true) : tight
  return own.ops.some((op) => op.h1 > op.h0) ? toSentenceEdges(own, search) : null
}

/** Printed words that found no place in their run are looked for on their own: a sentence put together from two places. */
function searchAgain(run: Run, printed: readonly PrintedWord[], search: Search): Run[] {
  const pieces: Run[] = []
  let rest = run
  for (let at = 0; at < rest.ops.length; at++) {
    let end = at
    while (end < rest.ops.length && (rest.ops[end]!.h0 === rest.ops[end]!.h1 || rest.ops[end]!.like < 0.4)) end++
    if (end === at) continue
    const p0 = rest.ops[at]!.p0
    const p1 = rest.ops[end - 1]!.p1
    const letters = lettersOf(printed, p0, p1)
    if (p1 - p0 >= 4 && letters.length >= 18) {
      const place = findPlaces(search.indexes, letters, 1)[0]
      const elsewhere =
        place && (place.transcript !== run.transcript || place.endWord <= run.h0 || place.firstWord >= run.h1)
      if (elsewhere && chanceOfFit(place.similarity, letters.length, search.searched) <= FOUND / 10) {
        const found = alignRun(
          { transcript: place.transcript, p0, p1, h0: place.firstWord, h1: place.endWord },
          printed,
          search,
        )
        if (found) {
          const before = rest.ops.slice(0, at)
          const after = rest.ops.slice(end)
          if (before.some((op) => op.h1 > op.h0)) pieces.push(trimmed({ ...rest, ops: before }))
          pieces.push(found)
          if (!after.some((op) => op.h1 > op.h0)) return pieces
          rest = trimmed({ ...rest, ops: after })
          at = -1
          continue
        }
      }
    }
    at = end
  }
  return [...pieces, rest]
}

/** A run without the heard words before its first and after its last printed word. */
function trimmed(run: Run): Run {
  const ops = [...run.ops]
  while (ops.length > 0 && ops[0]!.p0 === ops[0]!.p1) ops.shift()
  while (ops.length > 0 && ops.at(-1)!.p0 === ops.at(-1)!.p1) ops.pop()
  return { ...run, ops, p0: ops[0]!.p0, p1: ops.at(-1)!.p1, h0: ops[0]!.h0, h1: ops.at(-1)!.h1 }
}

/** Letters of the printed words that stand against something alike, and how alike. */
function similarityOf(runs: readonly Run[], printed: readonly PrintedWord[]): number {
  const all = printed.reduce((sum, word) => sum + word.folded.length, 0)
  let found = 0
  for (const run of runs) for (const op of run.ops) found += op.like * lettersOf(printed, op.p0, op.p1).length
  return all === 0 ? 0 : found / all
}

type Found = Pick<Located, 'runs' | 'others' | 'similarity' | 'chance'>

const NOWHERE: Found = { runs: [], others: [], similarity: 0, chance: 1 }

function locateQuotation(printed: PrintedWord[], search: Search): Found {
  if (printed.length === 0 || search.indexes.length === 0) return NOWHERE
  const units = unitsOf(printed)
  const runs = joinUnits(units, choosePlaces(units, search))
    .map((run) => alignRun(run, printed, search))
    .filter((run) => run !== null)
    .flatMap((run) => searchAgain(run, printed, search))
    .flatMap((run) => separate(run, search.heard[run.transcript]!, search.rules))
    .filter((run) => run.ops.some((op) => op.like >= 0.5))
  const similarity = similarityOf(runs, printed)
  const found = runs.flatMap((run) => run.ops).reduce((sum, op) => sum + lettersOf(printed, op.p0, op.p1).length, 0)
  const within = found === 0 ? 0 : (similarity * lettersOf(printed, 0, printed.length).length) / found
  const chance = found === 0 ? 1 : chanceOfFit(within, found, search.searched)
  if (chance > FOUND) return { ...NOWHERE, similarity, chance }
  const others = runs.map((run) =>
    closePlaces(run, runs, printed, search.places(lettersOf(printed, run.p0, run.p1)), search.searched),
  )
  return { runs, others, similarity, chance }
}

/**
 * Finds where each quotation and statement was said, by letters as well as words, in every transcript. Linear in the
 * transcripts' length (their index) plus, per claim, a handful of windows of the claim's own size.
 */
export function locateClaims(input: {
  article: Article
  claims: Claims
  transcripts: Transcript[]
  language: string
}): Located[] {
  const { article, claims, transcripts, language } = input
  const rules = speechRules(language)
  const indexes = transcripts.map((transcript) => indexTranscript(transcript, language))
  const known = new Map<string, Place[]>()
  const search: Search = {
    indexes,
    heard: transcripts.map((transcript) => heardWords(transcript, language)),
    rules,
    searched: indexes.reduce((sum, index) => sum + index.letters.length, 0),
    places: (letters) => {
      const places = known.get(letters) ?? findPlaces(indexes, letters, 5)
      known.set(letters, places)
      return places
    },
  }
  return [...claims.quotations, ...claims.statements].map((claim): Located => {
    const printed = printedWords(article, claims, claim, language)
    if (claim.kind === 'statement') {
      const found = locateStatement(printed, search.indexes, search.heard, rules, search.searched)
      const { similarity, chance } = found ?? { similarity: 0, chance: 1 }
      const runs = found ? [found.run] : []
      return { claim: claim.id, kind: claim.kind, printed, runs, others: runs.map(() => []), similarity, chance }
    }
    return { claim: claim.id, kind: claim.kind, printed, ...locateQuotation(printed, search) }
  })
}
