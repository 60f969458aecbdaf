import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as runtime from 'onnxruntime-node'
import { LogMel } from './features.js'
import { type ModelDescription, type ModelFacts, readModelFacts } from './model-facts.js'
import { Tokens } from './tokens.js'

/** Thrown between two calls of the runtime when the asker has lost interest. */
export class Cancelled extends Error {}

/** The encoder's view of one window, with what the decoder caches of it. */
export interface Encoded {
  states: runtime.Tensor
  /** Keys and values of the encoder's states, made by the decoder's first call. */
  cross: Record<string, runtime.Tensor>
  /** Decoder cache after the start token. */
  start: Cache
  /** Logits that follow the start token: language and no-speech are read from them. */
  startLogits: Float32Array
}

/** Keys and values of the tokens decoded so far. */
export interface Cache {
  tensors: Record<string, runtime.Tensor>
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
  private encoder: runtime.InferenceSession | undefined
  private readonly loadEncoder: () => Promise<runtime.InferenceSession>
  private readonly decoder: runtime.InferenceSession
  private readonly logMel: LogMel
  private readonly selfNames: string[]
  private readonly crossNames: string[]
  private readonly checkCancelled: () => void

  private constructor(
    facts: ModelFacts,
    tokens: Tokens,
    loadEncoder: () => Promise<runtime.InferenceSession>,
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
    this.logMel = new LogMel(facts.features)
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
    const session = (file: string) => runtime.InferenceSession.create(join(model.directory, file), options)
    const facts = await readModelFacts(model)
    // The runtime loads in threads of its own, while this one reads the words.
    const [decoder, tokens] = await Promise.all([
      session(model.files.decoder),
      readFile(join(model.directory, model.files.tokenizer), 'utf8').then((text) => new Tokens(JSON.parse(text))),
    ])
    return new Whisper(facts, tokens, () => session(model.files.encoder), decoder, checkCancelled)
  }

  /** One pass of the encoder over at most one window of samples, and the decoder's first token. */
  async encode(samples: Float32Array): Promise<Encoded> {
    return this.begin(await this.statesOf(samples))
  }

  /** The encoder's states: positions × width, position after position. */
  async statesOf(samples: Float32Array): Promise<Float32Array> {
    const { melBins, frames } = this.facts.features
    this.encoder ??= await this.loadEncoder()
    this.checkCancelled()
    const input = new runtime.Tensor('float32', this.logMel.compute(samples), [1, melBins, frames])
    return ((await this.encoder.run({ input_features: input })).last_hidden_state as runtime.Tensor)
      .data as Float32Array
  }

  /** The decoder's first token on the encoder's states. */
  async begin(data: Float32Array): Promise<Encoded> {
    const { facts } = this
    const width = facts.heads * facts.headSize
    const states = new runtime.Tensor('float32', data, [1, data.length / width, width])
    this.checkCancelled()
    const empty: Record<string, runtime.Tensor> = {}
    for (const name of [...this.selfNames, ...this.crossNames]) {
      empty[`past_key_values.${name}`] = new runtime.Tensor('float32', new Float32Array(0), [
        1,
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
        input_ids: ids([facts.startOfTranscript], 1),
        encoder_hidden_states: states,
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
        encoder_hidden_states: encoded.states,
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

  /** The first `length` tokens of a cache, `batch` times side by side. The encoder's part needs no copies: it is broadcast. */
  sliceCache(cache: Cache, length: number, batch: number): Cache {
    const { heads, headSize } = this.facts
    const tensors: Record<string, runtime.Tensor> = {}
    for (const [name, tensor] of Object.entries(cache.tensors)) {
      const from = tensor.data as Float32Array
      const to = new Float32Array(batch * heads * length * headSize)
      for (let head = 0; head < heads; head++) {
        const row = from.subarray(head * cache.length * headSize, (head * cache.length + length) * headSize)
        for (let b = 0; b < batch; b++) to.set(row, (b * heads + head) * length * headSize)
      }
      tensors[name] = new runtime.Tensor('float32', to, [batch, heads, length, headSize])
    }
    return { tensors, length }
  }

  async release(): Promise<void> {
    await this.encoder?.release()
    await this.decoder.release()
  }

  private presentOf(result: runtime.InferenceSession.OnnxValueMapType): Record<string, runtime.Tensor> {
    const tensors: Record<string, runtime.Tensor> = {}
    for (const name of this.selfNames) tensors[`past_key_values.${name}`] = result[`present.${name}`] as runtime.Tensor
    return tensors
  }
}

function cacheNames(layers: number, side: 'decoder' | 'encoder'): string[] {
  return Array.from({ length: layers }, (_, i) => [`${i}.${side}.key`, `${i}.${side}.value`]).flat()
}

function ids(tokens: readonly number[], batch: number): runtime.Tensor {
  return new runtime.Tensor('int64', BigInt64Array.from(tokens, BigInt), [batch, tokens.length / batch])
}
