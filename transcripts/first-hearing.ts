import { createHash } from 'node:crypto'
import type { Message, Recording, Segment, Transcript, Unheard, Word } from '#model'
import type { Engine, WindowResult } from './engine/engine-types.js'
import { isHallucination } from './engine/hallucinations.js'
import { type PlannedWindow, planWindow, round, type SpeechSpan, speechWithin } from './engine/plan-window.js'
import type { Sound } from './sound/open-sound.js'
import { speechSpans } from './sound/voice-activity.js'

/** Raised when what a window gives changes: stored windows are heard anew. */
const VERSION = 2
/** Seconds of a Whisper window. */
const WINDOW_SECONDS = 30
/** A window that fails its tests is tried once more in parts of this length before the speech in it is given up. */
const PART_SECONDS = 10
/** Speech left after a window's last word that is worth another window, seconds. */
const WORTH_HEARING = 0.5
/** A window must bring the hearing on by this much, or the next would be the same. */
const LEAST_PROGRESS = 1
const LANGUAGE_WINDOWS = 5
/** A window whose language differs is told only when the model is this sure and the window holds this much speech. */
const SURE_OF_LANGUAGE = 0.9
const ENOUGH_SPEECH_FOR_LANGUAGE = 5
/** A longer pause ends a stretch in another language, seconds: its length is held against that of the speech. */
const LONGEST_PAUSE = 5

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
  onProgress?: (done: { seconds: number; totalSeconds: number }) => void
  /** What each window gave is kept here: a broken-off hearing loses at most one window. */
  store?: HearingStore
}

export interface Hearing {
  transcript: Transcript
  recording: Recording
  /** Ids `window-language-differs` {from, to, language, expected}. */
  warnings: Message[]
}

/**
 * The first hearing, unprompted: window after window over the recording's speech. Silence, noise and music give nothing;
 * speech whose text fails the decoder's tests is `unheard`, never guessed. Memory is one window, however long the sound.
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
  const { sound, recording, engine, signal } = options
  const language = options.language ?? (await detect(options, spans))
  const hearing = new Assembly(options, spans, language)
  let position = 0
  let length = WINDOW_SECONDS
  let partsUntil = 0
  for (;;) {
    signal?.throwIfAborted()
    if (position >= partsUntil) length = WINDOW_SECONDS
    const window = planWindow(spans, position, length, sound.seconds)
    if (!window) break
    const { startSeconds, endSeconds } = window
    const key = ['window', recording.sha256, startSeconds, endSeconds, engine.info.sha256, engine.info.engine, language]
    const result = await remember(options, key, async () => {
      const samples = await sound.read(startSeconds, endSeconds)
      return engine.transcribeWindow(samples, { language, ...(signal ? { signal } : {}) })
    })
    if (result.outcome === 'failed-tests' && length > PART_SECONDS && endSeconds - startSeconds > PART_SECONDS) {
      length = PART_SECONDS
      partsUntil = endSeconds
      continue
    }
    position = hearing.add(window, result)
    options.onProgress?.({ seconds: Math.min(position, sound.seconds), totalSeconds: sound.seconds })
  }
  return hearing.finish()
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

/** The transcript as it grows. */
class Assembly {
  private readonly words: Word[] = []
  private readonly segments: Segment[] = []
  private readonly unheard: Unheard[] = []
  private readonly warnings: Message[] = []
  private notSpeech = 0
  private readonly options: HearOptions
  private readonly spans: readonly SpeechSpan[]
  private readonly language: string | null

  constructor(options: HearOptions, spans: readonly SpeechSpan[], language: string | null) {
    this.options = options
    this.spans = spans
    this.language = language
  }

