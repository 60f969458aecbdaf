import type { FileHandle } from 'node:fs/promises'
import { DamagedSound, type DecoderName, type Layout, readAt } from './layout.js'

/** A page's head and the longest lacing and body that RFC 3533 allows. */
const MAX_PAGE_BYTES = 27 + 255 + 255 * 255
const LAST_PAGE_FLAG = 4

/**
 * Ogg (RFC 3533) with Opus, Vorbis or FLAC, told by the first packet.
 * @throws DamagedSound when it holds something else.
 */
export async function oggLayout(file: FileHandle, size: number): Promise<Layout> {
  const head = await readAt(file, 0, 512)
  const packet = head.subarray(27 + (head[26] ?? 0))
  let decoder: DecoderName
  if (packet.subarray(0, 8).equals(Buffer.from('OpusHead'))) decoder = 'opus'
  else if (packet.subarray(0, 7).equals(Buffer.from('\x01vorbis', 'latin1'))) decoder = 'oga'
  else if (packet.subarray(0, 5).equals(Buffer.from('\x7fFLAC', 'latin1'))) decoder = 'flac'
  else throw new DamagedSound('Ogg without Opus, Vorbis or FLAC')
  return { decoder, prelude: null, ranges: [[0, size]], truncated: await cutOff(file, size), promisedSamples: null }
}

/** A whole file ends with a whole page that carries the end-of-stream flag. */
async function cutOff(file: FileHandle, size: number): Promise<boolean> {
  const from = Math.max(0, size - MAX_PAGE_BYTES)
  const tail = await readAt(file, from, size - from)
  const start = tail.lastIndexOf('OggS', undefined, 'latin1')
  if (start < 0 || start + 27 > tail.length) return true
  const segments = tail[start + 26]!
  let end = start + 27 + segments
  if (end > tail.length) return true
  for (let i = 0; i < segments; i++) end += tail[start + 27 + i]!
  return end > tail.length || (tail[start + 5]! & LAST_PAGE_FLAG) === 0
}
