import { createMp3Encoder } from 'wasm-media-encoders'
import { SAMPLE_RATE } from './spool.js'

/** LAME's constant rates begin at 8; at 40 kbit/s mono, 16 kHz speech has no audible loss worth its bytes. */
const KBIT_PER_SECOND = 40

/**
 * A cut of sound as MP3 (mono, 16 kHz, 40 kbit/s: 5 kB a second), playable in every browser. Players begin it with 0.07 s
 * of silence, the encoder's lead-in, which MP3 without a LAME tag can't declare.
 * @param samples 16 kHz mono in [-1, 1]; values beyond are clipped.
 */
export async function encodeClip(samples: Float32Array): Promise<{ mime: string; bytes: Uint8Array }> {
  const encoder = await createMp3Encoder()
  encoder.configure({ sampleRate: SAMPLE_RATE, channels: 1, bitrate: KBIT_PER_SECOND, outputSampleRate: SAMPLE_RATE })
  const parts: Uint8Array[] = []
  // What the encoder returns is its own memory and must be copied before the next call.
  parts.push(encoder.encode([samples.map((value) => Math.max(-1, Math.min(1, value)))]).slice())
  parts.push(encoder.finalize().slice())
  return { mime: 'audio/mpeg', bytes: new Uint8Array(Buffer.concat(parts)) }
}
