import type { SpeechRules } from '#language'
import { likeness } from './edit-distance.js'

/** A word as both sides see it: `norm` NFC lower case, `folded` letters as they sound, `value` of a numeral. */
export interface AlignedWord {
  norm: string
  folded: string
  value: number | null
}

/** Printed words `[p0, p1)` stand against heard words `[h0, h1)`; either may be empty. `like` 0–1. */
export interface Op {
  p0: number
  p1: number
  h0: number
  h1: number
  like: number
}

const PRINTED_ONLY = 0.8
const HEARD_ONLY = 0.62
/** Fillers and repetitions are what speech is made of: they cost next to nothing. */
const HEARD_FILLER = 0.12
const JOINED = 0.08
/** Several words stand for one only if together they are clearly more like it than any of them alone. */
const JOIN_GAIN = 0.05
/** Below half alike, what stands opposite is another word, which a neighbour makes no more like. */
const LEAST_HALF = 0.5
/** Heard words before the first and after the last printed word are outside the place: callers give a little room. */
const OUTSIDE = 0.02
/** With the heard words outside so cheap, a changed first or last word must still stand opposite what replaced it. */
const EDGE_PRINTED_ONLY = 1.25

function pairCost(like: number): number {
  if (like === 1) return 0
  // Below half alike, two words are two words: dearer than one left out and one put in is pointless, a little cheaper
  // keeps a changed word opposite the word it replaced.
  return like >= 0.5 ? (1 - like) * 1.1 : 1.02 + (0.5 - like) * 0.7
}

/**
 * Word alignment of print and hearing (Needleman–Wunsch over words), where up to three heard words may stand for one
 * printed word and up to three printed for one heard, since recognisers split and join compounds. Linear memory in
 * printed × heard words: callers pass a place, not a transcript.
 * @param firstBelongs the first heard word is known to be of the place: those before what matches are not outside it
 */
export function alignWords(
  printed: readonly AlignedWord[],
  heard: readonly AlignedWord[],
  rules: SpeechRules,
  { firstBelongs = false }: { firstBelongs?: boolean } = {},
): Op[] {
  const P = printed.length
  const H = heard.length
  const width = H + 1
  const cost = new Float64Array((P + 1) * width).fill(Number.POSITIVE_INFINITY)
  // Move that led here: printed words taken × 8 + heard words taken.
  const move = new Uint8Array((P + 1) * width)
  const norms = heard.map((word) => word.norm)
  const heardOnly = heard.map((word, at) => {
    if (rules.fillerAt(norms, at) > 0) return HEARD_FILLER
    const repeats = at > 0 && word.norm === norms[at - 1]
    const restarts = at + 2 < H && word.norm === norms[at + 2]
    return repeats || restarts ? HEARD_FILLER * 2 : HEARD_ONLY
  })
  const same = (a: AlignedWord, b: AlignedWord) =>
    a.norm === b.norm ||
    (a.value !== null && a.value === b.value) ||
    rules.writtenForms(b.norm).includes(a.norm) ||
    a.folded === b.folded
  const likes = new Map<string, number>()
  const likenessOf = (a: string, b: string) => {
    const key = `${a} ${b}`
    let like = likes.get(key)
    if (like === undefined) {
      like = likeness(a, b)
      likes.set(key, like)
    }
    return like
  }
  const join = (words: readonly AlignedWord[], from: number, to: number) => {
    let text = ''
    for (let i = from; i < to; i++) text += words[i]!.folded
    return text
  }
  /** What it costs that words `[from, to)` together stand for one word, or null where they don't. */
  const joinedPrice = (folded: string, words: readonly AlignedWord[], from: number, to: number): number | null => {
    let letters = 0
    for (let i = from; i < to; i++) letters += words[i]!.folded.length
    // Likeness is at most the shorter length over the longer: most pairs end here.
    if (Math.min(letters, folded.length) < 0.6 * Math.max(letters, folded.length)) return null
    const like = likenessOf(folded, join(words, from, to))
    if (like < 0.6) return null
    for (let i = from; i < to; i++) if (likenessOf(folded, words[i]!.folded) + JOIN_GAIN >= like) return null
    return pairCost(like) + JOINED
  }
  cost[0] = 0
  for (let i = 0; i <= P; i++) {
    for (let j = 0; j <= H; j++) {
      const here = cost[i * width + j]!
      if (here === Number.POSITIVE_INFINITY) continue
      const step = (p: number, h: number, price: number) => {
        const to = (i + p) * width + j + h
        if (here + price < cost[to]! - 1e-12) {
          cost[to] = here + price
          move[to] = p * 8 + h
        }
      }
      if (i < P) step(1, 0, i === 0 || i === P - 1 ? EDGE_PRINTED_ONLY : PRINTED_ONLY)
      if (j < H) step(0, 1, (i === 0 && !firstBelongs) || i === P ? OUTSIDE : heardOnly[j]!)
      if (i < P && j < H) {
        const a = printed[i]!
        const b = heard[j]!
        step(1, 1, same(a, b) ? 0 : pairCost(Math.min(0.99, likenessOf(a.folded, b.folded))))
        for (let more = 2; more <= 3; more++) {
          if (j + more <= H) {
            const price = joinedPrice(a.folded, heard, j, j + more)
            if (price !== null) step(1, more, price)
          }
          if (i + more <= P) {
            const price = joinedPrice(b.folded, printed, i, i + more)
            if (price !== null) step(more, 1, price)
          }
        }
      }
    }
  }
  const ops: Op[] = []
  let i = P
  let j = H
  while (i > 0 || j > 0) {
    const taken = move[i * width + j]!
    const p = taken >> 3
    const h = taken & 7
    const like =
      p === 0 || h === 0
        ? 0
        : p === 1 && h === 1 && same(printed[i - 1]!, heard[j - 1]!)
          ? 1
          : likenessOf(join(printed, i - p, i), join(heard, j - h, j))
    ops.push({ p0: i - p, p1: i, h0: j - h, h1: j, like })
    i -= p
    j -= h
  }
  return joinHalves(ops.reverse(), (op) => likenessOf(join(printed, op.p0, op.p1), join(heard, op.h0, op.h1)))
}

/**
 * "därigenom skaffar man" heard as "därje nomskafarmann": a word that stands alone beside a misheard one is half of it
 * when the two together are clearly more like what is opposite.
 */
function joinHalves(ops: readonly Op[], likenessOf: (op: Omit<Op, 'like'>) => number): Op[] {
  const joined: Op[] = []
  for (const op of ops) {
    const last = joined.at(-1)
    const alone = last && isAlone(last) !== isAlone(op)
    const known = Math.max(last?.like ?? 0, op.like)
    if (alone && known >= LEAST_HALF && known < 1) {
      const both = { p0: last.p0, p1: op.p1, h0: last.h0, h1: op.h1 }
      const like = likenessOf(both)
      if (like > known + JOIN_GAIN) {
        joined[joined.length - 1] = { ...both, like }
        continue
      }
    }
    joined.push(op)
  }
  return joined
}

const isAlone = ({ p0, p1, h0, h1 }: Op) => p1 === p0 || h1 === h0
