import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../dist/pipeline/model/index.js'

export const embeddedModel = {
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
  sha256: 'embedded',
}

/** Raw 16 kHz float32 samples as a Sound. */
export function soundOf(path) {
  const bytes = readFileSync(path)
  const samples = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const index = (seconds) => Math.max(0, Math.round(seconds * 16_000))
  return {
    seconds: samples.length / 16_000,
    truncated: false,
    read: async (from, to) => samples.slice(index(from), index(to)),
    close: async () => {},
  }
}

/** Twenty seconds each of sounds that hold no word. */
export function wordlessSounds() {
  const make = (at) => Float32Array.from({ length: 20 * 16_000 }, (_, i) => at(i / 16_000))
  let seed = 1
  const noise = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 31 - 1
  }
  const sine = (hertz, t) => Math.sin(2 * Math.PI * hertz * t)
  const chords = [
    [262, 330, 392],
    [220, 277, 330],
    [175, 220, 262],
    [196, 247, 294],
  ]
  const music = (t) => {
    const fade = Math.exp(-2 * (t % 0.5))
    return chords[Math.floor(t / 2) % 4].reduce(
      (sum, hertz) => sum + 0.1 * fade * (sine(hertz, t) + 0.4 * sine(2 * hertz, t)),
      0,
    )
  }
  const claps = (t) => 0.5 * noise() * Math.exp(-40 * (t % 0.11))
  return {
    silence: make(() => 0),
    noise: make(() => 0.1 * noise()),
    music: make(music),
    'hold tone': make((t) => (t % 1 < 0.5 ? 0.3 * sine(425, t) : 0)),
    applause: make(claps),
  }
}
