import type { Message, Recording, Segment, Transcript, Unheard, Word } from '#model'
import type { WindowResult } from './engine/engine-types.js'
import { isHallucination } from './engine/hallucinations.js'
import { type PlannedWindow, round, type SpeechSpan, speechWithin } from './engine/plan-window.js'
import type { Sound } from './sound/open-sound.js'
import { WORTH_HEARING } from './stretch.js'

/** A window whose language differs is told only when the model is this sure and the window holds this much speech. */
const SURE_OF_LANGUAGE = 0.9
const ENOUGH_SPEECH_FOR_LANGUAGE = 5
/** A longer pause ends a stretch in another language, seconds: its length is held against that of the speech. */
const LONGEST_PAUSE = 5

export interface Hearing {
  transcript: Transcript
  recording: Recording
  /** Ids `window-language-differs` {from, to, language, expected}. */
  warnings: Message[]
}

export interface AssembleInput {
  recording: { id: string; path: string; sha256: string }
  sound: Pick<Sound, 'seconds' | 'truncated'>
  /** All that was taken for speech. */
  spans: readonly SpeechSpan[]
  language: string | null
  /** In the order of their starts. */
  windows: readonly (readonly [PlannedWindow, WindowResult])[]
}

/** One transcript of what the windows gave, and what became of the speech. */
export function assemble(input: AssembleInput): Hearing {
  const assembly = new Assembly(input)
  for (const [window, result] of input.windows) assembly.add(window, result)
  return assembly.finish()
}

class Assembly {
  private readonly words: Word[] = []
  private readonly segments: Segment[] = []
  private readonly unheard: Unheard[] = []
  private readonly warnings: Message[] = []
  private notSpeech = 0
  private readonly input: AssembleInput
  private readonly spans: readonly SpeechSpan[]
  private readonly language: string | null

  constructor(input: AssembleInput) {
    this.input = input
    this.spans = input.spans
    this.language = input.language
  }

  add(window: PlannedWindow, result: WindowResult): void {
    const { startSeconds, endSeconds } = window
    // Another language most often fails the tests: its warning says why nothing was heard.
    if (result.outcome !== 'no-speech') this.compareLanguage(window, result)
    if (result.outcome === 'failed-tests') {
      this.giveUp(startSeconds, endSeconds)
      return
    }
    if (result.outcome === 'no-speech') {
      // The detector took something for speech that the decoder, too, finds unlike any.
      this.notSpeech += speechWithin(this.spans, startSeconds, endSeconds)
      return
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
  }

  finish(): Hearing {
    const { recording, sound } = this.input
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
