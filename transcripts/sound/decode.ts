import type { FileHandle } from 'node:fs/promises'
import decode from 'audio-decode'
import { flacCut } from './flac-layout.js'
import type { DecoderName, Layout } from './layout.js'
import { adtsFrameBytes, FrameFollower, mpegFrameBytes } from './mpeg-frames.js'

/**
 * Bytes handed to the decoder at a time. FLAC, Opus and Vorbis can hold minutes of silence in a few kilobytes: small
 * pieces keep a hostile file's output small as well.
 */
const PIECE_BYTES: Record<DecoderName, number> = {
  mp3: 16_384,
  wav: 65_536,
  m4a: 16_384,
  aac: 16_384,
  oga: 4_096,
  opus: 4_096,
  flac: 16_384,
}

export interface Piece {
  samples: Float32Array
  sampleRate: number
}

export interface DecodeEnd {
  /** The decoder gave up or the last frame is missing its end: what came before is good. */
  cutOff: boolean
}

/** Decodes a file as it streams by, mixed to one channel (the mean of all). Memory is a few pieces, whatever the file. */
export async function* decodePieces(
  file: FileHandle,
  layout: Layout,
  signal: AbortSignal | undefined,
): AsyncGenerator<Piece, DecodeEnd> {
  const start = decode[layout.decoder as 'mp3']
  const decoder = await start()
  const follower =
    layout.decoder === 'mp3' || layout.decoder === 'aac'
      ? new FrameFollower(layout.decoder === 'mp3' ? mpegFrameBytes : adtsFrameBytes)
      : null
  try {
    for await (const bytes of encodedPieces(file, layout)) {
      signal?.throwIfAborted()
      follower?.push(bytes)
      const piece = mix(await decoder(bytes))
      if (piece) yield piece
    }
    const rest = mix(await decoder())
    if (rest) yield rest
    return { cutOff: follower?.endsInsideFrame ?? false }
  } catch (error) {
    if (signal?.aborted || isSystemError(error)) throw error
    return { cutOff: true }
  } finally {
    decoder.free()
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

async function* encodedPieces(file: FileHandle, layout: Layout): AsyncGenerator<Uint8Array> {
  if (layout.prelude) yield layout.prelude
  const length = PIECE_BYTES[layout.decoder]
  let left = Buffer.alloc(0)
  for (const [from, to] of layout.ranges) {
    let position = from
    while (position < to) {
      // Decoders may keep what they are given: every piece has its own memory.
      const bytes = Buffer.alloc(Math.min(length, to - position))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, position)
      if (bytesRead === 0) break
      position += bytesRead
      const piece = bytes.subarray(0, bytesRead)
      if (layout.decoder !== 'flac') {
        yield piece
        continue
      }
      const all = left.length === 0 ? piece : Buffer.concat([left, piece])
      const cut = flacCut(all)
      left = all.subarray(cut)
      yield all.subarray(0, cut)
    }
  }
  if (left.length > 0) yield left
}

function mix({ channelData, sampleRate }: { channelData: Float32Array[]; sampleRate: number }): Piece | null {
  const [first, ...others] = channelData
  if (!first || first.length === 0) return null
  if (others.length === 0) return { samples: first, sampleRate }
  const samples = new Float32Array(first.length)
  for (let i = 0; i < samples.length; i++) {
    let sum = first[i]!
    for (const other of others) sum += other[i]!
    samples[i] = sum / channelData.length
  }
  return { samples, sampleRate }
}
