/** Zero crossings of the sinc on each side, counted at the lower of the two rates. */
const HALF_WIDTH = 32
/** Kaiser window: 8.0 gives about 80 dB of stop-band (Oppenheim & Schafer, Discrete-Time Signal Processing, 7.5.3). */
const BETA = 8
/**
 * Where the pass-band ends as a share of the lower rate's Nyquist frequency: the transition (half-width 32, beta 8) is
 * about 0.08 wide on each side of it, so that nothing folds back that the ear or the model could use.
 */
const CUTOFF = 0.92

/**
 * Band-limited change of sample rate, one channel, in pieces: the output does not depend on how the input was cut, sample
 * k of it is the input's value at `k / to` seconds (no delay), and it is `ceil(n · to / from)` samples long. Polyphase
 * windowed sinc (Smith, "Digital Audio Resampling", CCRMA), with a table of every phase since rates are whole numbers.
 */
export class Resampler {
  readonly #up: number
  readonly #down: number
  readonly #taps: number
  readonly #phases: Float32Array[]
  /** Input not yet used up, beginning with the first sample that the next output needs. */
  #buffer: Float32Array
  #filled: number
  /** Position of the next output, in input samples from the buffer's start of window: whole and phase. */
  #whole = 0
  #phase = 0
  #received = 0
  #produced = 0

  /** @param from, to sample rates in Hz, whole numbers. */
  constructor(from: number, to: number) {
    const common = greatestCommonDivisor(from, to)
    this.#up = to / common
    this.#down = from / common
    const scale = Math.min(1, to / from) * CUTOFF
    // Even, so that the taps are a multiple of four for the unrolled loop.
    const half = 2 * Math.ceil((HALF_WIDTH * Math.max(from, to)) / to / 2)
    this.#taps = 2 * half
    this.#phases = Array.from({ length: this.#up }, (_, phase) => kernel(half, phase / this.#up, scale))
    this.#buffer = new Float32Array(this.#taps + 65536)
    // Silence before the first sample, so that the first output is centred on it.
    this.#filled = half - 1
  }

  push(samples: Float32Array): Float32Array {
    this.#received += samples.length
    return this.#run(samples)
  }

  /** The last samples; the resampler can't be used afterwards. */
  flush(): Float32Array {
    const rest = this.#run(new Float32Array(this.#taps))
    const missing = Math.ceil((this.#received * this.#up) / this.#down) - (this.#produced - rest.length)
    return rest.subarray(0, missing)
  }

  #run(samples: Float32Array): Float32Array {
    if (this.#filled + samples.length > this.#buffer.length) {
      const larger = new Float32Array(this.#filled + samples.length)
      larger.set(this.#buffer.subarray(0, this.#filled))
      this.#buffer = larger
    }
    this.#buffer.set(samples, this.#filled)
    this.#filled += samples.length
    const buffer = this.#buffer
    const taps = this.#taps
    const room = this.#filled - taps - this.#whole
    const out = new Float32Array(room < 0 ? 0 : Math.floor(((room + 1) * this.#up) / this.#down) + 1)
    let produced = 0
    let whole = this.#whole
    let phase = this.#phase
    while (whole + taps <= this.#filled) {
      const weights = this.#phases[phase]!
      // Four sums: the additions need not wait for each other.
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let i = 0, at = whole; i < taps; i += 4, at += 4) {
        a += weights[i]! * buffer[at]!
        b += weights[i + 1]! * buffer[at + 1]!
        c += weights[i + 2]! * buffer[at + 2]!
        d += weights[i + 3]! * buffer[at + 3]!
      }
      out[produced++] = a + b + (c + d)
      phase += this.#down
      const step = Math.floor(phase / this.#up)
      whole += step
      phase -= step * this.#up
    }
    const used = Math.min(whole, this.#filled)
    buffer.copyWithin(0, used, this.#filled)
    this.#filled -= used
    this.#whole = whole - used
    this.#phase = phase
    this.#produced += produced
    return out.subarray(0, produced)
  }
}

/** Weights of the samples around an output that stands `fraction` of an input sample after the middle one. */
function kernel(half: number, fraction: number, scale: number): Float32Array {
  const weights = new Float32Array(2 * half)
  let sum = 0
  for (let i = 0; i < 2 * half; i++) {
    const distance = i - (half - 1) - fraction
    const x = distance * scale
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
    const inside = 1 - (distance / half) ** 2
    weights[i] = inside <= 0 ? 0 : sinc * bessel0(BETA * Math.sqrt(inside))
    sum += weights[i]!
  }
  // Each phase passes a constant unchanged.
  return weights.map((weight) => weight / sum)
}

/** Modified Bessel function of the first kind, order 0, by its series. */
function bessel0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
