// Sounds that benches make.

const RATE = 16_000

/** Normally distributed numbers, the same for the same seed (mulberry32; Box and Muller 1958). */
export function gaussian(seed) {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

const sixteenBits = (samples) =>
  Int16Array.from(samples, (value) => Math.max(-32768, Math.min(32767, Math.round(value * 32768))))

/** Head of a 16-bit mono WAVE file with so many samples. */
export function wavHead(samples) {
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(36 + samples * 2, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples * 2, 40)
  return head
}

/** Samples in [-1, 1) at 16 kHz as the bytes of a WAVE file without its head. */
export const wavData = (samples) => Buffer.from(sixteenBits(samples).buffer)

export const wavBytes = (samples) => Buffer.concat([wavHead(samples.length), wavData(samples)])
