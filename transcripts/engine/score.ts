import type { Answer } from '#model'
import { taskMarks } from './decode.js'
import { logSumExp } from './logits.js'
import type { Cache, Encoded, Whisper } from './whisper.js'

export type Score = Answer['scores'][number]

/** Rows of logits held at once: 0.2 MB each. */
const ROWS_PER_CALL = 192
/**
 * Nats behind the base at its first differing token, or at any later one in sum, from which a wording is looked at no
 * further. Measured on the example broadcast: the first differing token of 84 words put back where they were said was at worst 1.4 nats *ahead*, of 558
 * words put in where they were not said 90 % were more than 8 behind, and no wording won back more than 6.6 nats after it.
 */
const HOPELESS: Limits = { first: 3, sum: 3 }
/** A decoy is looked at longer: how near it comes to the base tells how well the base itself fits. */
const HOPELESS_DECOY: Limits = { first: 5, sum: 10 }
const NEVER: Limits = { first: Number.POSITIVE_INFINITY, sum: Number.POSITIVE_INFINITY }
/**
 * Tokens scored after the last differing one. What a change does to the tokens behind it is over by then: on the example
 * broadcast 3, 8 and all of the rest decided alike, and scoring all of it cost four times as much.
 */
const TAIL = 6
/**
 * Tokens behind the first differing one scored in each pass. Whatever follows can only take from a wording's margin: one
 * token puts two thirds of the wordings out of the running, and what is decoded anew for the others costs less than that.
 */
const DEPTHS = [1, 3, 6, Number.POSITIVE_INFINITY]
/** Priors are only asked for wordings at least this far ahead: the others decide nothing, and get 0. */
const PRIOR_FROM = 0

/** Nats behind the base from which a wording is given up: at its first differing token, and in sum. */
export interface Limits {
  first: number
  sum: number
}

interface Wording {
  index: number
  /** Tokens with end-of-text, up to the last one scored. */
  tokens: number[]
  /** Tokens shared with the base. */
  shared: number
  /** With its first differing token alone scored: the tokens behind can only take from it. */
  atFirst: number
  margin: number
  bounded: boolean
  /** Tokens behind the first differing one that `margin` counts. */
  scored: number
}

/**
 * Scores wordings against the sound: for each, log P(wording | sound) − log P(base | sound), the base being `wordings[0]`.
 * What a wording shares with the base in front cancels out, so only the tokens from the first difference to a few after the
 * last are decoded, on the base's own cache; wordings that leave the base at the same place go side by side. The first differing token's
 * probability is read from the base's pass, for nothing.
 * @param decoys how many of the last wordings are decoys
 */
export async function scoreWordings(
  whisper: Whisper,
  encoded: Encoded,
  silence: () => Promise<Encoded>,
  language: string,
  wordings: readonly string[],
  decoys: number,
): Promise<Score[]> {
  const asked = wordings.length - decoys
  const scores = await marginsAgainstBase(whisper, encoded, language, wordings, (index) =>
    index < asked ? HOPELESS : HOPELESS_DECOY,
  )
  const close = scores.flatMap((score, i) => (i > 0 && i < asked && score.margin > PRIOR_FROM ? [i] : []))
  if (close.length > 0) {
    const again = [wordings[0]!, ...close.map((i) => wordings[i]!)]
    const priors = await marginsAgainstBase(whisper, await silence(), language, again, () => NEVER)
    for (const [k, i] of close.entries()) scores[i]!.prior = priors[k + 1]!.margin
  }
  return scores
}

