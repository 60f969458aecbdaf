import type { FileHandle } from 'node:fs/promises'
import { type Layout, readAt } from './layout.js'

/**
 * MP3 and ADTS: frames without a container, between optional tags (ID3v2 before, APE and ID3v1 after).
 * `from` is where the first frame was found.
 */
export async function mpegLayout(
  file: FileHandle,
  size: number,
  decoder: 'mp3' | 'aac',
  from: number,
): Promise<Layout> {
  let to = size
  if ((await readAt(file, to - 128, 3)).toString('latin1') === 'TAG') to -= 128
  const footer = await readAt(file, Math.max(0, to - 32), 32)
  if (footer.toString('latin1', 0, 8) === 'APETAGEX') to -= Math.min(footer.readUInt32LE(12), to - from)
  const declared = decoder === 'mp3' ? await xingBytes(file, from) : null
  // The count is of the frames from the one that holds it; encoders differ by a frame or two in what they count.
  const truncated = declared !== null && declared - (to - from) > 3000
  return { decoder, prelude: null, ranges: [[from, to]], truncated, promisedSamples: null }
}

/** Bytes of sound that a Xing or Info head (VBR and LAME files) promises. */
async function xingBytes(file: FileHandle, from: number): Promise<number | null> {
  const head = await readAt(file, from, 192)
  for (const name of ['Xing', 'Info']) {
    const at = head.indexOf(name, 0, 'latin1')
    if (at < 0 || at > 64 || at + 16 > head.length) continue
    const flags = head.readUInt32BE(at + 4)
    if ((flags & 2) === 0) return null
    return head.readUInt32BE(at + 8 + ((flags & 1) === 0 ? 0 : 4))
  }
  return null
}
