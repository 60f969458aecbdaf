import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as runtime from 'onnxruntime-node'
import { Encoder } from './encoder.js'
import { type ModelDescription, type ModelFacts, readModelFacts } from './model-facts.js'
import { openModel } from './open-model.js'
import { inSinglePrecision } from './product-precision.js'
import { Tokens } from './tokens.js'

/** The decoder's input for the encoder's states. */
const STATES = 'encoder_hidden_states'

/** Thrown between two calls of the runtime when the asker has lost interest. */
export class Cancelled extends Error {}

/** The encoder's view of one window or of several side by side, with what the decoder caches of it. */
export interface Encoded {
  states: runtime.Tensor
  /** Keys and values of the encoder's states, made by the decoder's first call. */
  cross: Record<string, runtime.Tensor>
  /** Decoder cache after the start token. */
  start: Cache
  /** Logits that follow the start token, window after window: language and no-speech are read from them. */
  startLogits: Float32Array
}

/** Keys and values of the tokens decoded so far, for one text or for several side by side. */
export interface Cache {
  tensors: Record<string, runtime.Tensor>
  length: number
}

/** The first `length` tokens of one text in a cache. */
export interface Past {
  cache: Cache
  row: number
  length: number
}

export interface Step {
  /** rows × vocabulary, row after row. */
  logits: Float32Array
  vocabulary: number
  cache: Cache | null
  /** Per layer asked for: heads × tokens × positions. */
  attention: Map<number, { data: Float32Array; tokens: number; positions: number }>
}

export interface StepOptions {
  /** Texts decoded side by side: `tokens` holds them one after the other, all equally long. Default 1. */
  batch?: number
  keepCache?: boolean
  attentionLayers?: readonly number[]
}

/** A Whisper model in the ONNX layout with a merged decoder: sessions and the tensors that go in and out. */
export class Whisper {
  readonly facts: ModelFacts
  readonly tokens: Tokens
  /** Token for "nobody speaks"; undefined in a model without one. */
  readonly noSpeech: number | undefined
  /** Does the decoder give its cross-attention, so that words can be timed by it? */
  readonly attends: boolean
  /** Loaded when first needed: questions about cuts that were encoded before need none. */
  private encoder: Encoder | undefined
  private readonly loadEncoder: () => Promise<Encoder>
  private readonly decoder: runtime.InferenceSession
  private readonly selfNames: string[]
  private readonly crossNames: string[]
  private readonly checkCancelled: () => void

  private constructor(
    facts: ModelFacts,
    tokens: Tokens,
    loadEncoder: () => Promise<Encoder>,
    decoder: runtime.InferenceSession,
    checkCancelled: () => void,
  ) {
    this.facts = facts
    this.tokens = tokens
    this.loadEncoder = loadEncoder
    this.decoder = decoder
    this.checkCancelled = checkCancelled
    this.noSpeech = tokens.idOf('<|nospeech|>') ?? tokens.idOf('<|nocaptions|>')
    this.attends = facts.alignmentHeads !== null && decoder.outputNames.includes('cross_attentions.0')
    this.selfNames = cacheNames(facts.layers, 'decoder')
    this.crossNames = cacheNames(facts.layers, 'encoder')
  }

