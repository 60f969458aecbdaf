import type { Answer } from '#model'

export interface HeardWord {
  text: string
  /** Seconds from the window's start. */
  startSeconds: number
  endSeconds: number
  /** 0–1, calibrated. */
  confidence: number
  /** Mean log-probability of the word's tokens, nats: what the confidence was made from. */
  logProbability: number
}

/** Words `[firstWord, endWord)` between two timestamps of the decoder. */
export interface HeardSegment {
  firstWord: number
  endWord: number
  startSeconds: number
  endSeconds: number
}

/** What one window of sound gave. Seconds count from the window's start. */
export interface WindowResult {
  outcome: 'heard' | 'no-speech' | 'failed-tests'
  /** What the decoder takes the language to be, whatever it was told. */
  language: { language: string; probability: number } | null
  words: HeardWord[]
  segments: HeardSegment[]
  /** Where the next window should start: the sound before it is dealt with. */
  seekSeconds: number
  averageLogProbability: number
  compressionRatio: number
  noSpeechProbability: number
  temperature: number
}

export interface TranscribeOptions {
  /** ISO 639-1; null: as the decoder takes it to be. */
  language: string | null
  signal?: AbortSignal
}

/** A speech model behind a worker thread. Samples are mono at the model's rate (16 kHz for every Whisper), −1 to 1. */
export interface Engine {
  info: { name: string; sha256: string; engine: string }
  /** Hears windows of at most 30 s each, independent of each other; several take less time than one by one. @throws AbortError, UserError */
  transcribeWindows(windows: Float32Array[], options: TranscribeOptions): Promise<WindowResult[]>
  detectLanguage(
    samples: Float32Array,
    options?: { signal?: AbortSignal },
  ): Promise<{ language: string; probability: number }>
  /**
   * Scores wordings against at most one window; `wordings[0]` is the base. See model/alignment.ts, `Answer`. The last
   * `decoys` wordings (default 0) are scored further than the others when they fall behind.
   */
  score(
    samples: Float32Array,
    language: string,
    wordings: string[],
    options?: { signal?: AbortSignal; decoys?: number },
  ): Promise<Answer['scores']>
  /** Ends the worker; pending calls are rejected. */
  close(): Promise<void>
}
