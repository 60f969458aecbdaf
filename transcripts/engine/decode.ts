import { deflateSync } from 'node:zlib'
import { applyRules, endsInLoop } from './decoding-rules.js'
import { logSumExp } from './logits.js'
import type { Cache, Encoded, Whisper } from './whisper.js'

/** Every other temperature of Whisper's reference code: each costs a decoding, and what fails is heard again in parts. */
const TEMPERATURES = [0, 0.4, 0.8]
/** Thresholds of Whisper's reference code. */
const MOST_COMPRESSION = 2.4
const LEAST_LOG_PROBABILITY = -1
const NO_SPEECH = 0.6

export interface Decoded {
  /** Tokens after the prompt, timestamps among them, without end-of-text. */
  tokens: number[]
  text: string
  averageLogProbability: number
  compressionRatio: number
  noSpeechProbability: number
  temperature: number
  outcome: 'heard' | 'no-speech' | 'failed-tests'
}

/** The fastest speakers need eight tokens a second; a decoder that writes more is making it up. */
const TOKENS_PER_SECOND = 12
const TOKENS_TO_SPARE = 24

/**
 * Decodes one window: greedy first, then sampled at rising temperatures while the text repeats itself or is unlikely
 * (Radford et al. 2022, section 4.5). Sampling is seeded: the same window gives the same text.
 *
 * @param seconds length of the sound in the window
 * @param prompt tokens of what was said before, may be empty
 */
export async function decodeWindow(
  whisper: Whisper,
  encoded: Encoded,
  seconds: number,
  language: string | null,
  prompt: readonly number[],
): Promise<Decoded> {
  const noSpeechProbability = noSpeech(whisper, encoded)
  let first: Decoded | undefined
  for (const temperature of TEMPERATURES) {
    const attempt = await decodeOnce(whisper, encoded, seconds, language, prompt, temperature, noSpeechProbability)
    if (attempt.outcome !== 'failed-tests') return attempt
    first ??= attempt
  }
  return first!
}

async function decodeOnce(
  whisper: Whisper,
  encoded: Encoded,
  seconds: number,
  language: string | null,
  prompt: readonly number[],
  temperature: number,
  noSpeechProbability: number,
): Promise<Decoded> {
  const { facts } = whisper
  const random = mulberry32(Math.round(temperature * 1000))
  const tokens: number[] = []
  let total = 0
  let looped = false
  let input = taskMarks(whisper, language)
  let cache: Cache = encoded.start
  if (prompt.length > 0 && facts.startOfPrevious !== null) {
    const previous = prompt.slice(1 - Math.floor(facts.maxTokens / 2))
    input = [facts.startOfPrevious, ...previous, facts.startOfTranscript, ...input]
    cache = whisper.sliceCache(cache, 0, 1)
  }
  // Half of the decoder's places are kept for the prompt, as in the reference code.
  const places = Math.floor(facts.maxTokens / 2)
  const plausible = TOKENS_TO_SPARE + TOKENS_PER_SECOND * seconds
  while (tokens.length < places) {
    const step = await whisper.step(encoded, cache, input, { keepCache: true })
    const row = step.logits.subarray(step.logits.length - step.vocabulary)
    applyRules(row, tokens, facts)
    const token = temperature === 0 ? argmax(row) : sample(row, temperature, random)
    total += row[token]! - logSumExp(row, 0, row.length)
    if (token === facts.endOfText) break
    tokens.push(token)
    looped = tokens.length > plausible || endsInLoop(tokens, facts.firstTimestamp)
    if (looped) break
    cache = step.cache!
    input = [token]
  }
  const text = whisper.tokens.decode(tokens.filter((token) => token < facts.endOfText)).trim()
  const averageLogProbability = total / (tokens.length + 1)
  const compressionRatio = ratio(text)
  const unlikely = averageLogProbability < LEAST_LOG_PROBABILITY
  const outcome =
    text === '' || (noSpeechProbability > NO_SPEECH && unlikely)
      ? 'no-speech'
      : looped || unlikely || compressionRatio > MOST_COMPRESSION
        ? 'failed-tests'
        : 'heard'
  return { tokens, text, averageLogProbability, compressionRatio, noSpeechProbability, temperature, outcome }
}

/** Language and task, as the decoder wants them after the start token; nothing for an English-only model. */
export function taskMarks(whisper: Whisper, language: string | null): number[] {
  const { facts } = whisper
  if (facts.transcribe === null || facts.languages.size === 0) return []
  const mark = language === null ? undefined : facts.languages.get(language)
  return mark === undefined ? [facts.transcribe] : [mark, facts.transcribe]
}

function noSpeech(whisper: Whisper, encoded: Encoded): number {
  if (whisper.noSpeech === undefined) return 0
  const logits = encoded.startLogits
  return Math.exp(logits[whisper.noSpeech]! - logSumExp(logits, 0, logits.length))
}

function argmax(row: Float32Array): number {
  let best = 0
  for (let i = 1; i < row.length; i++) if (row[i]! > row[best]!) best = i
  return best
}

function sample(row: Float32Array, temperature: number, random: () => number): number {
  let maximum = Number.NEGATIVE_INFINITY
  for (const value of row) if (value > maximum) maximum = value
  let sum = 0
  for (const value of row) sum += Math.exp((value - maximum) / temperature)
  let left = random() * sum
  let token = 0
  for (let i = 0; i < row.length; i++) {
    const weight = Math.exp((row[i]! - maximum) / temperature)
    if (weight === 0) continue
    token = i
    left -= weight
    if (left < 0) break
  }
  return token
}

/** Length of the text's bytes over their length when compressed: high where the text repeats itself. */
function ratio(text: string): number {
  const bytes = Buffer.from(text, 'utf8')
  return bytes.length === 0 ? 0 : bytes.length / deflateSync(bytes).length
}

/** Small seeded generator of numbers in [0, 1) (mulberry32, T. Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
