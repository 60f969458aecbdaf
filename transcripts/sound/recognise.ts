import type { FileHandle } from 'node:fs/promises'
import { flacLayout } from './flac-layout.js'
import { type Layout, readAt } from './layout.js'
import { mp4Layout } from './mp4-layout.js'
import { adtsFrameBytes, firstFrame, mpegFrameBytes } from './mpeg-frames.js'
import { mpegLayout } from './mpeg-layout.js'
import { oggLayout } from './ogg-layout.js'
import { wavLayout } from './wav-layout.js'

/** What a file that isn't sound we read turned out to be. */
export type NotSound = 'empty' | 'text' | 'image' | 'document' | 'other-sound' | 'unknown'

/** Frames of MPEG are looked for this far into the file, after tags: some encoders leave a block of zeros first. */
const SEARCH_BYTES = 128 * 1024
const MP4_FIRST_BOXES = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'])

/**
 * Tells the kind of a file by its content; its name says nothing.
 * @throws DamagedSound when it is a kind we know but its header can't be followed.
 */
export async function recognise(file: FileHandle, size: number): Promise<Layout | NotSound> {
  if (size === 0) return 'empty'
  const afterTag = await pastId3(file, size)
  const head = await readAt(file, afterTag, SEARCH_BYTES)
  const four = head.toString('latin1', 0, 4)
  const nextFour = head.toString('latin1', 8, 12)
  if ((four === 'RIFF' || four === 'RF64' || four === 'BW64') && nextFour === 'WAVE') return wavLayout(file, size)
  if (four === 'OggS') return oggLayout(file, size)
  if (four === 'fLaC') return flacLayout(file, size, afterTag)
  if (MP4_FIRST_BOXES.has(head.toString('latin1', 4, 8))) return mp4Layout(file, size)
  const other = otherKind(head, four, nextFour)
  if (other !== null) return other
  // ADTS before MP3: its head is a layer that MP3 can't have, and the other way round.
  const aac = firstFrame(head, adtsFrameBytes)
  const mp3 = firstFrame(head, mpegFrameBytes)
  if (aac >= 0 && (mp3 < 0 || aac < mp3)) return mpegLayout(file, size, 'aac', afterTag + aac)
  if (mp3 >= 0) return mpegLayout(file, size, 'mp3', afterTag + mp3)
  return isText(head) ? 'text' : 'unknown'
}

/** ID3v2 tags (also several, as some tools write) say their length in 7-bit bytes. */
async function pastId3(file: FileHandle, size: number): Promise<number> {
  let position = 0
  for (let tags = 0; tags < 8; tags++) {
    const head = await readAt(file, position, 10)
    if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') break
    const length = [6, 7, 8, 9].reduce((sum, i) => (sum << 7) | (head[i]! & 127), 0)
    const next = position + 10 + length + ((head[5]! & 16) === 0 ? 0 : 10)
    if (next >= size) break
    position = next
  }
  return position
}

function otherKind(head: Buffer, four: string, nextFour: string): NotSound | null {
  if (four === '\x89PNG' || four === 'GIF8' || head.readUInt16BE(0) === 0xffd8 || four === 'RIFF') {
    return four === 'RIFF' && nextFour !== 'WEBP' ? 'other-sound' : 'image'
  }
  if (four === '%PDF' || four === 'PK\x03\x04' || four === '\xd0\xcf\x11\xe0') return 'document'
  if (four === '\x1aE\xdf\xa3' || four === 'caff' || four === '0&\xb2u' || four === '#!AM') return 'other-sound'
  if (four === 'FORM' && nextFour.startsWith('AIF')) return 'other-sound'
  return null
}

function isText(head: Buffer): boolean {
  // The last bytes may be half a letter.
  const sample = head.subarray(0, Math.max(1, Math.min(head.length, 4096) - (head.length > 4 ? 4 : 0)))
  return !sample.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}
