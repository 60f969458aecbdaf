import type { SpeechRules } from '#language'
import type { AlignedWord, Op } from './align-words.js'
import type { Run } from './located.js'

/** So many content words said in the middle of the print, and not printed, are another utterance, not a dropped phrase. */
const CONTENT_WORDS = 4

/**
 * Cuts a run where so much was said between two printed words that the print joins two places. A stretch that stands
 * against unfound printed words is a mishearing of those, not a gap, and is left alone.
 */
export function separate(run: Run, heard: readonly AlignedWord[], rules: SpeechRules): Run[] {
  const runs: Run[] = []
  let ops: Op[] = []
  const finish = () => {
    const first = ops.find((op) => op.p1 > op.p0)
    const last = ops.findLast((op) => op.p1 > op.p0)
    if (first && last) {
      const own = ops.slice(ops.indexOf(first), ops.indexOf(last) + 1)
      runs.push({ ...run, ops: own, p0: first.p0, p1: last.p1, h0: own[0]!.h0, h1: own.at(-1)!.h1 })
    }
    ops = []
  }
  for (let at = 0; at < run.ops.length; at++) {
    const op = run.ops[at]!
    if (op.p1 > op.p0) {
      ops.push(op)
      continue
    }
    let end = at
    while (end < run.ops.length && run.ops[end]!.p0 === run.ops[end]!.p1) end++
    const norms = heard.slice(op.h0, run.ops[end - 1]!.h1).map((word) => word.norm)
    const content = norms.filter((norm, i) => rules.fillerAt(norms, i) === 0 && !rules.isFunctionWord(norm)).length
    const unfound = [run.ops[at - 1], run.ops[end]].filter((near) => near && near.like < 0.5).length
    if (content >= CONTENT_WORDS + 2 * unfound && norms.length >= 6) finish()
    else ops.push(...run.ops.slice(at, end))
    at = end - 1
  }
  finish()
  return runs
}
