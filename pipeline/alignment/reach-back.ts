import type { AlignedWord, Op } from './align-words.js'
import { likeness } from './edit-distance.js'

/** An op less alike than this stands opposite another word. */
const ALIKE = 0.5
/** Printed words at the start that may have been misheard together. */
const MOST_LEADING = 5
/** A heard word this much like a printed one is that word, misspelt. */
const SAME = 0.7
/** Heard words more or fewer than printed ones between that word and the first that was heard as printed. */
const FEW = 1
/** The same for a word of so many letters, which is no chance likeness. */
const LONG = 6
const FEW_BEHIND_LONG = 3

/**
 * Where a run begins whose first printed words were misheard: the heard word, before the run's own first, that is one of
 * them and stands as far from the first good one as in print; with the words before it that the print has before it too.
 * Aligned words alone begin too late, since heard words outside a run cost nothing.
 * @param ops of the run, printed words in indices of `printed`, heard in those of `heard`
 * @param endsSentence whether the sentence ends with that heard word
 * @returns the first heard word's index; the run's own when nothing is found
 */
export function reachBack(
  ops: readonly Op[],
  printed: readonly AlignedWord[],
  heard: readonly AlignedWord[],
  endsSentence: (at: number) => boolean,
): number {
  const own = ops[0]!.h0
  const good = ops.find((op) => op.p1 > op.p0 && op.like >= ALIKE)
  const first = ops[0]!.p0
  if (!good || good.p0 === first || good.p0 - first > MOST_LEADING) return own
  for (let p = first; p < good.p0; p++) {
    const word = printed[p]!
    const apart = good.p0 - p
    const long = word.folded.length >= LONG
    const farthest = apart + (long ? FEW_BEHIND_LONG : FEW)
    for (let h = own - 1; h >= 0 && good.h0 - h <= farthest; h--) {
      if (endsSentence(h)) break
      const near = Math.abs(good.h0 - h - apart) <= (long ? FEW_BEHIND_LONG : FEW)
      const same = long ? likeness(word.folded, heard[h]!.folded) >= SAME : word.norm === heard[h]!.norm
      if (!near || !same) continue
      let from = h
      while (from > h - (p - first) && from > 0 && !endsSentence(from - 1)) from--
      return from
    }
  }
  return own
}