  /**
   * Loads the sessions. `checkCancelled` is called before every call of the runtime and may throw.
   * @throws Error of the runtime when a file isn't a usable ONNX model.
   */
  static async load(model: ModelDescription, threads: number, checkCancelled: () => void): Promise<Whisper> {
    const options: runtime.InferenceSession.SessionOptions = {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3,
      // Spinning threads win a little on an idle machine and lose much on a newsroom's busy one.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    }
    const path = (file: string) => join(model.directory, file)
    const facts = await readModelFacts(model)
    // The runtime loads in threads of its own, while this one reads the words.
    const [decoder, tokens] = await Promise.all([
      openModel(path(model.files.decoder), options, (bytes) => inSinglePrecision(bytes, STATES)),
      readFile(path(model.files.tokenizer), 'utf8').then((text) => new Tokens(JSON.parse(text))),
    ])
    return new Whisper(
      facts,
      tokens,
      () => Encoder.load(path(model.files.encoder), facts, options),
      decoder,
      checkCancelled,
    )
  }

  /** Encodes windows of samples, to be written down, and decodes the first token on all of them side by side. */
  async encode(windows: readonly Float32Array[]): Promise<Encoded> {
    const states: Float32Array[] = []
    for (const window of windows) states.push(await (await this.readyEncoder()).statesOfWindow(window))
    return this.begin(states)
  }

  /** The encoder's states of a cut, for wordings to be scored on. */
  async statesOfCut(samples: Float32Array): Promise<Float32Array> {
    return (await this.readyEncoder()).statesOfCut(samples)
  }

  /** The decoder's first token on the encoder's states of each window; all are equally long. */
  async begin(windows: readonly Float32Array[]): Promise<Encoded> {
    const { facts } = this
    const width = facts.heads * facts.headSize
    const length = windows[0]!.length
    const data = windows.length === 1 ? windows[0]! : new Float32Array(windows.length * length)
    if (windows.length > 1) for (const [i, window] of windows.entries()) data.set(window, i * length)
    const states = new runtime.Tensor('float32', data, [windows.length, length / width, width])
    this.checkCancelled()
    const empty: Record<string, runtime.Tensor> = {}
    for (const name of [...this.selfNames, ...this.crossNames]) {
      empty[`past_key_values.${name}`] = new runtime.Tensor('float32', new Float32Array(0), [
        windows.length,
        facts.heads,
        0,
        facts.headSize,
      ])
    }
    const fetches = [
      'logits',
      ...this.selfNames.map((n) => `present.${n}`),
      ...this.crossNames.map((n) => `present.${n}`),
    ]
    const result = await this.decoder.run(
      {
        input_ids: ids(
          windows.map(() => facts.startOfTranscript),
          windows.length,
        ),
        [STATES]: states,
        ...empty,
        use_cache_branch: new runtime.Tensor('bool', [false], [1]),
      },
      fetches,
    )
    const cross: Record<string, runtime.Tensor> = {}
    for (const name of this.crossNames) cross[`past_key_values.${name}`] = result[`present.${name}`] as runtime.Tensor
    return {
      states,
      cross,
      start: { tensors: this.presentOf(result), length: 1 },
      startLogits: (result.logits as runtime.Tensor).data as Float32Array,
    }
  }

  /** Decodes `tokens` after `cache`, all rows in one call. */
  async step(encoded: Encoded, cache: Cache, tokens: readonly number[], options: StepOptions = {}): Promise<Step> {
    this.checkCancelled()
    const { batch = 1, keepCache = false, attentionLayers = [] } = options
    const fetches = ['logits', ...attentionLayers.map((layer) => `cross_attentions.${layer}`)]
    if (keepCache) fetches.push(...this.selfNames.map((name) => `present.${name}`))
    const result = await this.decoder.run(
      {
        input_ids: ids(tokens, batch),
        [STATES]: encoded.states,
        ...encoded.cross,
        ...cache.tensors,
        use_cache_branch: new runtime.Tensor('bool', [true], [1]),
      },
      fetches,
    )
    const logits = result.logits as runtime.Tensor
    const attention: Step['attention'] = new Map()
    for (const layer of attentionLayers) {
      const tensor = result[`cross_attentions.${layer}`] as runtime.Tensor
      attention.set(layer, { data: tensor.data as Float32Array, tokens: tensor.dims[2]!, positions: tensor.dims[3]! })
    }
    return {
      logits: logits.data as Float32Array,
      vocabulary: logits.dims[2]!,
      cache: keepCache ? { tensors: this.presentOf(result), length: cache.length + tokens.length / batch } : null,
      attention,
    }
  }

  /** One of several windows by itself. Nothing is copied. */
  windowOf(encoded: Encoded, index: number): Encoded {
    const { startLogits, states } = encoded
    const vocabulary = startLogits.length / states.dims[0]!
    return {
      states: rowOf(states, index),
      cross: rowsOf(encoded.cross, index),
      start: this.textOf(encoded.start, index),
      startLogits: startLogits.subarray(index * vocabulary, (index + 1) * vocabulary),
    }
  }

  /** The cache of one of several texts by itself. Nothing is copied. */
  textOf(cache: Cache, index: number): Cache {
    return { tensors: rowsOf(cache.tensors, index), length: cache.length }
  }

  /** A cache of equally long texts side by side. The encoder's part needs no copies: it is broadcast. */
  sideBySide(texts: readonly Past[]): Cache {
    const { heads, headSize } = this.facts
    const length = texts[0]!.length
    const size = length * headSize
    const tensors: Record<string, runtime.Tensor> = {}
    for (const name of Object.keys(texts[0]!.cache.tensors)) {
      const to = new Float32Array(texts.length * heads * size)
      for (const [place, { cache, row }] of texts.entries()) {
        const from = cache.tensors[name]!.data as Float32Array
        for (let head = 0; head < heads; head++) {
          const start = (row * heads + head) * cache.length * headSize
          to.set(from.subarray(start, start + size), (place * heads + head) * size)
        }
      }
      tensors[name] = new runtime.Tensor('float32', to, [texts.length, heads, length, headSize])
    }
    return { tensors, length }
  }

  async release(): Promise<void> {
    await this.encoder?.release()
    await this.decoder.release()
  }

  private async readyEncoder(): Promise<Encoder> {
    this.encoder ??= await this.loadEncoder()
    this.checkCancelled()
    return this.encoder
  }

  private presentOf(result: runtime.InferenceSession.OnnxValueMapType): Record<string, runtime.Tensor> {
    const tensors: Record<string, runtime.Tensor> = {}
    for (const name of this.selfNames) tensors[`past_key_values.${name}`] = result[`present.${name}`] as runtime.Tensor
    return tensors
  }
}

function rowOf({ data, dims }: runtime.Tensor, index: number): runtime.Tensor {
  const size = data.length / dims[0]!
  const row = (data as Float32Array).subarray(index * size, (index + 1) * size)
  return new runtime.Tensor('float32', row, [1, ...dims.slice(1)])
}

function rowsOf(tensors: Record<string, runtime.Tensor>, index: number): Record<string, runtime.Tensor> {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, rowOf(tensor, index)]))
}

function cacheNames(layers: number, side: 'decoder' | 'encoder'): string[] {
  return Array.from({ length: layers }, (_, i) => [`${i}.${side}.key`, `${i}.${side}.value`]).flat()
}

function ids(tokens: readonly number[], batch: number): runtime.Tensor {
  return new runtime.Tensor('int64', BigInt64Array.from(tokens, BigInt), [batch, tokens.length / batch])
}
