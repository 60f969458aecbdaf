import { createHash } from 'node:crypto'
import { assemble, type Hearing } from './assemble.js'
import type { Engine, WindowResult } from './engine/engine-types.js'
import { type PlannedWindow, planWindow, round, type SpeechSpan, speechWithin } from './engine/plan-window.js'
import type { Sound } from './sound/open-sound.js'
import { speechSpans } from './sound/voice-activity.js'
import { halve, Stretch, WINDOW_SECONDS } from './stretch.js'

/** Raised when what a window gives changes: stored windows are heard anew. */
const VERSION = 4
const LANGUAGE_WINDOWS = 5

export interface HearingStore {
  get(key: string): Promise<unknown | undefined>
  set(key: string, value: unknown): Promise<void>
}

export interface HearOptions {
  recording: { id: string; path: string; sha256: string }
  sound: Sound
  engine: Engine
  /** ISO 639-1 code of what is spoken; null: found out from several windows of speech. */
  language: string | null
  signal?: AbortSignal
  /** Seconds of speech. */
  onProgress?: (done: { seconds: number; totalSeconds: number }) => void
  /** What each window gave is kept here: a broken-off hearing loses at most two windows. */
  store?: HearingStore
}

/**
 * The first hearing, unprompted: window after window over the recording's speech. Silence, noise and music give nothing;
 * speech whose text fails the decoder's tests is `unheard`, never guessed. Memory is two windows, however long the sound.
 *
 * @throws UserError (exit 3) when the engine fails; the signal's reason when aborted
 */
export async function hear(options: HearOptions): Promise<Hearing> {
  const { sound, recording, signal } = options
  const spans = await remember(options, ['speech', recording.sha256], async () => {
    // Pauses shorter than a sentence's are kept: windows are cut at them.
    const found = await speechSpans(sound, {
      minSilenceSeconds: 0.4,
      paddingSeconds: 0.2,
      ...(signal ? { signal } : {}),
    })
    return found.map(({ from, to }): SpeechSpan => [round(from), round(to)])
  })
  return hearSpeech(options, spans)
}

/** As `hear`, over speech already found. */
export async function hearSpeech(options: HearOptions, spans: readonly SpeechSpan[]): Promise<Hearing> {
  const { sound, signal } = options
  const language = options.language ?? (await detect(options, spans))
  const stretches = halve(spans).map((part) => new Stretch(part, sound.seconds))
  const totalSeconds = speechWithin(spans, 0, sound.seconds)
  for (;;) {
    signal?.throwIfAborted()
    const going = stretches.filter((stretch) => stretch.next !== null)
    if (going.length === 0) break
    const results = await hearWindows(
      options,
      language,
      going.map(({ next }) => next!),
    )
    for (const [i, stretch] of going.entries()) stretch.take(results[i]!)
    const seconds = stretches.reduce((sum, { done }) => sum + done, 0)
    options.onProgress?.({ seconds, totalSeconds })
  }
  const windows = stretches.flatMap(({ heard }) => heard)
  return assemble({ recording: options.recording, sound, spans, language, windows })
}

/** What windows give, those not heard before in one call: together they take little longer than the longest. */
async function hearWindows(
  { sound, recording, engine, signal, store }: HearOptions,
  language: string | null,
  windows: readonly PlannedWindow[],
): Promise<WindowResult[]> {
  const keyOf = ({ startSeconds, endSeconds }: PlannedWindow) =>
    keyFor(['window', recording.sha256, startSeconds, endSeconds, engine.info.sha256, engine.info.engine, language])
  const results = new Map<PlannedWindow, WindowResult>()
  for (const window of windows) {
    const known = await store?.get(keyOf(window))
    if (known !== undefined) results.set(window, known as WindowResult)
  }
  const wanted = windows.filter((window) => !results.has(window))
  if (wanted.length > 0) {
    const samples: Float32Array[] = []
    for (const { startSeconds, endSeconds } of wanted) samples.push(await sound.read(startSeconds, endSeconds))
    const made = await engine.transcribeWindows(samples, { language, ...(signal ? { signal } : {}) })
    for (const [i, window] of wanted.entries()) {
      results.set(window, made[i]!)
      await store?.set(keyOf(window), made[i])
    }
  }
  return windows.map((window) => results.get(window)!)
}

/** Sums the languages' probabilities over windows spread through the speech. */
async function detect(options: HearOptions, spans: readonly SpeechSpan[]): Promise<string | null> {
  const { sound, recording, engine, signal } = options
  const windows: PlannedWindow[] = []
  for (let at = 0; ; ) {
    const window = planWindow(spans, at, WINDOW_SECONDS, sound.seconds)
    if (!window) break
    windows.push(window)
    at = window.endSeconds
  }
  const step = Math.max(1, windows.length / LANGUAGE_WINDOWS)
  const sums = new Map<string, number>()
  for (let k = 0; k < Math.min(LANGUAGE_WINDOWS, windows.length); k++) {
    const { startSeconds, endSeconds } = windows[Math.floor(k * step)]!
    const key = ['language', recording.sha256, startSeconds, endSeconds, engine.info.sha256]
    const found = await remember(options, key, async () =>
      engine.detectLanguage(await sound.read(startSeconds, endSeconds), signal ? { signal } : {}),
    )
    sums.set(found.language, (sums.get(found.language) ?? 0) + found.probability * (endSeconds - startSeconds))
  }
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function keyFor(key: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(['first-hearing', VERSION, ...key]))
    .digest('hex')
}

/** What is stored under `key`, else what `make` gives, stored. */
async function remember<T>({ store }: HearOptions, key: readonly unknown[], make: () => Promise<T>): Promise<T> {
  const hash = keyFor(key)
  const known = await store?.get(hash)
  if (known !== undefined) return known as T
  const made = await make()
  await store?.set(hash, made)
  return made
}
