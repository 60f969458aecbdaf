import { type FileHandle, open } from 'node:fs/promises'
import { decodePieces } from './decode.js'
import { DamagedSound, type Layout } from './layout.js'
import { recognise } from './recognise.js'
import { Resampler } from './resampler.js'
import { damagedSoundError, fileSystemError, noSoundError, notSoundError, tooLongError } from './sound-errors.js'
import { openSpool, readSpool, SAMPLE_RATE, SpoolWriter } from './spool.js'

export { SAMPLE_RATE } from './spool.js'

const MAX_HOURS = 24
const MIN_RATE = 4_000
const MAX_RATE = 192_000

/** A recording as samples: 16 kHz, one channel, read by the second from disk. */
export interface Sound {
  seconds: number
  /** The file ends before its sound does; what there was is here. */
  truncated: boolean
  /** Samples of `[fromSeconds, toSeconds)` in [-1, 1), clamped to the recording; empty outside it. */
  read(fromSeconds: number, toSeconds: number): Promise<Float32Array>
  close(): Promise<void>
}

export interface OpenSoundOptions {
  /** Folder for decoded sound, 115 MB an hour; made when missing. */
  spoolDir: string
  /** SHA-256 of the file's bytes, hexadecimal: names the decoded sound, so that it is made once. */
  sha256: string
  signal?: AbortSignal
  /** Seconds of sound decoded so far, about once a second of sound. Not called when an earlier run decoded the file. */
  onProgress?: (secondsDecoded: number) => void
}

/**
 * Decodes mp3, wav (also RF64), m4a/aac, ogg, opus or flac, told apart by content, to 16 kHz mono on disk. Memory stays
 * flat however long the file. MP3, AAC and Opus lose the encoder's lead-in where the file says how long it is, so that
 * seconds are the recording's own.
 * @throws UserError (exit 2) when the file is missing, is no sound, is damaged beyond reading, holds 0 s or more than
 *   24 h; (exit 3) when the disk is full. The signal's reason when aborted. Nothing half-made is left behind.
 */
export async function openSound(path: string, options: OpenSoundOptions): Promise<Sound> {
  try {
    let spooled = await openSpool(options.spoolDir, options.sha256)
    if (!spooled) {
      await makeSpool(path, options)
      spooled = await openSpool(options.spoolDir, options.sha256)
    }
    if (!spooled) throw new Error('The decoded sound vanished while it was made')
    const { file, samples, truncated } = spooled
    const index = (seconds: number) => Math.max(0, Math.min(samples, Math.round(seconds * SAMPLE_RATE)))
    return {
      seconds: samples / SAMPLE_RATE,
      truncated,
      read: (from, to) => readSpool(file, index(from), Math.max(index(from), index(to))),
      close: () => file.close(),
    }
  } catch (error) {
    throw fileSystemError(path, options.spoolDir, error)
  }
}

async function makeSpool(path: string, options: OpenSoundOptions): Promise<void> {
  options.signal?.throwIfAborted()
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const layout = await layoutOf(path, file, size)
    const spool = await SpoolWriter.create(options.spoolDir, options.sha256)
    try {
      const truncated = await fill(path, file, layout, spool, options)
      if (spool.samples === 0) throw noSoundError(path)
      await spool.finish(truncated)
    } catch (error) {
      await spool.discard()
      throw error
    }
  } finally {
    await file.close()
  }
}

async function layoutOf(path: string, file: FileHandle, size: number): Promise<Layout> {
  let found: Awaited<ReturnType<typeof recognise>>
  try {
    found = await recognise(file, size)
  } catch (error) {
    throw error instanceof DamagedSound || error instanceof RangeError ? damagedSoundError(path, error) : error
  }
  if (typeof found === 'string') throw notSoundError(path, found)
  return found
}

/** @returns whether the file ended before its sound did. */
async function fill(
  path: string,
  file: FileHandle,
  layout: Layout,
  spool: SpoolWriter,
  { signal, onProgress }: OpenSoundOptions,
): Promise<boolean> {
  let rate = 0
  let resampler: Resampler | null = null
  let decoded = 0
  let told = 0
  const pieces = decodePieces(file, layout, signal)
  for (;;) {
    const next = await pieces.next()
    if (next.done) {
      if (resampler) await spool.write(resampler.flush())
      if (next.value.cutOff && spool.samples === 0) throw damagedSoundError(path, undefined)
      const short = layout.promisedSamples !== null && decoded < layout.promisedSamples
      return next.value.cutOff || layout.truncated || short
    }
    const { samples, sampleRate } = next.value
    if (resampler === null || rate !== sampleRate) {
      if (resampler) await spool.write(resampler.flush())
      if (!Number.isInteger(sampleRate) || sampleRate < MIN_RATE || sampleRate > MAX_RATE) {
        throw damagedSoundError(path, new DamagedSound(`${sampleRate} Hz`))
      }
      rate = sampleRate
      resampler = new Resampler(rate, SAMPLE_RATE)
    }
    decoded += samples.length
    await spool.write(sampleRate === SAMPLE_RATE ? samples : resampler.push(samples))
    const seconds = spool.samples / SAMPLE_RATE
    if (seconds > MAX_HOURS * 3600) throw tooLongError(path, MAX_HOURS)
    if (onProgress && seconds - told >= 1) {
      told = seconds
      onProgress(seconds)
    }
  }
}
