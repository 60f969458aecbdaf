import * as runtime from 'onnxruntime-node'
import { freeLength } from './encoder-graph.js'
import { LogMel } from './features.js'
import type { ModelFacts } from './model-facts.js'
import { openModel } from './open-model.js'
import { inSinglePrecision } from './product-precision.js'

/**
 * Silence behind a cut whose wordings are scored, seconds. Measured on half of the bench's quotations: verdicts as good as
 * with a whole window behind, in a third of the encoder's time.
 */
const SPARE_SECONDS = 3

/** A Whisper's encoder: from samples to states, positions × width, position after position. */
export class Encoder {
  private readonly facts: ModelFacts
  private readonly logMel: LogMel
  private readonly session: runtime.InferenceSession
  /** Does it take less than a whole window? */
  private readonly anyLength: boolean

  private constructor(facts: ModelFacts, session: runtime.InferenceSession, anyLength: boolean) {
    this.facts = facts
    this.logMel = new LogMel(facts.features)
    this.session = session
    this.anyLength = anyLength
  }

  /** @throws Error of the runtime when the file isn't a usable ONNX model. */
  static async load(
    path: string,
    facts: ModelFacts,
    options: runtime.InferenceSession.SessionOptions,
  ): Promise<Encoder> {
    const positions = Math.round(facts.windowSeconds / facts.secondsPerPosition)
    let anyLength = false
    const session = await openModel(path, options, (model) => {
      const free = freeLength(inSinglePrecision(model), positions, facts.heads * facts.headSize)
      anyLength = free !== null
      return free ?? model
    })
    return new Encoder(facts, session, anyLength)
  }

  /** Of a window to be written down. It gets a whole window's room, as in training: with less, capitals are left out. */
  statesOfWindow(samples: Float32Array): Promise<Float32Array> {
    return this.states(samples, this.facts.windowSeconds)
  }

  /** Of a cut on which wordings are to be scored: in no more room than it needs. */
  statesOfCut(samples: Float32Array): Promise<Float32Array> {
    // In whole seconds, so that the runtime plans its memory for few lengths.
    return this.states(samples, Math.ceil(samples.length / this.facts.features.sampleRate) + SPARE_SECONDS)
  }

  async release(): Promise<void> {
    await this.session.release()
  }

  private async states(samples: Float32Array, seconds: number): Promise<Float32Array> {
    const { melBins, frames, hop, sampleRate } = this.facts.features
    const length = this.anyLength ? Math.min(frames, (seconds * sampleRate) / hop) : frames
    const input = new runtime.Tensor('float32', this.logMel.compute(samples, length), [1, melBins, length])
    const { last_hidden_state: states } = await this.session.run({ input_features: input })
    return states!.data as Float32Array
  }
}
