import type { FileHandle } from 'node:fs/promises'

/** The decoders we use, by the names audio-decode gives them. */
export type DecoderName = 'mp3' | 'wav' | 'm4a' | 'aac' | 'oga' | 'opus' | 'flac'

/**
 * What to feed a decoder so that it meets the sound at once: a `prelude` made by us (a clean header), then the byte
 * ranges `[from, to)` of the file. The decoders buffer until they have a header, and trust the lengths in it; so we look
 * for the header ourselves, with seeks instead of memory, and hand over only what we have judged.
 */
export interface Layout {
  decoder: DecoderName
  prelude: Uint8Array | null
  ranges: [from: number, to: number][]
  /** The container says that more was written than is there. */
  truncated: boolean
  /** Samples per channel that the header promises; null when it doesn't say. */
  promisedSamples: number | null
}

/** The file is of a kind we know but its header can't be followed; the caller names the file. */
export class DamagedSound extends Error {
  override name = 'DamagedSound'
}

/** `length` bytes at `position`, fewer at the end of the file. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
