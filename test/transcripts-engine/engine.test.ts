import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot, UserError } from '#model'
import { createEngine } from '../../transcripts/engine/client.js'
import type { Engine } from '../../transcripts/engine/engine-types.js'
import { listen } from '../../transcripts/listen.js'
import { answerQuestions } from '../../transcripts/second-hearing.js'
import { openSound, type Sound } from '../../transcripts/sound/open-sound.js'

const model = {
  directory: join(packageRoot(), 'transcripts/models/whisper-base'),
  files: {
    encoder: 'onnx/encoder_model_quantized.onnx',
    decoder: 'onnx/decoder_model_merged_quantized.onnx',
    tokenizer: 'tokenizer.json',
    config: 'config.json',
    generation: 'generation_config.json',
    preprocessor: 'preprocessor_config.json',
  },
  name: 'whisper-base',
  sha256: '0'.repeat(64),
}
/** Known by its script: at 88.6–94.0 s "Under de här två åren vi aktualiserat problemet har vi fått många lagförda." */
const [from, to] = [88, 94.5]
const printed = 'Under de här åren vi aktualiserat problemet har vi fått många lagförda.'
const spoken = 'Under de här två åren vi aktualiserat problemet har vi fått många lagförda.'
const denied = 'Under de här åren vi aktualiserat problemet har vi inte fått många lagförda.'

let folder: string
let sound: Sound
let engine: Engine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordagrant-engine-'))
  const path = join(packageRoot(), 'test/stories/sexhandeln/audio/p4-varmland-sexhandeln.mp3')
  sound = await openSound(path, { spoolDir: folder, sha256: 'a'.repeat(64) })
  engine = await createEngine({ model })
}, 60_000)
afterAll(async () => {
  await engine.close()
  await sound.close()
  await rm(folder, { recursive: true })
})

describe('the engine', () => {
  it('hears words with times inside the window and confidences', async () => {
    const [heard] = await engine.transcribeWindows([await sound.read(from, to)], { language: 'sv' })
    expect(heard!.outcome).toBe('heard')
    const text = heard!.words.map((word) => word.text).join(' ')
    expect(text).toMatch(/^Under de här två åren/)
    const two = heard!.words[3]!
    expect(two.text).toBe('två')
    expect(two.startSeconds).toBeGreaterThan(0.9)
    expect(two.startSeconds).toBeLessThan(2)
    for (const [i, word] of heard!.words.entries()) {
      expect(word.endSeconds).toBeGreaterThanOrEqual(word.startSeconds)
      if (i > 0) expect(word.startSeconds).toBeGreaterThanOrEqual(heard!.words[i - 1]!.startSeconds)
      expect(word.confidence).toBeGreaterThan(0)
      expect(word.confidence).toBeLessThan(1)
    }
  })

  it('hears several windows at once as one by one, whichever ends first', async () => {
    const windows = [await sound.read(from, to), new Float32Array(16_000), await sound.read(to, to + 14)]
    const together = await engine.transcribeWindows(windows, { language: 'sv' })
    const alone = []
    for (const window of windows) alone.push(...(await engine.transcribeWindows([window], { language: 'sv' })))
    const texts = (results: typeof together) => results.map(({ words }) => words.map(({ text }) => text).join(' '))
    expect(texts(together)).toEqual(texts(alone))
    expect(together.map(({ outcome }) => outcome)).toEqual(['heard', 'no-speech', 'heard'])
  })

  it('tells the spoken wording from the printed, and stops at a hopeless one', async () => {
    const scores = await engine.score(await sound.read(from, to), 'sv', [printed, spoken, denied, printed])
    expect(scores[0]).toEqual({ margin: 0, prior: 0, bounded: false })
    expect(scores[1]!.margin).toBeGreaterThan(6)
    expect(scores[1]!.prior).toBeLessThan(0)
    expect(scores[2]!.margin).toBeLessThan(-4)
    expect(scores[3]).toEqual({ margin: 0, prior: 0, bounded: false })
  })

  it('invents nothing on silence', async () => {
    const [heard] = await engine.transcribeWindows([new Float32Array(16_000)], { language: 'sv' })
    expect(heard!.words).toEqual([])
  })

  it('answers questions in the order asked, once', async () => {
    const stored = new Map<string, unknown>()
    const store = {
      get: async (key: string) => stored.get(key),
      set: async (key: string, value: unknown) => void stored.set(key, value),
    }
    const ask = (wordings: string[], id: string) => ({
      id,
      recording: 'r1',
      startSeconds: from,
      endSeconds: to,
      language: 'sv',
      wordings,
    })
    const questions = [ask([printed, spoken], 'a'), ask([spoken, printed], 'b')]
    const options = { questions, sounds: new Map([['r1', sound]]), hashes: new Map([['r1', 'x']]), engine, store }
    const answers = await answerQuestions(options)
    expect(answers.map((answer) => answer.question)).toEqual(['a', 'b'])
    expect(answers[0]!.scores[1]!.margin).toBeCloseTo(-answers[1]!.scores[1]!.margin, 0)
    const silent = new Map<string, Sound>()
    expect(await answerQuestions({ ...options, sounds: silent })).toEqual(answers)
  })

  it('says which wording the seconds support', async () => {
    const texts = ['under de här åren vi aktualiserat problemet har vi fått många lagförda', `"${spoken}"`]
    const heard = await listen({ sound, engine, language: 'sv', fromSeconds: from, toSeconds: to, texts })
    expect(heard.supported).toBe(1)
    expect(heard.texts[1]).toMatchObject({ text: texts[1], margin: 0 })
    expect(heard.texts[0]!.margin).toBeLessThan(-6)
  })

  it('stops at the next step when cancelled, and goes on with the next call', async () => {
    const cancelling = new AbortController()
    const samples = await sound.read(0, 30)
    const calls = [1, 2].map(() => engine.transcribeWindows([samples], { language: 'sv', signal: cancelling.signal }))
    const settled = Promise.allSettled(calls)
    cancelling.abort(new Error('enough'))
    expect(await settled).toEqual([1, 2].map(() => ({ status: 'rejected', reason: new Error('enough') })))
    const { language } = await engine.detectLanguage(new Float32Array(16_000))
    expect(language).toMatch(/^[a-z]{2,3}$/)
  })
})

describe('an engine whose model is no model', () => {
  it('costs nothing until asked, then says which file is missing, and closes', async () => {
    const broken = await createEngine({ model: { ...model, directory: '/nowhere' } })
    const failure = await broken
      .transcribeWindows([new Float32Array(16_000)], { language: 'sv' })
      .catch((error) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect(failure).toMatchObject({ id: 'model-file-unreadable', exitCode: 2 })
    expect(failure.text.sv).toContain('config.json')
    await broken.close()
    await expect(broken.detectLanguage(new Float32Array(1))).rejects.toThrow('closed')
  })
})
