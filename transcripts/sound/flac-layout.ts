import type { FileHandle } from 'node:fs/promises'
import { DamagedSound, type Layout, readAt } from './layout.js'

/** FLAC (RFC 9639). `from` is where `fLaC` stands (a tag may come before it). */
export async function flacLayout(file: FileHandle, size: number, from: number): Promise<Layout> {
  const info = await readAt(file, from + 4, 38)
  if (info.length < 38 || (info[0]! & 127) !== 0) throw new DamagedSound('FLAC without its stream information')
  const samples = (info[17]! & 15) * 2 ** 32 + info.readUInt32BE(18)
  return {
    decoder: 'flac',
    prelude: null,
    ranges: [[from, size]],
    truncated: false,
    promisedSamples: samples === 0 ? null : samples,
  }
}

/**
 * Where to cut a piece of FLAC of at most `bytes.length`: audio-decode's frame finder passes over a frame head that
 * reaches past the end of its piece and loses both frames, so no cut may fall inside what could be a head (at most
 * 16 bytes, beginning FF F8 or FF F9).
 */
export function flacCut(bytes: Uint8Array): number {
  let clean = 0
  for (let end = bytes.length; end > 0; end--) {
    const sync = bytes[end - 1] === 0xff || (bytes[end - 2] === 0xff && (bytes[end - 1]! & 0xfe) === 0xf8)
    if (sync) clean = 0
    else if (++clean === 18) return end + 17
  }
  return bytes.length
}
