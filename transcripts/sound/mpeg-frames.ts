/** kbit/s by the index in the frame head: MPEG-1 layer III, and MPEG-2/2.5 layer III (ISO/IEC 11172-3, 13818-3). */
const MP3_RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const MP3_RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
/** Layers I and II, MPEG-1; MPEG-2's (both layers' second table) follows. Layer II is still heard in radio archives. */
const MP2_RATES_1 = [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384]
const SAMPLE_RATES = [44100, 48000, 32000]

export const FRAME_HEAD_BYTES = 7

/** Length in bytes of the MPEG audio frame (layer II or III) whose head stands at `at`, 0 when none stands there. */
export function mpegFrameBytes(bytes: Uint8Array, at: number): number {
  const b1 = bytes[at + 1] ?? 0
  const b2 = bytes[at + 2] ?? 0
  if (bytes[at] !== 0xff || (b1 & 0xe0) !== 0xe0) return 0
  const version = (b1 >> 3) & 3 // 0: MPEG-2.5, 2: MPEG-2, 3: MPEG-1
  const layer = 4 - ((b1 >> 1) & 3) // 4 is reserved
  const sampleRate = SAMPLE_RATES[(b2 >> 2) & 3]
  if (version === 1 || layer === 4 || layer === 1 || sampleRate === undefined) return 0
  const first = version === 3
  const table = layer === 2 ? (first ? MP2_RATES_1 : MP3_RATES_2) : first ? MP3_RATES_1 : MP3_RATES_2
  const kbit = table[b2 >> 4]
  if (!kbit) return 0
  const rate = sampleRate / (first ? 1 : version === 2 ? 2 : 4)
  const samples = layer === 3 && !first ? 576 : 1152
  return Math.floor(((samples / 8) * kbit * 1000) / rate) + ((b2 >> 1) & 1)
}

/** Length in bytes of the ADTS frame (ISO/IEC 13818-7) at `at`, 0 when none stands there. */
export function adtsFrameBytes(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0xff || ((bytes[at + 1] ?? 0) & 0xf6) !== 0xf0) return 0
  if ((((bytes[at + 2] ?? 0) >> 2) & 15) > 12) return 0
  const length = (((bytes[at + 3] ?? 0) & 3) << 11) | ((bytes[at + 4] ?? 0) << 3) | ((bytes[at + 5] ?? 0) >> 5)
  return length < FRAME_HEAD_BYTES ? 0 : length
}

export type FrameBytes = typeof mpegFrameBytes

/** Position of the first of three frames that follow each other, -1 when there is none: chance gives no three. */
export function firstFrame(bytes: Uint8Array, frameBytes: FrameBytes): number {
  for (let at = 0; at + FRAME_HEAD_BYTES <= bytes.length; at++) {
    let position = at
    let frames = 0
    while (frames < 3) {
      const length = frameBytes(bytes, position)
      if (length === 0) break
      frames++
      position += length
      // A very short file: its frames run exactly to its end.
      if (position === bytes.length) return at
      if (position + FRAME_HEAD_BYTES > bytes.length) break
    }
    if (frames === 3) return at
  }
  return -1
}

/** Follows the frames of a stream handed over in pieces, to know whether its last frame is whole. */
export class FrameFollower {
  readonly #frameBytes: FrameBytes
  #left = new Uint8Array(0)
  #toNext = 0
  #following = false

  constructor(frameBytes: FrameBytes) {
    this.#frameBytes = frameBytes
  }

  push(piece: Uint8Array): void {
    if (this.#toNext >= piece.length) {
      this.#toNext -= piece.length
      return
    }
    const bytes = this.#left.length === 0 ? piece : Buffer.concat([this.#left, piece])
    let at = this.#toNext
    while (at + FRAME_HEAD_BYTES <= bytes.length) {
      const length = this.#frameBytes(bytes, at)
      this.#following = length > 0
      at += length || 1
    }
    this.#toNext = Math.max(0, at - bytes.length)
    this.#left = bytes.slice(Math.min(at, bytes.length))
  }

  /** After the last piece: the stream ends inside a frame. */
  get endsInsideFrame(): boolean {
    return this.#following && (this.#toNext > 0 || this.#left.length > 0)
  }
}
