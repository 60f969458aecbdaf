import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#model'
import { confidenceOf } from './calibration.js'
import { type Decoded, type DecodeTask, decodeWindows } from './decode.js'
import type { HeardSegment, HeardWord, WindowResult } from './engine-types.js'
import { logSumExp } from './logits.js'
import { trimSilence } from './trim-silence.js'
import type { Encoded, Whisper } from './whisper.js'
import { startPositions } from './word-times.js'
import { groupWords } from './words.js'

const detection: { unspoken: string[] } = JSON.parse(
  readFileSync(join(packageRoot(), 'transcripts/engine/detection-rules.json'), 'utf8'),
)
const unspoken = new Set(detection.unspoken)

/** Hears windows: decodes them side by side, cuts the tokens into segments at the timestamps, times the words. */
export async function hearWindows(
  whisper: Whisper,
  windows: readonly Float32Array[],
  language: string | null,
): Promise<WindowResult[]> {
  const encoded = await whisper.encode(windows)
  const { windowSeconds, features } = whisper.facts
  const heard = windows.map((samples, i): HeardWindow => {
    const detected = detectLanguage(whisper, whisper.windowOf(encoded, i))
    const seconds = Math.min(samples.length / features.sampleRate, windowSeconds)
    return { samples, detected, seconds, language: language ?? detected?.language ?? null }
  })
  const decoded = await decodeWindows(whisper, encoded, heard)
  return heard.map((window, i) => resultOf(whisper, window, decoded[i]!))
}

interface HeardWindow extends DecodeTask {
  samples: Float32Array
  detected: WindowResult['language']
}

function resultOf(whisper: Whisper, window: HeardWindow, decoded: Decoded): WindowResult {
  const { samples, detected, seconds, language } = window
  const { outcome, averageLogProbability, compressionRatio, noSpeechProbability, temperature } = decoded
  const result: WindowResult = {
    outcome,
    language: detected,
    words: [],
    segments: [],
    seekSeconds: seconds,
    averageLogProbability,
    compressionRatio,
    noSpeechProbability,
    temperature,
  }
  if (outcome !== 'heard') return result
  const { pieces, seekSeconds } = cutAtTimestamps(whisper, decoded, seconds)
  const { words, segments } = timeWords(whisper, decoded, language, pieces)
  trimSilence(words, samples, whisper.facts.features.sampleRate)
  return { ...result, words, segments, seekSeconds }
}

/** The likeliest language by the logits after the start token; null for an English-only model. */
export function detectLanguage(whisper: Whisper, encoded: Encoded): { language: string; probability: number } | null {
  const codes = [...whisper.facts.languages].filter(([code]) => !unspoken.has(code))
  if (codes.length === 0) return null
  const logits = Float32Array.from(codes, ([, id]) => encoded.startLogits[id]!)
  let best = 0
  for (let i = 1; i < logits.length; i++) if (logits[i]! > logits[best]!) best = i
  return {
    language: codes[best]![0],
    probability: Math.exp(logits[best]! - logSumExp(logits, 0, logits.length)),
  }
}

interface Piece {
  /** Its text in the decoder's tokens, `[firstToken, endToken)`. */
  firstToken: number
  endToken: number
  startSeconds: number
  endSeconds: number
}

/**
 * Segments lie between pairs of timestamps. A last one without an end is kept only when no whole one stands before it;
 * else the next window starts where it starts (as in Whisper's `transcribe.py`).
 */
function cutAtTimestamps(
  whisper: Whisper,
  decoded: Decoded,
  seconds: number,
): { pieces: Piece[]; seekSeconds: number } {
  const { firstTimestamp, secondsPerPosition } = whisper.facts
  const { tokens } = decoded
  const secondsAt = (token: number) => Math.min(seconds, (token - firstTimestamp) * secondsPerPosition)
  const isTime = (i: number) => i >= 0 && i < tokens.length && tokens[i]! >= firstTimestamp
  const pieces: Piece[] = []
  const add = (from: number, to: number, endSeconds: number) => {
    const firstToken = isTime(from) ? from + 1 : from
    const endToken = isTime(to - 1) ? to - 1 : to
    if (endToken <= firstToken) return
    pieces.push({ firstToken, endToken, startSeconds: isTime(from) ? secondsAt(tokens[from]!) : 0, endSeconds })
  }
  const cuts: number[] = []
  for (let i = 1; i < tokens.length; i++) if (isTime(i - 1) && isTime(i)) cuts.push(i)
  const endsAtOneTime = tokens.length > 1 && isTime(tokens.length - 1) && !isTime(tokens.length - 2)
  if (cuts.length === 0) {
    const last = isTime(tokens.length - 1) ? secondsAt(tokens.at(-1)!) : 0
    add(0, tokens.length, last > 0 ? last : seconds)
    return { pieces, seekSeconds: endsAtOneTime && last > 0 ? last : seconds }
  }
  if (endsAtOneTime) cuts.push(tokens.length)
  let from = 0
  let seekSeconds = 0
  for (const cut of cuts) {
    seekSeconds = secondsAt(tokens[cut - 1]!)
    add(from, cut, seekSeconds)
    from = cut
  }
  return { pieces, seekSeconds: seekSeconds > 0 ? seekSeconds : seconds }
}

function timeWords(
  whisper: Whisper,
  decoded: Decoded,
  language: string | null,
  pieces: readonly Piece[],
): { words: HeardWord[]; segments: HeardSegment[] } {
  const { alignmentHeads, medianFilterWidth, secondsPerPosition } = whisper.facts
  const { tokens, logProbabilities, attention } = decoded
  const starts = attention.length > 0 ? startPositions(attention, alignmentHeads!.length, medianFilterWidth) : null
  // A text broken off at its greatest length has no place for its end: it ends with the sound.
  const positions = starts ? attention[0]!.length / alignmentHeads!.length : 0
  const words: HeardWord[] = []
  const segments: HeardSegment[] = []
  for (const piece of pieces) {
    const { firstToken, endToken, startSeconds, endSeconds } = piece
    const firstWord = words.length
    // Without attention, words are spread between the timestamps.
    const perToken = (endSeconds - startSeconds) / (endToken - firstToken)
    const secondsOf = (token: number) =>
      starts ? (starts[token] ?? positions) * secondsPerPosition : startSeconds + perToken * (token - firstToken)
    for (const word of groupWords(whisper.tokens, tokens.slice(firstToken, endToken), language)) {
      const from = firstToken + word.soundFirst
      const to = firstToken + word.soundEnd
      let total = 0
      for (let i = from; i < to; i++) total += logProbabilities[i]!
      const logProbability = total / (to - from)
      words.push({
        text: word.text,
        startSeconds: secondsOf(from),
        endSeconds: secondsOf(to),
        confidence: confidenceOf(logProbability),
        logProbability,
      })
    }
    if (words.length > firstWord) segments.push({ firstWord, endWord: words.length, startSeconds, endSeconds })
  }
  return { words, segments }
}
