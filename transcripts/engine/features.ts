import { RealFft } from './fft.js'

export interface FeatureSettings {
  sampleRate: number
  /** Length of a frame in samples. */
  fftSize: number
  hop: number
  melBins: number
  /** Frames in one whole window of the model. */
  frames: number
}

/**
 * Whisper's log-mel spectrogram (Radford et al. 2022, as in its reference code): periodic Hann window, reflected ends,
 * power spectrum, Slaney mel filters, log10 floored at 8 below the maximum, then (x + 4) / 4.
 * Samples beyond the frames asked for are ignored, missing ones are silence.
 */
export class LogMel {
  readonly settings: FeatureSettings
  private readonly fft: RealFft
  private readonly hann: Float64Array
  private readonly filters: MelFilter[]
  private readonly frame: Float64Array
  private readonly power: Float64Array

  constructor(settings: FeatureSettings) {
    const { fftSize, sampleRate, melBins } = settings
    this.settings = settings
    this.fft = new RealFft(fftSize)
    this.hann = Float64Array.from({ length: fftSize }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / fftSize))
    this.filters = melFilters(melBins, fftSize, sampleRate)
    this.frame = new Float64Array(fftSize)
    this.power = new Float64Array(fftSize / 2 + 1)
  }

  /** @param frames default: a whole window @returns melBins × frames values, one row a mel bin. */
  compute(samples: Float32Array, frames = this.settings.frames): Float32Array {
    const { fftSize, hop, melBins } = this.settings
    const total = frames * hop
    const used = Math.min(samples.length, total)
    const pad = fftSize / 2
    const features = new Float32Array(melBins * frames)
    // Frames past the last sample hold nothing but silence; only the far end, where the mirror shows the signal, may not.
    const filled = used > total - pad ? frames : Math.min(frames, Math.ceil((used + pad) / hop) + 1)
    let maximum = -10
    for (let t = 0; t < filled; t++) {
      const first = t * hop - pad
      for (let i = 0; i < fftSize; i++) {
        let at = first + i
        if (at < 0) at = -at
        else if (at >= total) at = 2 * (total - 1) - at
        this.frame[i] = at < used ? samples[at]! * this.hann[i]! : 0
      }
      this.fft.powerSpectrum(this.frame, this.power)
      for (let m = 0; m < melBins; m++) {
        const { start, weights } = this.filters[m]!
        let energy = 0
        for (let k = 0; k < weights.length; k++) energy += weights[k]! * this.power[start + k]!
        const value = energy > 1e-10 ? Math.log10(energy) : -10
        features[m * frames + t] = value
        if (value > maximum) maximum = value
      }
    }
    const floor = maximum - 8
    for (let m = 0; m < melBins; m++) {
      const row = m * frames
      for (let t = 0; t < frames; t++) {
        const value = t < filled ? features[row + t]! : -10
        features[row + t] = (Math.max(value, floor) + 4) / 4
      }
    }
    return features
  }
}

interface MelFilter {
  start: number
  weights: Float64Array
}

/** Triangular filters of equal area on Slaney's mel scale (linear below 1 kHz, logarithmic above), as librosa's default. */
function melFilters(bins: number, fftSize: number, sampleRate: number): MelFilter[] {
  const top = hertzToMel(sampleRate / 2)
  const edges = Array.from({ length: bins + 2 }, (_, i) => melToHertz((top * i) / (bins + 1)))
  const binHertz = sampleRate / fftSize
  return Array.from({ length: bins }, (_, m) => {
    const [low, centre, high] = [edges[m]!, edges[m + 1]!, edges[m + 2]!]
    const start = Math.floor(low / binHertz) + 1
    const end = Math.min(fftSize / 2, Math.ceil(high / binHertz) - 1)
    const weights = new Float64Array(Math.max(0, end - start + 1))
    for (let k = start; k <= end; k++) {
      const hertz = k * binHertz
      const weight = Math.min((hertz - low) / (centre - low), (high - hertz) / (high - centre))
      weights[k - start] = (Math.max(0, weight) * 2) / (high - low)
    }
    return { start, weights }
  })
}

const LINEAR_HERTZ_PER_MEL = 200 / 3
const LOG_FROM_HERTZ = 1000
const LOG_STEP = Math.log(6.4) / 27

function hertzToMel(hertz: number): number {
  if (hertz < LOG_FROM_HERTZ) return hertz / LINEAR_HERTZ_PER_MEL
  return LOG_FROM_HERTZ / LINEAR_HERTZ_PER_MEL + Math.log(hertz / LOG_FROM_HERTZ) / LOG_STEP
}

function melToHertz(mel: number): number {
  const logFrom = LOG_FROM_HERTZ / LINEAR_HERTZ_PER_MEL
  if (mel < logFrom) return mel * LINEAR_HERTZ_PER_MEL
  return LOG_FROM_HERTZ * Math.exp(LOG_STEP * (mel - logFrom))
}
