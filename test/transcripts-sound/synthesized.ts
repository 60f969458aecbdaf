/** Sounds and files made by the tests themselves. */

export const RATE = 16_000

export function sine(hertz: number, seconds: number, rate = RATE, amplitude = 0.5): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * rate) },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / rate),
  )
}

/** White noise, the same for the same seed (mulberry32). */
export function noise(seconds: number, seed: number, amplitude = 0.3): Float32Array {
  let state = seed
  return Float32Array.from({ length: Math.round(seconds * RATE) }, () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return amplitude * (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1)
  })
}

function interleaved(channels: Float32Array[]): Buffer {
  const bytes = Buffer.alloc(channels[0]!.length * channels.length * 2)
  channels.forEach((channel, c) => {
    channel.forEach((value, i) => {
      bytes.writeInt16LE(Math.round(value * 32767), (i * channels.length + c) * 2)
    })
  })
  return bytes
}

const chunk = (type: string, body: Buffer, declared = body.length) => {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(declared, 4)
  return Buffer.concat([head, body])
}

export interface WavOptions {
  /** What the data chunk claims to hold, bytes. */
  declared?: number
  /** A chunk of this claimed length before the data, really 4 bytes long when larger than 1000. */
  junk?: number
  /** RF64 with its length in a ds64 chunk. */
  rf64?: boolean
}

export function wav(channels: Float32Array[], rate: number, options: WavOptions = {}): Buffer {
  const data = interleaved(channels)
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(channels.length, 2)
  format.writeUInt32LE(rate, 4)
  format.writeUInt32LE(rate * channels.length * 2, 8)
  format.writeUInt16LE(channels.length * 2, 12)
  format.writeUInt16LE(16, 14)
  const ds64 = Buffer.alloc(28)
  ds64.writeBigUInt64LE(BigInt(options.declared ?? data.length), 8)
  return Buffer.concat([
    Buffer.from(options.rf64 ? 'RF64\xff\xff\xff\xffWAVE' : 'RIFF\0\0\0\0WAVE', 'latin1'),
    ...(options.rf64 ? [chunk('ds64', ds64)] : []),
    ...(options.junk === undefined
      ? []
      : [chunk('LIST', Buffer.alloc(options.junk > 1000 ? 4 : options.junk + (options.junk % 2)), options.junk)]),
    chunk('fmt ', format),
    chunk('data', data, options.rf64 ? 0xffffffff : (options.declared ?? data.length)),
  ])
}

const box = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
const words = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => {
    bytes.writeUInt32BE(value >>> 0, i * 4)
  })
  return bytes
}

/**
 * QuickTime sound of 16-bit samples in chunks of 100, with the index after the sound as phones write it (or before).
 * `claimed` overrides the number of entries in the chunk table.
 */
export function quickTime(samples: Float32Array, rate: number, indexLast: boolean, claimed?: number): Buffer {
  const data = interleaved([samples])
  const chunks = Math.ceil(samples.length / 100)
  const type = box('ftyp', Buffer.from('qt  \0\0\0\0qt  ', 'latin1'))
  const entry = Buffer.alloc(36)
  entry.writeUInt32BE(36)
  entry.write('sowt', 4, 'latin1')
  entry.writeUInt16BE(1, 14)
  entry.writeUInt16BE(1, 24)
  entry.writeUInt16BE(16, 26)
  entry.writeUInt32BE(rate * 65536, 32)
  const index = (firstChunk: number) =>
    box(
      'moov',
      box('mvhd', words(0, 0, 0, 1000, 0), Buffer.alloc(80)),
      box(
        'trak',
        box('tkhd', words(0, 0, 0, 1), Buffer.alloc(68)),
        box(
          'mdia',
          box('mdhd', words(0, 0, 0, rate, samples.length, 0)),
          box('hdlr', words(0, 0), Buffer.from('soun'), Buffer.alloc(12)),
          box(
            'minf',
            box(
              'stbl',
              box('stsd', words(0, 1), entry),
              box('stts', words(0, 1, samples.length, 1)),
              box('stsc', words(0, 1, 1, 100, 1)),
              box('stsz', words(0, 2, samples.length)),
              box(
                'stco',
                words(0, claimed ?? chunks),
                words(...Array.from({ length: chunks }, (_, i) => firstChunk + i * 200)),
              ),
            ),
          ),
        ),
      ),
    )
  const sound = box('mdat', data)
  if (indexLast) return Buffer.concat([type, sound, index(type.length + 8)])
  return Buffer.concat([type, index(type.length + index(0).length + 8), sound])
}
