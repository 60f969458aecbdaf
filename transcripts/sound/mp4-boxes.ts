import { DamagedSound } from './layout.js'

const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'mvex', 'moof', 'traf', 'udta', 'wave'])
/** Bytes per entry of the tables whose length a decoder takes on trust. */
const ENTRY_BYTES: Record<string, number> = { stco: 4, co64: 8, stsc: 12, stts: 8, ctts: 8 }
const MAX_DEPTH = 16
/** 24 hours of AAC at 96 kHz is 8.1 million samples (frames). */
const MAX_SAMPLES = 10_000_000

/** Calls `visit` with the type and body of every box that holds no boxes. Lengths that don't fit end the walk. */
function walk(bytes: Buffer, from: number, to: number, depth: number, visit: (type: string, body: Buffer) => void) {
  if (depth > MAX_DEPTH) throw new DamagedSound('MP4 with boxes nested too deep')
  let position = from
  while (position + 8 <= to) {
    const length = bytes.readUInt32BE(position)
    const type = bytes.toString('latin1', position + 4, position + 8)
    if (length < 8 || position + length > to) return
    if (CONTAINERS.has(type)) walk(bytes, position + 8, position + length, depth + 1, visit)
    else visit(type, bytes.subarray(position + 8, position + length))
    position += length
  }
}

/**
 * Refuses an index whose tables claim more entries than they hold bytes for, or more samples than a day of sound has.
 * @throws DamagedSound
 */
export function judgeBoxes(index: Buffer): void {
  walk(index, 0, index.length, 0, (type, body) => {
    const entry = ENTRY_BYTES[type]
    if (entry !== undefined) {
      if (body.length < 8 || body.readUInt32BE(4) > (body.length - 8) / entry) lies(type)
    } else if (type === 'stsz') {
      if (body.length < 12) lies(type)
      const count = body.readUInt32BE(8)
      const oneSize = body.readUInt32BE(4) !== 0
      if (count > MAX_SAMPLES || (!oneSize && count > (body.length - 12) / 4)) lies(type)
    } else if (type === 'elst') {
      if (body.length < 8 || body.readUInt32BE(4) > (body.length - 8) / 12) lies(type)
    } else if (type === 'trun') {
      if (body.length < 8 || body.readUInt32BE(4) > MAX_SAMPLES / 10) lies(type)
    }
  })
}

function lies(type: string): never {
  throw new DamagedSound(`MP4 whose table ${type} claims more than it holds`)
}

/** Adds `shift` to every chunk offset below `below`, in place. */
export function shiftChunkOffsets(index: Buffer, below: number, shift: number): void {
  walk(index, 0, index.length, 0, (type, body) => {
    if (type === 'stco') {
      for (let i = 0; i < body.readUInt32BE(4); i++) {
        const offset = body.readUInt32BE(8 + i * 4)
        if (offset >= below) continue
        if (offset + shift > 0xffffffff) throw new DamagedSound('MP4 of more than 4 GB with a short index')
        body.writeUInt32BE(offset + shift, 8 + i * 4)
      }
    } else if (type === 'co64') {
      for (let i = 0; i < body.readUInt32BE(4); i++) {
        const offset = body.readBigUInt64BE(8 + i * 8)
        if (offset < BigInt(below)) body.writeBigUInt64BE(offset + BigInt(shift), 8 + i * 8)
      }
    }
  })
}
