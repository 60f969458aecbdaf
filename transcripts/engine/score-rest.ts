import { grouped } from '#model'
import { logSumExp } from './logits.js'
import type { Encoded, Past, Whisper } from './whisper.js'

/** Rows of logits held at once: 0.2 MB each. */
const ROWS_PER_CALL = 192
/** Texts decoded side by side: what is cached of each is 1 MB. */
const TEXTS_PER_CALL = 96
/**
 * Tokens behind the first differing one that are scored after each pass. Whatever follows can only take from a wording's
 * margin: one token puts two thirds of the wordings out of the running.
 */
const DEPTHS = [1, 3, 6, Number.POSITIVE_INFINITY]

/** Nats behind the base from which a wording is given up: at its first differing token, and in sum. */
export interface Limits {
  first: number
  sum: number
}

export interface Wording {
  /** Tokens with end-of-text, up to the last one scored. */
  tokens: number[]
  /** Tokens shared with the base. */
  shared: number
  /** Nats before the base by the tokens scored so far. */
  margin: number
  /** Given up: the margin is no more than a bound. */
  bounded: boolean
  /** Nats behind the base from which it is given up. */
  sumLimit: number
}

/** Wordings that read alike so far, and what is cached of them. */
interface Text {
  past: Past
  members: readonly Wording[]
}

/** A text with the tokens that the next pass decodes. */
interface LongerText extends Text {
  inputs: readonly number[]
}

/**
 * Adds the log-probabilities of the tokens that follow the first differing one, as long as there is hope. All wordings in
 * `group` leave the base behind `past`. Those that go on alike are decoded once, and each pass goes on where the last ended.
 */
export async function scoreRest(
  whisper: Whisper,
  encoded: Encoded,
  past: Past,
  group: readonly Wording[],
): Promise<void> {
  let texts: Text[] = [{ past, members: group }]
  let from = 0
  for (const to of DEPTHS) {
    const longer = texts.flatMap((text) => continued(text, from, to))
    texts = []
    for (const some of inCalls(longer)) texts.push(...(await scoreNext(whisper, encoded, some, from)))
    from = to
  }
}

/** Are there more tokens to decode behind so many? */
const goesOn = ({ tokens, shared }: Wording, count: number) => shared + count < tokens.length - 1

/** Texts one pass longer; wordings that are scored or given up are left out. */
function continued({ past, members }: Text, from: number, to: number): LongerText[] {
  // With the first differing token as number 0; the last is only ever predicted.
  const inputsOf = ({ tokens, shared }: Wording) =>
    tokens.slice(shared + from, Math.min(shared + to, tokens.length - 1))
  const open = members.filter((one) => !one.bounded && goesOn(one, from))
  return grouped(open, (one) => inputsOf(one).join()).map((alike) => ({
    past,
    members: alike,
    inputs: inputsOf(alike[0]!),
  }))
}

function inCalls(texts: readonly LongerText[]): LongerText[][] {
  const calls: LongerText[][] = []
  for (const text of [...texts].sort((a, b) => a.inputs.length - b.inputs.length)) {
    const call = calls.at(-1)
    const fits = call && call.length < TEXTS_PER_CALL && (call.length + 1) * text.inputs.length <= ROWS_PER_CALL
    if (fits) call.push(text)
    else calls.push([text])
  }
  return calls
}

/** One pass: the texts come back with what is cached of them now. @param from tokens decoded of them before */
async function scoreNext(
  whisper: Whisper,
  encoded: Encoded,
  texts: readonly LongerText[],
  from: number,
): Promise<Text[]> {
  const longest = Math.max(...texts.map(({ inputs }) => inputs.length))
  // Padding comes after everything that is scored, and no token sees those behind it: a text that is padded has ended.
  const padded = texts.flatMap(({ inputs }) => [
    ...inputs,
    ...new Array<number>(longest - inputs.length).fill(whisper.facts.endOfText),
  ])
  const start = whisper.sideBySide(texts.map(({ past }) => past))
  const keepCache = texts.some(({ members }) => members.some((one) => goesOn(one, from + longest)))
  const { logits, vocabulary, cache } = await whisper.step(encoded, start, padded, { batch: texts.length, keepCache })
  return texts.map(({ members, past, inputs }, row) => {
    for (let k = 0; k < inputs.length; k++) {
      const at = (row * longest + k) * vocabulary
      const sum = logSumExp(logits, at, vocabulary)
      for (const one of members) one.margin += logits[at + one.tokens[one.shared + from + k + 1]!]! - sum
    }
    for (const one of members) one.bounded = goesOn(one, from + inputs.length) && one.margin < -one.sumLimit
    return { members, past: cache ? { cache, row, length: cache.length } : past }
  })
}
