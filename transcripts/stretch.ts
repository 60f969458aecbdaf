import type { WindowResult } from './engine/engine-types.js'
import { type PlannedWindow, planWindow, round, type SpeechSpan, speechWithin } from './engine/plan-window.js'

/** Seconds of a Whisper window. */
export const WINDOW_SECONDS = 30
/** A window that fails its tests is tried once more in parts of this length before the speech in it is given up. */
const PART_SECONDS = 10
/** Speech left after a window's last word that is worth another window, seconds. */
export const WORTH_HEARING = 0.5
/** A window must bring the hearing on by this much, or the next would be the same. */
const LEAST_PROGRESS = 1
/** A recording is halved at a pause between these shares of its speech. */
const HALVED_BETWEEN = [0.4, 0.6] as const

/** A stretch of speech on its way to being heard, window after window. */
export class Stretch {
  /** Every window with what it gave, those apart that were heard again in parts. */
  readonly heard: [PlannedWindow, WindowResult][] = []
  /** The window to hear next; null when all is heard. */
  next: PlannedWindow | null
  private readonly spans: readonly SpeechSpan[]
  private readonly totalSeconds: number
  private length = WINDOW_SECONDS
  private partsUntil = 0

  /** @param totalSeconds of the recording */
  constructor(spans: readonly SpeechSpan[], totalSeconds: number) {
    this.spans = spans
    this.totalSeconds = totalSeconds
    this.next = planWindow(spans, 0, WINDOW_SECONDS, totalSeconds)
  }

  /** Seconds of speech dealt with. */
  get done(): number {
    return speechWithin(this.spans, 0, this.next?.startSeconds ?? this.totalSeconds)
  }

  /** Takes what the next window gave, and plans the one after it. */
  take(result: WindowResult): void {
    const window = this.next!
    const { startSeconds, endSeconds } = window
    let position = startSeconds
    if (result.outcome === 'failed-tests' && this.length > PART_SECONDS && endSeconds - startSeconds > PART_SECONDS) {
      this.length = PART_SECONDS
      this.partsUntil = endSeconds
    } else {
      this.heard.push([window, result])
      position = this.after(window, result)
      if (position >= this.partsUntil) this.length = WINDOW_SECONDS
    }
    this.next = planWindow(this.spans, position, this.length, this.totalSeconds)
  }

  /** Where the next window starts, seconds: where the decoder stopped, if that left speech unheard. */
  private after({ startSeconds, endSeconds, cutsSpeech }: PlannedWindow, result: WindowResult): number {
    if (result.outcome !== 'heard' || result.seekSeconds < LEAST_PROGRESS) return endSeconds
    const reached = Math.min(round(startSeconds + result.seekSeconds), endSeconds)
    return cutsSpeech || speechWithin(this.spans, reached, endSeconds) > WORTH_HEARING ? reached : endSeconds
  }
}

/**
 * Two stretches of about as much speech, parted at the longest pause near the middle, to be heard side by side; one when
 * the speech fits into a window or knows no pause there.
 */
export function halve(spans: readonly SpeechSpan[]): (readonly SpeechSpan[])[] {
  const extent = spans.length === 0 ? 0 : spans.at(-1)![1] - spans[0]![0]
  if (extent <= WINDOW_SECONDS) return [spans]
  const speech = spans.reduce((sum, [from, to]) => sum + to - from, 0)
  let before = 0
  let longest = 0
  let cut = 0
  for (let i = 1; i < spans.length; i++) {
    const [from, end] = spans[i - 1]!
    before += end - from
    const share = before / speech
    const pause = spans[i]![0] - end
    if (share >= HALVED_BETWEEN[0] && share <= HALVED_BETWEEN[1] && pause > longest) {
      longest = pause
      cut = i
    }
  }
  return cut === 0 ? [spans] : [spans.slice(0, cut), spans.slice(cut)]
}