/** Margins alone; a wording is given up when it is further behind than the limits for its index. */
export async function marginsAgainstBase(
  whisper: Whisper,
  encoded: Encoded,
  language: string,
  wordings: readonly string[],
  limits: (index: number) => Limits,
): Promise<Score[]> {
  const { facts } = whisper
  const marks = [...taskMarks(whisper, language), facts.noTimestamps]
  const base = tokensOf(whisper, wordings[0] ?? '')
  const pass = await whisper.step(encoded, encoded.start, [...marks, ...base.slice(0, -1)], { keepCache: true })
  const rowOf = (place: number) => (marks.length - 1 + place) * pass.vocabulary
  const sums = base.map((_, place) => logSumExp(pass.logits, rowOf(place), pass.vocabulary))
  const baseFrom = new Float64Array(base.length + 1)
  for (let place = base.length - 1; place >= 0; place--) {
    baseFrom[place] = baseFrom[place + 1]! + pass.logits[rowOf(place) + base[place]!]! - sums[place]!
  }

  const candidates: Wording[] = wordings.map((text, index) => {
    const tokens = index === 0 ? base : tokensOf(whisper, text)
    let shared = 0
    while (shared < tokens.length && shared < base.length && tokens[shared] === base[shared]) shared++
    if (shared === tokens.length) return { index, tokens, shared, atFirst: 0, margin: 0, bounded: false, scored: 0 }
    const left = Math.max(0, sharedEnd(tokens, base, shared) - TAIL)
    const first = pass.logits[rowOf(shared) + tokens[shared]!]! - sums[shared]!
    const behind = first - (baseFrom[shared]! - baseFrom[shared + 1]!)
    const bounded = behind < -limits(index).first
    const baseSum = baseFrom[shared]! - baseFrom[base.length - left]!
    const scored = tokens.slice(0, tokens.length - left)
    const margin = bounded ? behind : first - baseSum
    return { index, tokens: scored, shared, atFirst: margin, margin, bounded, scored: 0 }
  })
  const prefix = 1 + marks.length
  for (const depth of DEPTHS) {
    const open = candidates.filter((c) => !c.bounded && c.scored < rowsOf(c, Number.POSITIVE_INFINITY))
    for (const group of groupByPlace(open, depth)) await scoreRest(whisper, encoded, pass.cache!, prefix, group, depth)
    for (const c of open) {
      c.bounded = c.scored < rowsOf(c, Number.POSITIVE_INFINITY) && c.margin < -limits(c.index).sum
    }
  }
  return candidates.map(({ margin, bounded }) => ({ margin, prior: 0, bounded }))
}

/**
 * Adds the log-probabilities of at most `depth` tokens that follow the first differing one. All in `group` leave the base
 * at the same place; those that go on alike that far are decoded once.
 */
async function scoreRest(
  whisper: Whisper,
  encoded: Encoded,
  cache: Cache,
  prefix: number,
  group: readonly Wording[],
  depth: number,
): Promise<void> {
  const shared = group[0]!.shared
  const inputs = new Map<string, { place: number; tokens: number[] }>()
  const placed = group.map((candidate) => {
    const tokens = candidate.tokens.slice(shared, shared + rowsOf(candidate, depth))
    const key = tokens.join()
    const known = inputs.get(key) ?? { place: inputs.size, tokens }
    inputs.set(key, known)
    return { candidate, place: known.place }
  })
  const texts = [...inputs.values()].map(({ tokens }) => tokens)
  const longest = Math.max(...texts.map(({ length }) => length))
  // Padding comes after everything that is scored, and no token sees those behind it.
  const padded = texts.flatMap((tokens) => [
    ...tokens,
    ...new Array<number>(longest - tokens.length).fill(whisper.facts.endOfText),
  ])
  const start = whisper.sliceCache(cache, prefix + shared, texts.length)
  const { logits, vocabulary } = await whisper.step(encoded, start, padded, { batch: texts.length })
  const sums = new Map<number, number>()
  for (const { candidate, place } of placed) {
    candidate.margin = candidate.atFirst
    candidate.scored = rowsOf(candidate, depth)
    for (let k = 0; k < candidate.scored; k++) {
      const row = (place * longest + k) * vocabulary
      if (!sums.has(row)) sums.set(row, logSumExp(logits, row, vocabulary))
      candidate.margin += logits[row + candidate.tokens[shared + 1 + k]!]! - sums.get(row)!
    }
  }
}

/** Tokens that both end with, leaving at least one after the `shared` ones. */
function sharedEnd(a: readonly number[], b: readonly number[], shared: number): number {
  const most = Math.min(a.length, b.length) - shared - 1
  let end = 0
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return end
}

/** Rows of logits that scoring `depth` tokens behind the first differing one takes. */
const rowsOf = ({ tokens, shared }: Wording, depth: number) => Math.min(depth, tokens.length - shared - 1)

function groupByPlace(candidates: readonly Wording[], depth: number): Wording[][] {
  const sorted = [...candidates].sort((a, b) => a.shared - b.shared || a.tokens.length - b.tokens.length)
  const groups: Wording[][] = []
  for (const candidate of sorted) {
    const group = groups.at(-1)
    const rows = rowsOf(candidate, depth)
    const fits = group && group[0]!.shared === candidate.shared && (group.length + 1) * rows <= ROWS_PER_CALL
    if (fits) group.push(candidate)
    else groups.push([candidate])
  }
  return groups
}

function tokensOf(whisper: Whisper, text: string): number[] {
  const ids = whisper.tokens.encode(` ${text.trim()}`)
  // The decoder has no more places than this; what lies beyond can't have been said in one window.
  return [...ids.slice(0, whisper.facts.maxTokens - 8), whisper.facts.endOfText]
}