  /** @returns where the next window starts, seconds. */
  add(window: PlannedWindow, result: WindowResult): number {
    const { startSeconds, endSeconds } = window
    // Another language most often fails the tests: its warning says why nothing was heard.
    if (result.outcome !== 'no-speech') this.compareLanguage(window, result)
    if (result.outcome === 'failed-tests') {
      this.giveUp(startSeconds, endSeconds)
      return endSeconds
    }
    if (result.outcome === 'no-speech') {
      // The detector took something for speech that the decoder, too, finds unlike any.
      this.notSpeech += speechWithin(this.spans, startSeconds, endSeconds)
      return endSeconds
    }
    for (const segment of result.segments) {
      const words = result.words.slice(segment.firstWord, segment.endWord)
      const from = startSeconds + segment.startSeconds
      const to = startSeconds + segment.endSeconds
      if (isHallucination(words, result, this.language)) {
        this.giveUp(from, to)
        continue
      }
      const firstWord = this.words.length
      for (const word of words) {
        this.words.push({
          text: word.text,
          startSeconds: round(startSeconds + word.startSeconds),
          endSeconds: round(startSeconds + word.endSeconds),
          confidence: Math.round(word.confidence * 1000) / 1000,
          segment: this.segments.length,
        })
      }
      this.segments.push({
        firstWord,
        endWord: this.words.length,
        startSeconds: round(from),
        endSeconds: round(to),
        speaker: null,
      })
    }
    const reached = round(startSeconds + result.seekSeconds)
    const left = speechWithin(this.spans, reached, endSeconds)
    const again = window.cutsSpeech || left > WORTH_HEARING
    return again && result.seekSeconds >= LEAST_PROGRESS ? Math.min(reached, endSeconds) : endSeconds
  }

  finish(): Hearing {
    const { recording, sound } = this.options
    const detected = this.spans.reduce((sum, [from, to]) => sum + to - from, 0)
    const speechSeconds = Math.max(0, detected - this.notSpeech)
    const lost = this.unheard.reduce((sum, [from, to]) => sum + speechWithin(this.spans, from, to), 0)
    return {
      transcript: {
        id: recording.id.replace(/^r/, 'h'),
        recording: recording.id,
        path: null,
        sha256: null,
        timed: true,
        speakers: false,
        machine: true,
        language: this.language,
        words: this.words,
        segments: this.segments,
      },
      recording: {
        ...recording,
        seconds: round(sound.seconds),
        speechSeconds: round(speechSeconds),
        heardSeconds: round(Math.max(0, speechSeconds - lost)),
        unheard: this.unheard,
        language: this.language,
        truncated: sound.truncated,
        note: null,
      },
      warnings: this.warnings,
    }
  }

  private giveUp(from: number, to: number): void {
    for (const [start, end] of this.spans) {
      const first = round(Math.max(start, from))
      const last = round(Math.min(end, to))
      if (last <= first) continue
      const previous = this.unheard.at(-1)
      if (previous && previous[1] >= first) previous[1] = Math.max(previous[1], last)
      else this.unheard.push([first, last, 'failed-tests'])
    }
  }

  private compareLanguage(window: PlannedWindow, result: WindowResult): void {
    const { language } = result
    if (language === null || language.language === this.language || language.probability < SURE_OF_LANGUAGE) return
    if (speechWithin(this.spans, window.startSeconds, window.endSeconds) < ENOUGH_SPEECH_FOR_LANGUAGE) return
    const { startSeconds: from, endSeconds: to } = window
    const last = this.warnings.at(-1)?.values
    // Windows with no more than a pause between them are one stretch to whoever reads it.
    const goesOn =
      last?.language === language.language &&
      from - Number(last.to) <= LONGEST_PAUSE &&
      speechWithin(this.spans, Number(last.to), from) < WORTH_HEARING
    if (goesOn) {
      last.to = to
      return
    }
    const values = { from, to, language: language.language, expected: this.language ?? '' }
    this.warnings.push({ id: 'window-language-differs', values })
  }
}

/** What is stored under `key`, else what `make` gives, stored. */
async function remember<T>({ store }: HearOptions, key: readonly unknown[], make: () => Promise<T>): Promise<T> {
  const hash = createHash('sha256')
    .update(JSON.stringify(['first-hearing', VERSION, ...key]))
    .digest('hex')
  const known = await store?.get(hash)
  if (known !== undefined) return known as T
  const made = await make()
  await store?.set(hash, made)
  return made
}
