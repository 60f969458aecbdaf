import type { FileHandle } from 'node:fs/promises'
import { DamagedSound, type Layout, readAt } from './layout.js'

const PCM = 1
const MS_ADPCM = 2
const FLOAT = 3
const A_LAW = 6
const MU_LAW = 7
const IMA_ADPCM = 0x11
const MP3 = 0x55
const EXTENSIBLE = 0xfffe
/** Lengths that mean "until the end of the file" (recorders that never came to close the file, RF64). */
const UNKNOWN_LENGTHS = new Set([0, 0xffffffff])
const MAX_CHUNKS = 10_000
const MAX_CHANNELS = 64

/**
 * WAVE, RF64 and BW64 (EBU Tech 3306, ITU-R BS.2088: broadcast recorders beyond 4 GB). Chunks before the sound are
 * passed over by seeking, whatever lengths they claim; MP3 inside WAVE goes to the MP3 decoder.
 * @throws DamagedSound when there is no usable format or no sound.
 */
export async function wavLayout(file: FileHandle, size: number): Promise<Layout> {
  let position = 12
  let longData: number | null = null
  let format: Buffer | null = null
  for (let chunks = 0; chunks < MAX_CHUNKS; chunks++) {
    const head = await readAt(file, position, 8)
    if (head.length < 8) break
    const type = head.toString('latin1', 0, 4)
    const length = head.readUInt32LE(4)
    const body = position + 8
    if (type === 'ds64') {
      const sizes = await readAt(file, body, 16)
      if (sizes.length === 16) longData = Number(sizes.readBigUInt64LE(8))
    } else if (type === 'fmt ') {
      format = await readAt(file, body, Math.min(length, 1024))
    } else if (type === 'data') {
      if (format === null) throw new DamagedSound('WAVE without a format before its data')
      const declared = length === 0xffffffff && longData !== null ? longData : length
      return dataLayout(format, body, UNKNOWN_LENGTHS.has(declared) ? null : declared, size)
    }
    position = body + length + (length % 2)
  }
  throw new DamagedSound('WAVE without data')
}

function dataLayout(format: Buffer, from: number, declared: number | null, size: number): Layout {
  if (format.length < 16) throw new DamagedSound('WAVE with a short format')
  const outer = format.readUInt16LE(0)
  const tag = outer === EXTENSIBLE && format.length >= 26 ? format.readUInt16LE(24) : outer
  const to = declared === null ? size : Math.min(size, from + declared)
  const truncated = declared !== null && from + declared > size
  if (tag === MP3) {
    return { decoder: 'mp3', prelude: null, ranges: [[from, to]], truncated, promisedSamples: null }
  }
  judge(format, tag)
  const prelude = Buffer.alloc(28 + format.length + (format.length % 2))
  prelude.write('RIFF', 0, 'latin1')
  prelude.writeUInt32LE(0xffffffff, 4)
  prelude.write('WAVEfmt ', 8, 'latin1')
  prelude.writeUInt32LE(format.length + (format.length % 2), 16)
  format.copy(prelude, 20)
  prelude.write('data', prelude.length - 8, 'latin1')
  prelude.writeUInt32LE(0xffffffff, prelude.length - 4)
  return { decoder: 'wav', prelude, ranges: [[from, to]], truncated, promisedSamples: null }
}

/** The decoder allocates by these fields; contradictory ones would let a few bytes ask for gigabytes. */
function judge(format: Buffer, tag: number): void {
  const channels = format.readUInt16LE(2)
  const block = format.readUInt16LE(12)
  const bits = format.readUInt16LE(14)
  if (channels < 1 || channels > MAX_CHANNELS) throw new DamagedSound(`WAVE with ${channels} channels`)
  if (tag === PCM || tag === FLOAT || tag === A_LAW || tag === MU_LAW) {
    if (block !== (channels * bits) / 8) throw new DamagedSound('WAVE whose block size contradicts its sample size')
  } else if (tag === MS_ADPCM || tag === IMA_ADPCM) {
    const perBlock = format.length >= 20 ? format.readUInt16LE(18) : 0
    // Four bits a sample at least: more samples than half-bytes can't be there.
    if (block < 8 * channels || perBlock > 2 * block) throw new DamagedSound('WAVE with an impossible ADPCM block')
  } else throw new DamagedSound(`WAVE of coding 0x${tag.toString(16)}`)
}
