import type { UiLanguage } from '#model'

/** `fraction` is how much of the stage is done, 0 to 1, or null when nobody can know; `path` is the recording it works on, when it is one. */
export interface ProgressEvent {
  stage: 'decode' | 'hear' | 'listen' | 'clips' | 'pull'
  path: string | null
  fraction: number | null
}

export type OnProgress = (event: ProgressEvent) => void

const stages: Record<ProgressEvent['stage'], Record<UiLanguage, string>> = {
  decode: { sv: 'Läser ljudet', en: 'Reading the sound' },
  hear: { sv: 'Lyssnar', en: 'Listening' },
  listen: { sv: 'Lyssnar igen', en: 'Listening again' },
  pull: { sv: 'Hämtar', en: 'Fetching' },
  clips: { sv: 'Klipper ljudet', en: 'Cutting the sound' },
}
const left: Record<UiLanguage, string> = { sv: 'kvar', en: 'left' }

export interface Terminal {
  write(text: string): unknown
  isTTY?: boolean
  columns?: number
}

/**
 * Shows progress: a bar with the time left as measured so far on a terminal, plain lines, at most one in ten seconds,
 * anywhere else.
 */
export function createProgress(
  out: Terminal,
  language: UiLanguage,
  now: () => number = Date.now,
): { onProgress: OnProgress; done(): void } {
  let current = ''
  let startedMs = 0
  let startedAt = 0
  let shownMs = Number.NEGATIVE_INFINITY
  let barShown = false
  const everyMs = out.isTTY ? 100 : 10_000
  const clear = () => {
    if (barShown) out.write('\r\u001b[K')
    barShown = false
  }
  return {
    onProgress({ stage, path, fraction }) {
      const key = `${stage} ${path}`
      if (key !== current) {
        current = key
        startedMs = now()
        startedAt = fraction ?? 0
      }
      const atEnd = fraction !== null && fraction >= 1
      if (now() - shownMs < everyMs && !(out.isTTY && atEnd)) return
      if (!out.isTTY && atEnd) return
      shownMs = now()
      const name = path === null ? stages[stage][language] : `${stages[stage][language]}: ${path}`
      if (fraction === null) {
        clear()
        out.write(out.isTTY ? `${name} …` : `${name}\n`)
        barShown = out.isTTY === true
        return
      }
      const percent = `${Math.floor(Math.min(1, fraction) * 100)} %`
      const time = timeLeft(now() - startedMs, fraction - startedAt, 1 - fraction)
      const rest = time === null ? '' : `, ${time} ${left[language]}`
      if (!out.isTTY) {
        out.write(`${name} ${percent}${rest}\n`)
        return
      }
      clear()
      if (atEnd) return
      const width = Math.max(10, Math.min(30, (out.columns ?? 80) - name.length - 30))
      const full = Math.round(width * fraction)
      out.write(`${name} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent}${rest}`)
      barShown = true
    },
    done: clear,
  }
}

/** Time left at the speed measured since the stage began, or null while too little was measured to say. */
function timeLeft(elapsedMs: number, done: number, remaining: number): string | null {
  if (elapsedMs < 2_000 || done <= 0.005) return null
  const seconds = Math.round(((elapsedMs / done) * remaining) / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
