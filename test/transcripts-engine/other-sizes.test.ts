import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../transcripts/engine/client.js'
import type { Engine } from '../../transcripts/engine/engine-types.js'
import { type ModelDescription, readModelFacts } from '../../transcripts/engine/model-facts.js'
import { hearSpeech } from '../../transcripts/first-hearing.js'
import { resolveModel } from '../../transcripts/models/index.js'
import { END, FIRST_LETTER, LETTER, SENTENCE, SIZES, writeTinyWhisper } from '../tiny-whisper/model.mjs'
import { noise, RATE, wav } from '../transcripts-sound/synthesized.js'

const cli = fileURLToPath(new URL('../../dist/bin/ordagrant.js', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'ordagrant-sizes-'))
const folders = { attending: join(base, 'attending'), plain: join(base, 'plain') }
const sound = noise(6, 1)
const said = SENTENCE.trim()
const bytesBefore = (word: string) => Buffer.byteLength(SENTENCE.slice(0, SENTENCE.indexOf(word)))

async function described(folder: string): Promise<ModelDescription> {
  const model = await resolveModel(folder)
  const files = Object.entries(model.files).map(([part, path]) => [part, relative(model.directory, path)])
  return { ...model, files: Object.fromEntries(files) }
}

const engines: Partial<Record<keyof typeof folders, Engine>> = {}
beforeAll(async () => {
  writeTinyWhisper(folders.attending)
  writeTinyWhisper(folders.plain, { attends: false })
  writeFileSync(join(base, 'sound.wav'), wav([sound], RATE))
  for (const name of ['attending', 'plain'] as const)
    engines[name] = await createEngine({ model: await described(folders[name]), threads: 1 })
})
afterAll(async () => {
  for (const engine of Object.values(engines)) await engine.close()
  rmSync(base, { recursive: true })
})

test('every size and number comes from the model’s files, and none is whisper-base’s', async () => {
  const facts = await readModelFacts(await described(folders.attending))
  const { layers, heads, headSize, melBins, maxTokens } = SIZES
  expect(facts).toMatchObject({ layers, heads, headSize, maxTokens, features: { melBins } })
  const known = await readModelFacts(
    await described(fileURLToPath(new URL('../../transcripts/models/whisper-base', import.meta.url))),
  )
  for (const fact of [
    'layers',
    'heads',
    'headSize',
    'maxTokens',
    'endOfText',
    'startOfTranscript',
    'transcribe',
    'noTimestamps',
    'firstTimestamp',
    'medianFilterWidth',
  ] as const)
    expect(facts[fact], fact).not.toBe(known[fact])
  expect(facts.features.melBins).not.toBe(known.features.melBins)
  expect(facts.languages.get('sv')).not.toBe(known.languages.get('sv'))
})

