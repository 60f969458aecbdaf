import { logSumExp } from './logits.js'
import type { ModelFacts } from './model-facts.js'

const NEVER = Number.NEGATIVE_INFINITY

/**
 * Rules for the next token of a window decoded with timestamps, as in Whisper's reference decoder (Radford et al. 2022,
 * `ApplyTimestampRules`): timestamps come in pairs, never go back, start the window, and win where together they are
 * likelier than any word. Forbidden tokens get −∞ in place.
 *
 * @param logits one row over the vocabulary
 * @param decoded the tokens after the prompt
 */
export function applyRules(logits: Float32Array, decoded: readonly number[], facts: ModelFacts): void {
  const { endOfText, firstTimestamp } = facts
  const last = decoded.at(-1)
  const lastIsTime = last !== undefined && last >= firstTimestamp
  const beforeLastIsTime = decoded.length < 2 || decoded.at(-2)! >= firstTimestamp

  for (const token of facts.suppress) logits[token] = NEVER
  // Start, task, language and other marks lie between end-of-text and the first timestamp.
  logits.fill(NEVER, endOfText + 1, firstTimestamp)

  if (decoded.length === 0) {
    for (const token of facts.suppressAtStart) logits[token] = NEVER
    logits.fill(NEVER, 0, firstTimestamp)
    logits.fill(NEVER, firstTimestamp + facts.maxInitialTimestamp + 1)
    return
  }
  if (lastIsTime && beforeLastIsTime) logits.fill(NEVER, firstTimestamp)
  else if (lastIsTime) logits.fill(NEVER, 0, endOfText)

  const lastTime = lastTimestamp(decoded, firstTimestamp)
  if (lastTime !== null) {
    const least = lastIsTime && !beforeLastIsTime ? lastTime : lastTime + 1
    logits.fill(NEVER, firstTimestamp, Math.min(least, logits.length))
  }

  const times = logSumExp(logits, firstTimestamp, logits.length - firstTimestamp)
  let bestText = NEVER
  for (let i = 0; i < firstTimestamp; i++) if (logits[i]! > bestText) bestText = logits[i]!
  if (times > bestText) logits.fill(NEVER, 0, firstTimestamp)
}

function lastTimestamp(decoded: readonly number[], firstTimestamp: number): number | null {
  for (let i = decoded.length - 1; i >= 0; i--) if (decoded[i]! >= firstTimestamp) return decoded[i]!
  return null
}

/** Times a phrase of at most `longest` tokens must stand in a row at the end before it counts as a loop. */
const REPEATS = 6
const LONGEST_PHRASE = 12

/** Does the text end in a phrase said over and over? A decoder that loops never comes out of it by itself. */
export function endsInLoop(decoded: readonly number[], firstTimestamp: number): boolean {
  const text = decoded.filter((token) => token < firstTimestamp)
  for (let length = 1; length <= LONGEST_PHRASE && length * REPEATS <= text.length; length++) {
    let same = true
    for (let i = text.length - length * (REPEATS - 1); same && i < text.length; i++) same = text[i] === text[i - length]
    if (same) return true
  }
  return false
}
