/** A stretch ends where the probability falls this far below the threshold (as Silero's own iterator does). */
const HYSTERESIS = 0.15

export interface JoinOptions {
  threshold: number
  minSpeechSeconds: number
  minSilenceSeconds: number
  paddingSeconds: number
}

/** Joins frames of speech into stretches `[from, to)`, seconds within `[0, seconds]`, in order and apart. */
export function joinFrames(
  probabilities: Float32Array,
  frameSeconds: number,
  seconds: number,
  options: JoinOptions,
): { from: number; to: number }[] {
  const rough: { from: number; to: number }[] = []
  let from = -1
  for (let i = 0; i <= probabilities.length; i++) {
    const probability = probabilities[i] ?? 0
    if (from < 0 && probability >= options.threshold && i < probabilities.length) from = i
    else if (from >= 0 && (i === probabilities.length || probability < options.threshold - HYSTERESIS)) {
      const last = rough.at(-1)
      const start = from * frameSeconds
      // Short silences are bridged before short stretches are dropped: broken-up speech counts as one.
      if (last && start - last.to < options.minSilenceSeconds) last.to = i * frameSeconds
      else rough.push({ from: start, to: i * frameSeconds })
      from = -1
    }
  }
  const spans: { from: number; to: number }[] = []
  for (const span of rough) {
    if (span.to - span.from < options.minSpeechSeconds) continue
    const padded = {
      from: Math.max(0, span.from - options.paddingSeconds),
      to: Math.min(seconds, span.to + options.paddingSeconds),
    }
    const last = spans.at(-1)
    if (last && padded.from <= last.to) last.to = padded.to
    else spans.push(padded)
  }
  return spans
}