describe.each(['attending', 'plain'] as const)('a tiny Whisper (%s)', (name) => {
  const engine = () => engines[name]!

  test('transcribes through the worker, with times inside the sound', async () => {
    const [heard] = await engine().transcribeWindows([sound], { language: 'sv' })
    expect(heard).toMatchObject({ outcome: 'heard', language: { language: 'sv' }, seekSeconds: 6, temperature: 0 })
    expect(heard!.words.map(({ text }) => text)).toEqual(said.split(' '))
    let before = 0
    for (const { startSeconds, endSeconds, confidence, text } of heard!.words) {
      expect(startSeconds).toBeGreaterThanOrEqual(before)
      expect(endSeconds).toBeGreaterThan(startSeconds)
      expect(endSeconds).toBeLessThanOrEqual(6)
      expect(confidence).toBeGreaterThan(0.5)
      // Only the heads that the model names follow the letters; without attention, words are spread over the segment.
      if (name === 'attending')
        expect(Math.abs(startSeconds - FIRST_LETTER - LETTER * bytesBefore(text))).toBeLessThan(0.15)
      before = endSeconds
    }
  })

  test('finds nothing in silence, and the language out', async () => {
    const [silent] = await engine().transcribeWindows([new Float32Array(RATE * 3)], { language: null })
    expect(silent).toMatchObject({ outcome: 'no-speech', words: [] })
    expect((await engine().detectLanguage(sound)).language).toBe('sv')
  })

  test('scores wordings', async () => {
    const wrong = [said.replace('två', 'tre'), said.replace('Vi har', 'Vi har inte')]
    const [, number, denied] = await engine().score(sound, 'sv', [said, ...wrong])
    expect(number!.margin).toBeLessThan(-10)
    expect(denied!.margin).toBeLessThan(-10)
    const [, right] = await engine().score(sound, 'sv', [wrong[0]!, said])
    expect(right!.margin).toBeGreaterThan(10)
    // Without sound nothing speaks for it: what is left is the model's own taste.
    const [, unheard] = await engine().score(new Float32Array(RATE), 'sv', [wrong[0]!, said])
    expect(Math.abs(unheard!.margin)).toBeLessThan(right!.margin / 4)
  })

  test('scores the same from either side, many at once as one by one: caches are cut at this model’s sizes', async () => {
    const [one, ...others] = ['qqqq', 'qqxq', 'qqyq', 'qqxy', 'qzq', 'zqqqq']
    const margins = async (wordings: string[]) =>
      (await engine().score(sound, 'sv', wordings)).map(({ margin }) => margin)
    const together = await margins([one!, ...others])
    for (const [i, other] of others.entries()) {
      const [, there] = await margins([one!, other])
      const [, back] = await margins([other, one!])
      expect(there).toBeCloseTo(together[i + 1]!, 3)
      // A wording that falls behind at once is not scored to its end.
      if (there! > -3 && back! > -3) expect(back).toBeCloseTo(-there!, 3)
    }
  })

  test('hears a long recording window by window', async () => {
    const seconds = 2 * 3600
    const long = {
      seconds,
      truncated: false,
      read: async (from: number, to: number) => noise(Math.min(to, seconds) - from, 2).map((value) => value),
      close: async () => {},
    }
    const recording = { id: 'r1', path: 'a.wav', sha256: 'a' }
    const spans = [
      [0, 40],
      [3600, 3604],
    ] as const
    const { transcript } = await hearSpeech({ recording, sound: long, engine: engine(), language: 'sv' }, spans)
    const starts = transcript.segments.map((segment) => segment.startSeconds)
    expect(starts).toEqual([0, END, 3600])
    expect(transcript.words).toHaveLength(3 * said.split(' ').length)
  })
})

describe('a model that is not whole', () => {
  const run = (folder: string) =>
    new Promise<{ code: number; lines: string[] }>((resolve) => {
      const args = ['listen', join(base, 'sound.wav'), '--from', '0', '--to', '6', '--text', said, '--model', folder]
      execFile(process.execPath, [cli, ...args, '--ui-language', 'en'], { cwd: base }, (error, _, stderr) => {
        const lines = stderr.trim().split('\n')
        resolve({ code: Number(error?.code ?? 0), lines: lines.filter((line) => !/^(Reading|Decoding)/.test(line)) })
      })
    })
  const broken = async (name: string, spoil: (path: (file: string) => string) => void) => {
    const folder = join(base, name)
    cpSync(folders.attending, folder, { recursive: true })
    spoil((file) => join(folder, file))
    return run(folder)
  }

  test.each([
    'config.json',
    'generation_config.json',
    'preprocessor_config.json',
    'tokenizer.json',
    'onnx/encoder_model.onnx',
    'onnx/decoder_model_merged.onnx',
  ])('%s missing: one line that names it, exit 2', async (file) => {
    const { code, lines } = await broken(`no-${file.replace('/', '-')}`, (path) => rmSync(path(file)))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(file.replace(/\.(json|onnx)$/, ''))
    expect(code).toBe(2)
  })

  test.each([
    ['config.json', '{}', 2, 'config.json'],
    ['preprocessor_config.json', 'nonsense', 2, 'preprocessor_config.json'],
    ['tokenizer.json', '{}', 3, 'model verify'],
  ])('%s that is none: one line, in the language asked for', async (file, text, wanted, told) => {
    const { code, lines } = await broken(`bad-${file}`, (path) => writeFileSync(path(file), text))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^error: /)
    expect(lines[0]).toContain(told)
    expect(code).toBe(wanted)
  })

  test('sizes that do not fit the graph, and a graph cut short: one line, exit 3', async () => {
    const sizes = await broken('sizes', (path) => {
      const file = path('preprocessor_config.json')
      writeFileSync(file, readFileSync(file, 'utf8').replace('128', '80'))
    })
    const short = await broken('short', (path) => truncateSync(path('onnx/decoder_model_merged.onnx'), 5000))
    for (const { code, lines } of [sizes, short]) {
      expect(lines).toHaveLength(1)
      expect(lines[0]).not.toContain('..')
      expect(code).toBe(3)
    }
  })
})
