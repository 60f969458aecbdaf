import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LogMel } from '../../transcripts/engine/features.js'
import { RealFft } from '../../transcripts/engine/fft.js'

interface Reference {
  sets: { melBins: number; frames: number[]; values: number[][] }[]
}
const reference: Reference = JSON.parse(readFileSync(new URL('log-mel-reference.json', import.meta.url), 'utf8'))

/** A rising tone for 2 s over a hum, then a high tone: the signal the reference was computed from. */
function signal(): Float32Array {
  return Float32Array.from({ length: 48_000 }, (_, i) => {
    const t = i / 16_000
    const rising = t < 2 ? 0.5 * Math.sin(2 * Math.PI * (120 * t + 400 * t * t)) : 0
    const high = t > 2.5 ? 0.2 * Math.sin(2 * Math.PI * 7000 * t) : 0
    return rising + 0.05 * Math.sin(2 * Math.PI * 50 * t) + high
  })
}

describe('log-mel features', () => {
  it.each(reference.sets)('are those of the reference, $melBins bins', ({ melBins, frames, values }) => {
    const features = new LogMel({ sampleRate: 16_000, fftSize: 400, hop: 160, melBins, frames: 3000 }).compute(signal())
    let worst = 0
    frames.forEach((frame, i) => {
      values[i]!.forEach((value, k) => {
        worst = Math.max(worst, Math.abs(features[k * 4 * 3000 + frame]! - value))
      })
    })
    expect(worst).toBeLessThan(0.002)
  })

  it('ignore samples beyond the window and take nothing for silence', () => {
    const mel = new LogMel({ sampleRate: 16_000, fftSize: 400, hop: 160, melBins: 80, frames: 100 })
    const long = new Float32Array(20_000).fill(0.1)
    expect(mel.compute(long)).toEqual(mel.compute(long.subarray(0, 16_000)))
    expect(new Set(mel.compute(new Float32Array(0)))).toEqual(new Set([-1.5]))
  })
})

describe('RealFft', () => {
  it.each([2, 6, 12, 30, 400, 512])('gives the power of a plain transform, length %i', (length) => {
    const frame = Float64Array.from({ length }, (_, i) => Math.sin(i * i * 0.7) + 0.2)
    const power = new Float64Array(length / 2 + 1)
    new RealFft(length).powerSpectrum(frame, power)
    for (let k = 0; k <= length / 2; k++) {
      let re = 0
      let im = 0
      for (let i = 0; i < length; i++) {
        re += frame[i]! * Math.cos((2 * Math.PI * k * i) / length)
        im -= frame[i]! * Math.sin((2 * Math.PI * k * i) / length)
      }
      expect(power[k]).toBeCloseTo(re * re + im * im, 6)
    }
  })

  it('refuses an odd length', () => {
    expect(() => new RealFft(401)).toThrow(RangeError)
  })
})
