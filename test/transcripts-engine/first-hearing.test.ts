import { describe, expect, it } from 'vitest'
import type { Engine, WindowResult } from '../../transcripts/engine/engine-types.js'
import type { SpeechSpan } from '../../transcripts/engine/plan-window.js'
import { type HearOptions, hearSpeech } from '../../transcripts/first-hearing.js'

const base: WindowResult = {
  outcome: 'heard',
  language: { language: 'sv', probability: 0.99 },
  words: [],
  segments: [],
  seekSeconds: 0,
  averageLogProbability: -0.3,
  compressionRatio: 1.2,
  noSpeechProbability: 0.1,
  temperature: 0,
}
const says = (text: string, seconds: number, more: Partial<WindowResult> = {}): WindowResult => {
  const words = text.split(' ').map((word, i, all) => ({
    text: word,
    startSeconds: (seconds * i) / all.length,
    endSeconds: (seconds * (i + 1)) / all.length,
    confidence: 0.9,
    logProbability: more.averageLogProbability ?? -0.1,
  }))
  const segments = [{ firstWord: 0, endWord: words.length, startSeconds: 0, endSeconds: seconds }]
  return { ...base, words, segments, seekSeconds: seconds, ...more }
}

/** A sound whose samples tell where they are from, and an engine that answers by where and how long a window is. */
function scene(answer: (startSeconds: number, seconds: number) => WindowResult, seconds = 100) {
  const calls: number[][] = []
  const sound = {
    seconds,
    truncated: false,
    read: async (from: number, to: number) => Float32Array.of(from, to),
    close: async () => {},
  }
  const engine: Engine = {
    info: { name: 'fake', sha256: 'f', engine: 'fake 1' },
    transcribeWindows: async (windows) => {
      calls.push(windows.map(([from]) => from!))
      return windows.map(([from, to]) => answer(Math.round(from! * 100) / 100, to! - from!))
    },
    detectLanguage: async ([from]) => ({ language: from! < 10 ? 'no' : 'sv', probability: 0.8 }),
    score: async () => [],
    close: async () => {},
  }
  const options: HearOptions = { recording: { id: 'r1', path: 'a.mp3', sha256: 'a' }, sound, engine, language: 'sv' }
  return { calls, options }
}
const texts = (words: { text: string }[]) => words.map((word) => word.text).join(' ')

