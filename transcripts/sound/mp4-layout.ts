import type { FileHandle } from 'node:fs/promises'
import { DamagedSound, type Layout, readAt } from './layout.js'
import { judgeBoxes, shiftChunkOffsets } from './mp4-boxes.js'

const MAX_INDEX_BYTES = 64 * 2 ** 20
const MAX_TOP_LEVEL_BOXES = 1_000_000

interface Box {
  type: string
  from: number
  to: number
}

/**
 * MP4, M4A and QuickTime (ISO/IEC 14496-12). Phones write the index (moov) after the sound; a decoder that reads from
 * the front would have to hold the whole file until then. We take the index first and shift its offsets, as
 * "fast start" tools do, so that memory stays flat.
 * @throws DamagedSound when there is no index (a recording that was cut off before it was closed), or it lies.
 */
export async function mp4Layout(file: FileHandle, size: number): Promise<Layout> {
  const boxes = await topLevelBoxes(file, size)
  const index = boxes.find((box) => box.type === 'moov')
  if (!index || index.to > size) throw new DamagedSound('MP4 without its index (moov): cut off while recording')
  if (index.to - index.from > MAX_INDEX_BYTES) throw new DamagedSound('MP4 with an index of more than 64 MB')
  const moov = await readAt(file, index.from, index.to - index.from)
  judgeBoxes(moov)
  for (const box of boxes) {
    if (box.type !== 'moof') continue
    if (box.to - box.from > MAX_INDEX_BYTES) throw new DamagedSound('MP4 with a fragment index of more than 64 MB')
    judgeBoxes(await readAt(file, box.from, box.to - box.from))
  }
  const truncated = boxes.some((box) => box.to > size)
  const firstSound = boxes.find((box) => box.type === 'mdat')
  if (!firstSound || index.from < firstSound.from) {
    return { decoder: 'm4a', prelude: null, ranges: [[0, size]], truncated, promisedSamples: null }
  }
  shiftChunkOffsets(moov, index.from, moov.length)
  const ranges: [number, number][] = [
    [0, index.from],
    [index.to, size],
  ]
  return { decoder: 'm4a', prelude: moov, ranges, truncated, promisedSamples: null }
}

async function topLevelBoxes(file: FileHandle, size: number): Promise<Box[]> {
  const boxes: Box[] = []
  let position = 0
  while (position + 8 <= size) {
    if (boxes.length === MAX_TOP_LEVEL_BOXES) throw new DamagedSound('MP4 with more than a million boxes')
    const head = await readAt(file, position, 16)
    let length = head.readUInt32BE(0)
    if (length === 1) length = head.length === 16 ? Number(head.readBigUInt64BE(8)) : 0
    else if (length === 0) length = size - position
    // A box shorter than its own head: what follows can't be boxes (zero padding, half a write).
    if (length < 8) break
    boxes.push({ type: head.toString('latin1', 4, 8), from: position, to: position + length })
    position += length
  }
  return boxes
}
