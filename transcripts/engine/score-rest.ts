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
    for (const some of inCalls(longer, from, to)) texts.push(...(await scoreNext(whisper, encoded, some, from, to)))
    from = to
  }
}

/** Texts one pass longer; wordings that are scored or given up are left out. */
function continued({ past, members }: Text, from: number, to: number): Text[] {
  const texts = new Map<string, { past: Past; members: Wording[] }>()
  for (const wording of members) {
    const inputs = inputsOf(wording, from, to)
    if (inputs.length === 0 || wording.bounded) continue
    const key = inputs.join()
    const text = texts.get(key)
    if (text) text.members.push(wording)
    else texts.set(key, { past, members: [wording] })
  }
  return [...texts.values()]
}

/** The tokens that a pass decodes: with the first differing one as number 0. */
const inputsOf = ({ tokens, shared }: Wording, from: number, to: number) =>
  tokens.slice(shared + from, Math.min(shared + to, tokens.length - 1))

function inCalls(texts: readonly Text[], from: number, to: number): Text[][] {
  const length = (text: Text) => inputsOf(text.members[0]!, from, to).length
  const calls: Text[][] = []
  for (const text of [...texts].sort((a, b) => length(a) - length(b))) {
    const call = calls.at(-1)
    const fits = call && call.length < TEXTS_PER_CALL && (call.length + 1) * length(text) <= ROWS_PER_CALL
    if (fits) call.push(text)
    else calls.push([text])
  }
  return calls
}

/** One pass: the texts come back with what is cached of them now. */
async function scoreNext(
  whisper: Whisper,
  encoded: Encoded,
  texts: readonly Text[],
  from: number,
  to: number,
): Promise<Text[]> {
  const inputs = texts.map(({ members }) => inputsOf(members[0]!, from, to))
  const longest = Math.max(...inputs.map(({ length }) => length))
  // Padding comes after everything that is scored, and no token sees those behind it: a text that is padded has ended.
  const padded = inputs.flatMap((tokens) => [
    ...tokens,
    ...new Array<number>(longest - tokens.length).fill(whisper.facts.endOfText),
  ])
  const start = whisper.sideBySide(texts.map(({ past }) => past))
  const keepCache = texts.some(({ members }) => members.some((one) => inputsOf(one, to, to + 1).length > 0))
  const { logits, vocabulary, cache } = await whisper.step(encoded, start, padded, { batch: texts.length, keepCache })
  return texts.map(({ members, past }, row) => {
    const count = inputs[row]!.length
    for (let k = 0; k < count; k++) {
      const at = (row * longest + k) * vocabulary
      const sum = logSumExp(logits, at, vocabulary)
      for (const one of members) one.margin += logits[at + one.tokens[one.shared + from + k + 1]!]! - sum
    }
    for (const one of members) one.bounded = inputsOf(one, to, to + 1).length > 0 && one.margin < -one.sumLimit
    return { members, past: cache ? { cache, row, length: cache.length } : past }
  })
}
