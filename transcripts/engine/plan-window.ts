/** Seconds `[from, to)` that hold speech. */
export type SpeechSpan = readonly [fromSeconds: number, toSeconds: number]

export interface PlannedWindow {
  startSeconds: number
  endSeconds: number
  /** The end falls into running speech: the last words may be cut in half. */
  cutsSpeech: boolean
}

/** A pause as long as this ends a window: what lies in it (music, noise) is no business of the decoder. */
const LONGEST_PAUSE = 3
/** A window is not cut before this share of its length only to end at a pause. */
const EARLIEST_CUT = 0.6

/**
 * The next window of speech at or after `fromSeconds`: up to `windowSeconds` long, ended at a pause where there is one.
 * Null when no speech is left.
 */
export function planWindow(
  spans: readonly SpeechSpan[],
  fromSeconds: number,
  windowSeconds: number,
  totalSeconds: number,
): PlannedWindow | null {
  // What is left of a span when its end was rounded down is no speech.
  let i = spans.findIndex(([, to]) => to >= fromSeconds + 0.01)
  if (i < 0) return null
  const startSeconds = round(Math.max(fromSeconds, spans[i]![0]))
  const limit = startSeconds + windowSeconds
  let end = spans[i]![1]
  let pause: number | null = null
  while (end < limit && i + 1 < spans.length) {
    const [nextFrom, nextTo] = spans[i + 1]!
    if (nextFrom - end > LONGEST_PAUSE) break
    if (end - startSeconds >= windowSeconds * EARLIEST_CUT) pause = end
    end = nextTo
    i++
  }
  if (end <= limit) return { startSeconds, endSeconds: round(Math.min(end, totalSeconds)), cutsSpeech: false }
  if (pause !== null) return { startSeconds, endSeconds: round(pause), cutsSpeech: false }
  return { startSeconds, endSeconds: round(Math.min(limit, totalSeconds)), cutsSpeech: limit < totalSeconds }
}

/** Seconds of speech within `[from, to)`. */
export function speechWithin(spans: readonly SpeechSpan[], from: number, to: number): number {
  let seconds = 0
  for (const [start, end] of spans) seconds += Math.max(0, Math.min(end, to) - Math.max(start, from))
  return seconds
}

/** Times are told to 0.01 s. */
export function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
