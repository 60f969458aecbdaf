/**
 * Fast Fourier transform of real frames, any even length (Whisper's 400 is 2⁴·5², no power of two): a complex transform
 * of half the length by mixed-radix Stockham steps (no bit reversal), then untangled. All buffers and twiddle factors are
 * made once; a call allocates nothing.
 */
export class RealFft {
  readonly length: number
  private readonly half: number
  private readonly radices: number[]
  private readonly cos: Float64Array
  private readonly sin: Float64Array
  private readonly untangleCos: Float64Array
  private readonly untangleSin: Float64Array
  private aRe: Float64Array
  private aIm: Float64Array
  private bRe: Float64Array
  private bIm: Float64Array

  constructor(length: number) {
    if (length < 2 || length % 2 !== 0) throw new RangeError(`Transform length must be even, got ${length}`)
    const half = length / 2
    this.length = length
    this.half = half
    this.radices = primeFactors(half)
    this.cos = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / half))
    this.sin = Float64Array.from({ length: half }, (_, k) => -Math.sin((2 * Math.PI * k) / half))
    this.untangleCos = Float64Array.from({ length: half + 1 }, (_, k) => Math.cos((2 * Math.PI * k) / length))
    this.untangleSin = Float64Array.from({ length: half + 1 }, (_, k) => -Math.sin((2 * Math.PI * k) / length))
    this.aRe = new Float64Array(half)
    this.aIm = new Float64Array(half)
    this.bRe = new Float64Array(half)
    this.bIm = new Float64Array(half)
  }

  /** Writes |X[k]|² for k = 0 … length/2 into `power`. */
  powerSpectrum(frame: Float64Array, power: Float64Array): void {
    const { half } = this
    for (let k = 0; k < half; k++) {
      this.aRe[k] = frame[2 * k]!
      this.aIm[k] = frame[2 * k + 1]!
    }
    let done = 1
    for (const radix of this.radices) {
      this.step(radix, done)
      ;[this.aRe, this.bRe] = [this.bRe, this.aRe]
      ;[this.aIm, this.bIm] = [this.bIm, this.aIm]
      done *= radix
    }
    for (let k = 0; k <= half; k++) {
      const i = k === half ? 0 : k
      const j = k === 0 ? 0 : half - k
      const evenRe = (this.aRe[i]! + this.aRe[j]!) / 2
      const evenIm = (this.aIm[i]! - this.aIm[j]!) / 2
      const oddRe = (this.aIm[i]! + this.aIm[j]!) / 2
      const oddIm = (this.aRe[j]! - this.aRe[i]!) / 2
      const c = this.untangleCos[k]!
      const s = this.untangleSin[k]!
      const re = evenRe + c * oddRe - s * oddIm
      const im = evenIm + c * oddIm + s * oddRe
      power[k] = re * re + im * im
    }
  }

  /** One Stockham step: `done` = product of the radices already handled. */
  private step(radix: number, done: number): void {
    const { half, aRe, aIm, bRe, bIm, cos, sin } = this
    const rest = half / (done * radix)
    const turn = half / radix
    for (let k = 0; k < done; k++) {
      for (let q = 0; q < radix; q++) {
        const to = (q * done + k) * rest
        for (let p = 0; p < radix; p++) {
          const from = (k * radix + p) * rest
          const w = (p * (k * rest + q * turn)) % half
          const c = cos[w]!
          const s = sin[w]!
          if (p === 0) {
            for (let j = 0; j < rest; j++) {
              bRe[to + j] = aRe[from + j]!
              bIm[to + j] = aIm[from + j]!
            }
          } else {
            for (let j = 0; j < rest; j++) {
              const re = aRe[from + j]!
              const im = aIm[from + j]!
              bRe[to + j]! += re * c - im * s
              bIm[to + j]! += re * s + im * c
            }
          }
        }
      }
    }
  }
}

function primeFactors(n: number): number[] {
  const factors: number[] = []
  for (let p = 2; n > 1; p++) {
    while (n % p === 0) {
      factors.push(p)
      n /= p
    }
  }
  return factors
}