describe('the first hearing', () => {
  it('puts windows behind one another in the recording’s seconds', async () => {
    const { options } = scene((_, seconds) => says('ett två', seconds))
    const spans: SpeechSpan[] = [
      [2, 20],
      [50, 60],
    ]
    const { transcript, recording } = await hearSpeech(options, spans)
    expect(texts(transcript.words)).toBe('ett två ett två')
    expect(transcript.words.map((word) => word.startSeconds)).toEqual([2, 11, 50, 55])
    expect(transcript.segments.map((one) => [one.startSeconds, one.endSeconds])).toEqual([
      [2, 20],
      [50, 60],
    ])
    expect(transcript.words.map((word) => word.segment)).toEqual([0, 0, 1, 1])
    expect(recording).toMatchObject({ speechSeconds: 28, heardSeconds: 28, unheard: [], language: 'sv' })
  })

  it('goes on where the decoder stopped, not where the window ended', async () => {
    const { options, calls } = scene((start, seconds) => says(`från${start}`, start === 0 ? 22 : seconds))
    await hearSpeech(options, [[0, 45]])
    expect(calls).toEqual([[0], [22]])
  })

  it('never hangs on a decoder that makes no headway', async () => {
    const { options, calls } = scene(() => says('ett', 0.2))
    await hearSpeech(options, [[0, 45]])
    expect(calls).toEqual([[0], [30]])
  })

  it('hears a failed window again in parts, and calls the rest unheard', async () => {
    const { options } = scene((start, seconds) =>
      seconds > 10.01 ? { ...base, outcome: 'failed-tests' } : says(`från${start}`, seconds),
    )
    const { transcript, recording } = await hearSpeech(options, [
      [0, 10],
      [10.5, 20],
      [20.5, 29],
    ])
    expect(texts(transcript.words)).toBe('från0 från10.5 från20.5')
    expect(recording.unheard).toEqual([])
    const failing = scene(() => ({ ...base, outcome: 'failed-tests' }))
    const lost = await hearSpeech(failing.options, [
      [1, 6],
      [40, 42],
    ])
    expect(lost.transcript.words).toEqual([])
    expect(lost.recording).toMatchObject({
      unheard: [
        [1, 6, 'failed-tests'],
        [40, 42, 'failed-tests'],
      ],
      speechSeconds: 7,
      heardSeconds: 0,
    })
  })

  it('takes what the decoder finds unlike speech for none', async () => {
    const { options } = scene(() => ({ ...base, outcome: 'no-speech' }))
    const { recording } = await hearSpeech(options, [[1, 6]])
    expect(recording).toMatchObject({ speechSeconds: 0, heardSeconds: 0, unheard: [] })
  })

  it('believes a sentence Whisper is known to invent only where the window is sure of it', async () => {
    const doubtful = scene((_, seconds) => says('Textning.nu', seconds, { averageLogProbability: -0.9 }))
    const lost = await hearSpeech(doubtful.options, [[1, 6]])
    expect(lost.transcript.words).toEqual([])
    expect(lost.recording.unheard).toEqual([[1, 6, 'failed-tests']])
    const sure = scene((_, seconds) => says('Tack för att ni lyssnade.', seconds))
    expect(texts((await hearSpeech(sure.options, [[1, 6]])).transcript.words)).toBe('Tack för att ni lyssnade.')
  })

  it('tells where another language is spoken', async () => {
    const { options } = scene((_, seconds) =>
      says('hello', seconds, { language: { language: 'en', probability: 0.97 } }),
    )
    const { warnings } = await hearSpeech(options, [[1, 9]])
    expect(warnings).toEqual([
      { id: 'window-language-differs', values: { from: 1, to: 9, language: 'en', expected: 'sv' } },
    ])
  })

  it('tells it once of what could not be heard for it', async () => {
    const failed = scene(() => ({
      ...base,
      outcome: 'failed-tests',
      language: { language: 'en', probability: 0.97 },
    }))
    const { warnings, recording } = await hearSpeech(failed.options, [
      [1, 9],
      [9.5, 18],
      [19, 27],
    ])
    expect(recording.heardSeconds).toBe(0)
    expect(warnings).toEqual([
      { id: 'window-language-differs', values: { from: 1, to: 27, language: 'en', expected: 'sv' } },
    ])
  })

  it('keeps apart what lies far apart, so that the silence between is in no language', async () => {
    const { options } = scene((_, seconds) =>
      says('hello', seconds, { language: { language: 'en', probability: 0.97 } }),
    )
    const { warnings } = await hearSpeech(options, [
      [0, 9],
      [45, 54],
    ])
    expect(warnings.map(({ values }) => [values.from, values.to])).toEqual([
      [0, 9],
      [45, 54],
    ])
  })

  it('finds the language out from several windows', async () => {
    const { options } = scene((_, seconds) => says('ett', seconds))
    const { transcript } = await hearSpeech({ ...options, language: null }, [
      [0, 28],
      [32, 60],
      [64, 92],
    ])
    expect(transcript.language).toBe('sv')
  })

  it('hears no window twice: what was stored is taken', async () => {
    const stored = new Map<string, unknown>()
    const store = {
      get: async (key: string) => stored.get(key),
      set: async (key: string, value: unknown) => void stored.set(key, value),
    }
    const { options, calls } = scene((_, seconds) => says('ett två', seconds))
    const spans: SpeechSpan[] = [
      [2, 20],
      [30, 40],
      [50, 60],
    ]
    const stopping = new AbortController()
    const onProgress = () => stopping.abort(new Error('stopped'))
    await expect(hearSpeech({ ...options, store, signal: stopping.signal, onProgress }, spans)).rejects.toThrow(
      'stopped',
    )
    expect(calls).toEqual([[2, 30]])
    const first = await hearSpeech({ ...options, store }, spans)
    expect(calls).toEqual([[2, 30], [50]])
    expect(await hearSpeech({ ...options, store }, spans)).toEqual(first)
    expect(calls).toEqual([[2, 30], [50]])
  })

  it('hears the two halves of a recording side by side, each at its own pace', async () => {
    const { options, calls } = scene((start, seconds) => says(`från${start}`, start === 2 ? 13 : seconds))
    const progress: { seconds: number; totalSeconds: number }[] = []
    const { transcript, recording } = await hearSpeech({ ...options, onProgress: (done) => progress.push(done) }, [
      [2, 20],
      [30, 40],
      [50, 70],
      [80, 90],
    ])
    expect(progress.map(({ seconds }) => seconds)).toEqual([33, 48, 58])
    expect(progress[0]!.totalSeconds).toBe(58)
    // The longest pause between 40 and 60 % of the speech; the decoder stopped early in the first window.
    expect(calls).toEqual([[2, 50], [15, 80], [30]])
    expect(texts(transcript.words)).toBe('från2 från15 från30 från50 från80')
    expect(recording).toMatchObject({ speechSeconds: 58, heardSeconds: 58 })
  })

  it('hears running speech from end to end, one window at a time', async () => {
    const { options, calls } = scene((_, seconds) => says('ett', seconds))
    await hearSpeech(options, [
      [0, 10],
      [10.5, 90],
    ])
    expect(calls.every((windows) => windows.length === 1)).toBe(true)
  })
})
