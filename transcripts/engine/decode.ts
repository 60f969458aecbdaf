import { deflateSync } from 'node:zlib'
import { applyRules, endsInLoop } from './decoding-rules.js'
import { logSumExp } from './logits.js'
import type { Encoded, Step, Whisper } from './whisper.js'

/** Every other temperature of Whisper's reference code: each costs a decoding, and what fails is heard again in parts. */
const TEMPERATURES = [0, 0.4, 0.8]
/** Thresholds of Whisper's reference code. */
const MOST_COMPRESSION = 2.4
const LEAST_LOG_PROBABILITY = -1
const NO_SPEECH = 0.6

export interface Decoded {
  /** Tokens after the prompt, timestamps among them, without end-of-text. */
  tokens: number[]
  /** Natural logarithm of each token's probability among the words; of a timestamp's among the timestamps. */
  logProbabilities: number[]
  /**
   * Where the decoder listened before it wrote each token, and before it ended the text: alignment heads × positions of the
   * window's sound. Empty without attention outputs.
   */
  attention: Float32Array[]
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

/** What the decoder is told of a window. */
export interface DecodeTask {
  /** Length of the sound in the window. */
  seconds: number
  language: string | null
}

/**
 * Decodes windows side by side: greedy first, then those that repeat themselves or are unlikely each by itself, sampled at
 * rising temperatures (Radford et al. 2022, section 4.5). Sampling is seeded: the same windows give the same texts. A step
 * reads all of the decoder's weights whatever the number of windows, which is most of what it costs.
 */
export async function decodeWindows(
  whisper: Whisper,
  encoded: Encoded,
  windows: readonly DecodeTask[],
): Promise<Decoded[]> {
  const [greedy, ...warmer] = TEMPERATURES
  const results = await decodeTogether(whisper, encoded, windows, greedy!)
  for (const [i, window] of windows.entries()) {
    for (const temperature of warmer) {
      if (results[i]!.outcome !== 'failed-tests') break
      const [attempt] = await decodeTogether(whisper, whisper.windowOf(encoded, i), [window], temperature)
      if (attempt!.outcome !== 'failed-tests') results[i] = attempt!
    }
  }
  return results
}

/** A text as it grows. */
interface Growing {
  window: DecodeTask
  tokens: number[]
  logProbabilities: number[]
  attention: Float32Array[]
  /** Sum of the tokens' log-probabilities. */
  total: number
  looped: boolean
  ended: boolean
}

async function decodeTogether(
  whisper: Whisper,
  encoded: Encoded,
  windows: readonly DecodeTask[],
  temperature: number,
): Promise<Decoded[]> {
  const random = mulberry32(Math.round(temperature * 1000))
  const pick = (row: Float32Array) => (temperature === 0 ? argmax(row) : sample(row, temperature, random))
  const texts = windows.map(
    (window): Growing => ({
      window,
      tokens: [],
      logProbabilities: [],
      attention: [],
      total: 0,
      looped: false,
      ended: false,
    }),
  )
  const attentionLayers = whisper.attends ? [...new Set(whisper.facts.alignmentHeads!.map(([layer]) => layer))] : []
  let input = windows.flatMap(({ language }) => taskMarks(whisper, language))
  let { start: cache } = encoded
  let sound = encoded
  let active = texts
  for (;;) {
    const step = await whisper.step(sound, cache, input, {
      batch: active.length,
      keepCache: true,
      attentionLayers,
    })
    const perText = step.logits.length / active.length
    for (const [k, text] of active.entries()) {
      const end = (k + 1) * perText
      if (text.ended) continue
      if (whisper.attends) text.attention.push(attentionIn(whisper, step, k, text.window.seconds))
      grow(whisper, text, step.logits.subarray(end - step.vocabulary, end), pick)
    }
    const going = active.filter(({ ended }) => !ended)
    if (going.length === 0) break
    cache = step.cache!
    if (going.length === 1 && active.length > 1) {
      const last = active.indexOf(going[0]!)
      cache = whisper.textOf(cache, last)
      sound = whisper.windowOf(sound, last)
      active = going
    }
    input = active.map(({ tokens, ended }) => (ended ? whisper.facts.endOfText : tokens.at(-1)!))
  }
  return texts.map((text, i) => judge(whisper, text, noSpeech(whisper, whisper.windowOf(encoded, i)), temperature))
}

/** Adds the next token to the text, or ends it. @param row logits over the vocabulary, changed in place */
function grow(whisper: Whisper, text: Growing, row: Float32Array, pick: (row: Float32Array) => number): void {
  const { facts } = whisper
  const { tokens, window } = text
  applyRules(row, tokens, facts)
  const token = pick(row)
  const words = logSumExp(row, 0, facts.firstTimestamp)
  const times = logSumExp(row, facts.firstTimestamp, row.length - facts.firstTimestamp)
  const likeliest = Math.max(words, times)
  text.total += row[token]! - likeliest - Math.log(Math.exp(words - likeliest) + Math.exp(times - likeliest))
  if (token === facts.endOfText) {
    text.ended = true
    return
  }
  tokens.push(token)
  // How likely a timestamp would have been says nothing about a word.
  text.logProbabilities.push(row[token]! - (token < facts.firstTimestamp ? words : times))
  const plausible = TOKENS_TO_SPARE + TOKENS_PER_SECOND * window.seconds
  text.looped = tokens.length > plausible || endsInLoop(tokens, facts.firstTimestamp)
  // No text is longer in the reference code, which keeps half of the decoder's places for what was said before.
  text.ended = text.looped || tokens.length >= Math.floor(facts.maxTokens / 2)
}

function judge(
  whisper: Whisper,
  { tokens, logProbabilities, attention, total, looped }: Growing,
  noSpeechProbability: number,
  temperature: number,
): Decoded {
  const text = whisper.tokens.decode(tokens.filter((token) => token < whisper.facts.endOfText)).trim()
  const averageLogProbability = total / (tokens.length + 1)
  const compressionRatio = ratio(text)
  const unlikely = averageLogProbability < LEAST_LOG_PROBABILITY
  const outcome =
    text === '' || (noSpeechProbability > NO_SPEECH && unlikely)
      ? 'no-speech'
      : looped || unlikely || compressionRatio > MOST_COMPRESSION
        ? 'failed-tests'
        : 'heard'
  return {
    tokens,
    logProbabilities,
    attention,
    text,
    averageLogProbability,
    compressionRatio,
    noSpeechProbability,
    temperature,
    outcome,
  }
}

/** What the alignment heads attended to before the step's last token of text `row`: heads × positions within the sound. */
function attentionIn(whisper: Whisper, step: Step, row: number, seconds: number): Float32Array {
  const { alignmentHeads, heads, secondsPerPosition } = whisper.facts
  const within = Math.max(1, Math.ceil(seconds / secondsPerPosition))
  const kept: Float32Array[] = []
  for (const [layer, head] of alignmentHeads!) {
    const { data, tokens, positions } = step.attention.get(layer)!
    const at = ((row * heads + head) * tokens + tokens - 1) * positions
    kept.push(data.subarray(at, at + Math.min(positions, within)))
  }
  const result = new Float32Array(kept.length * kept[0]!.length)
  for (const [i, one] of kept.entries()) result.set(one, i * one.length)
  return result
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
