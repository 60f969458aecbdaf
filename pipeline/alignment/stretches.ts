import type { Transcript } from '#model'
import type { AlignedWord, Op } from './align-words.js'
import { type Located, lettersOf, type Run } from './located.js'

/** Seconds of one question: what fits one window of the model with room around it. */
const LONGEST_CUT = 24
/** From this likeness on the transcript holds the printed words. */
const HELD = 0.6
/** Slow speech: what a letter takes, seconds. */
const SECONDS_PER_LETTER = 0.08
/** At each end, so that the cut still fits a window. */
const MOST_LOST = 2

/** Printed words `[p0, p1)` and the seconds they were said in. */
export interface Stretch {
  p0: number
  p1: number
  from: number
  to: number
}

/**
 * Printed stretches of at most `LONGEST_CUT` seconds, cut between sentences where possible. Where the transcript lost words
 * at either end of the run they get the time it takes to say them: what nobody listens to can't be told from what was said.
 * @param heard the transcript's words, made ready for aligning
 */
export function stretches(
  run: Run,
  located: Located,
  transcript: Transcript,
  heard: readonly AlignedWord[],
): Stretch[] {
  const parts: Stretch[] = []
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
  const first = parts[0]
  const last = parts.at(-1)
  if (first) first.from = Math.max(0, first.from - lostSeconds(run.ops, located, heard))
  if (last) last.to += lostSeconds([...run.ops].reverse(), located, heard)
  return parts
}

/** Seconds that the printed words at one end take beyond what was heard of them. @param ops from that end on */
function lostSeconds(ops: readonly Op[], { printed }: Located, heard: readonly AlignedWord[]): number {
  let letters = 0
  for (const { p0, p1, h0, h1, like } of ops) {
    if (like >= HELD) break
    letters += lettersOf(printed, p0, p1).length
    for (const { folded } of heard.slice(h0, h1)) letters -= folded.length
  }
  return Math.min(MOST_LOST, Math.max(0, letters) * SECONDS_PER_LETTER)
}
