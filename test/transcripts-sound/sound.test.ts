import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UserError } from '#model'
import { encodeClip } from '../../transcripts/sound/encode-clip.js'
import { flacCut } from '../../transcripts/sound/flac-layout.js'
import { openSound, type Sound } from '../../transcripts/sound/open-sound.js'
import { Resampler } from '../../transcripts/sound/resampler.js'
import { fileSystemError } from '../../transcripts/sound/sound-errors.js'
import { joinFrames } from '../../transcripts/sound/speech-frames.js'
import { speechSpans } from '../../transcripts/sound/voice-activity.js'
import fc from '../property.js'
import { noise, quickTime, RATE, sine, wav } from './synthesized.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordagrant-sound-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function open(name: string, bytes: Uint8Array, more = {}): Promise<Sound> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return openSound(path, { spoolDir: join(folder, 'spool'), sha256, ...more })
}

/** Opens, reads everything, closes. */
async function decoded(name: string, bytes: Uint8Array) {
  const sound = await open(name, bytes)
  const samples = await sound.read(0, sound.seconds)
  await sound.close()
  return { seconds: sound.seconds, truncated: sound.truncated, samples }
}

async function errorOf(name: string, bytes: Uint8Array): Promise<UserError> {
  const error = await open(name, bytes).then(
    (sound) => sound.close(),
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw error ?? new Error('Nothing was thrown')
  return error
}

function rms(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length)
}

/** Largest difference of two signals away from their ends. */
function difference(a: Float32Array, b: Float32Array, margin = 400): number {
  let largest = 0
  for (let i = margin; i < Math.min(a.length, b.length) - margin; i++)
    largest = Math.max(largest, Math.abs(a[i]! - b[i]!))
  return largest
}

/** Samples by which `b` lags `a`, at best fit. */
function lag(a: Float32Array, b: Float32Array, reach: number): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let shift = -reach; shift <= reach; shift++) {
    let sum = 0
    for (let i = 4000; i < 12_000; i++) sum += a[i]! * (b[i + shift] ?? 0)
    if (sum > most) {
      most = sum
      best = shift
    }
  }
  return best
}

describe('resampling', () => {
  const resample = (samples: Float32Array, from: number, to: number) => {
    const resampler = new Resampler(from, to)
    return Float32Array.of(...resampler.push(samples), ...resampler.flush())
  }

  test.each([48_000, 44_100, 22_050, 8_000])(
    'from %i Hz a tone below the edge keeps its shape, place and level',
    (rate) => {
      const out = resample(sine(1000, 1, rate), rate, RATE)
      expect(out.length).toBe(RATE)
      expect(difference(out, sine(1000, 1))).toBeLessThan(1e-4)
    },
  )

  test('what 16 kHz cannot hold is 75 dB down, not folded back', () => {
    for (const hertz of [8100, 9000, 12_000, 15_900, 20_000]) {
      const out = resample(sine(hertz, 0.5, 48_000), 48_000, RATE).subarray(400, 7600)
      expect(20 * Math.log10(rms(out) / rms(sine(1000, 0.5)))).toBeLessThan(-75)
    }
  })

  test('speech up to 6.7 kHz passes within 0.1 dB', () => {
    for (const hertz of [50, 3000, 6000, 6700]) {
      const out = resample(sine(hertz, 0.5, 44_100), 44_100, RATE).subarray(400, 7600)
      expect(Math.abs(20 * Math.log10(rms(out) / rms(sine(hertz, 0.5).subarray(400, 7600))))).toBeLessThan(0.1)
    }
  })

  test('the output does not depend on how the input was cut, and has the length it should', () => {
    const input = noise(0.2, 7)
    fc.assert(
      fc.property(
        fc.constantFrom(8000, 11_025, 44_100, 48_000, 12_345),
        fc.array(fc.nat(900), { maxLength: 12 }),
        (rate, cuts) => {
          const whole = resample(input, rate, RATE)
          const resampler = new Resampler(rate, RATE)
          const parts: Float32Array[] = []
          let at = 0
          for (const cut of cuts) {
            parts.push(resampler.push(input.subarray(at, at + cut)).slice())
            at = Math.min(input.length, at + cut)
          }
          parts.push(resampler.push(input.subarray(at)).slice(), resampler.flush().slice())
          expect(Buffer.concat(parts.map((part) => Buffer.from(part.buffer))).equals(Buffer.from(whole.buffer))).toBe(
            true,
          )
          expect(whole.length).toBe(Math.ceil((input.length * RATE) / rate))
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('WAVE', () => {
  test('is read by the second, clamped to its ends', async () => {
    const tone = sine(440, 2)
    const sound = await open('a.wav', wav([tone], RATE))
    expect(sound).toMatchObject({ seconds: 2, truncated: false })
    const middle = await sound.read(0.5, 1)
    expect(middle.length).toBe(8000)
    expect(difference(middle, tone.subarray(8000, 16_000), 0)).toBeLessThan(2 / 32768)
    expect((await sound.read(-1, 0.25)).length).toBe(4000)
    expect((await sound.read(1.75, 9)).length).toBe(4000)
    expect((await sound.read(1.5, 1)).length).toBe(0)
    await sound.close()
  })

  test('channels are averaged', async () => {
    const { samples } = await decoded('b.wav', wav([sine(440, 1), new Float32Array(RATE)], RATE))
    expect(difference(samples, sine(440, 1, RATE, 0.25))).toBeLessThan(2 / 32768)
  })

  test('a chunk before the sound is passed over, odd lengths and RF64 too', async () => {
    for (const bytes of [wav([sine(440, 1)], RATE, { junk: 35 }), wav([sine(440, 1)], RATE, { rf64: true })]) {
      const { seconds, samples } = await decoded('c.wav', bytes)
      expect(seconds).toBe(1)
      expect(difference(samples, sine(440, 1))).toBeLessThan(2 / 32768)
    }
  })

  test('that claims more than it holds gives what it holds, and says so', async () => {
    for (const declared of [3_000_000_000, 40_000]) {
      expect(await decoded('d.wav', wav([sine(440, 1)], RATE, { declared }))).toMatchObject({
        seconds: 1,
        truncated: true,
      })
    }
    // Left open by the recorder: read to the end, nothing is missing.
    expect(await decoded('e.wav', wav([sine(440, 1)], RATE, { declared: 0 }))).toMatchObject({
      seconds: 1,
      truncated: false,
    })
  })

  test('with a header that lies is refused', async () => {
    const impossible = wav([sine(440, 0.1)], RATE)
    impossible.writeUInt16LE(65535, 22)
    expect((await errorOf('f.wav', impossible)).message).toContain('65535 channels')
    const zeroBlock = wav([sine(440, 0.1)], RATE)
    zeroBlock.writeUInt16LE(0, 32)
    expect((await errorOf('g.wav', zeroBlock)).id).toBe('sound-damaged')
    expect((await errorOf('h.wav', wav([sine(440, 0.1)], RATE, { junk: 4_000_000_000 }))).id).toBe('sound-damaged')
    const noRate = wav([sine(440, 0.1)], 0)
    expect((await errorOf('i.wav', noRate)).message).toContain('0 Hz')
  })

  test('of zero seconds is an error', async () => {
    expect(await errorOf('j.wav', wav([new Float32Array(0)], RATE))).toMatchObject({ exitCode: 2 })
  })
})

describe('MP4', () => {
  const tone = sine(440, 1.5)

  test('gives the same sound whether its index comes first or last', async () => {
    for (const indexLast of [false, true]) {
      const { samples, truncated } = await decoded('a.m4a', quickTime(tone, RATE, indexLast))
      expect(truncated).toBe(false)
      expect(samples.length).toBe(tone.length)
      expect(difference(samples, tone, 0)).toBeLessThan(2 / 32768)
    }
  })

  test('cut off after its index gives what there is', async () => {
    const bytes = quickTime(tone, RATE, false)
    const { seconds, truncated } = await decoded('b.m4a', bytes.subarray(0, bytes.length - 16_000))
    expect(truncated).toBe(true)
    expect(seconds).toBeCloseTo(1, 1)
  })

  test('cut off before its index, or with an index that lies, is refused', async () => {
    const bytes = quickTime(tone, RATE, true)
    expect((await errorOf('c.m4a', bytes.subarray(0, 30_000))).message).toContain('cut off while recording')
    expect((await errorOf('d.m4a', quickTime(tone, RATE, true, 0xffffffff))).message).toContain('stco claims more')
  })
})

describe('MP3', () => {
  // A tone that rises: unlike a steady one it fits itself in one place only.
  const sung = Float32Array.from(
    { length: 3 * RATE },
    (_, i) => 0.5 * Math.sin(2 * Math.PI * (200 + (200 * i) / RATE) * (i / RATE)),
  )
  let mp3: Uint8Array
  beforeAll(async () => {
    mp3 = (await encodeClip(sung)).bytes
  })

  test('a clip is 40 kbit/s and decodes to the same sound, 0.07 s late', async () => {
    expect(mp3.length).toBeGreaterThan(3 * 4500)
    expect(mp3.length).toBeLessThan(3 * 5800)
    const { samples, truncated, seconds } = await decoded('clip.mp3', mp3)
    expect(truncated).toBe(false)
    expect(seconds).toBeGreaterThanOrEqual(3)
    // No LAME tag tells the encoder's lead-in: 1105 samples, 0.07 s, stay before the sound.
    expect(Math.abs(lag(sung, samples, 2400) - 1105)).toBeLessThan(60)
  })

  test('is recognised under any name, after a tag; its end is not lost for being cut', async () => {
    const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x02\0', 'latin1'), Buffer.alloc(256)])
    expect((await decoded('clip.txt', Buffer.concat([tag, mp3]))).seconds).toBeGreaterThanOrEqual(3)
    const cut = await decoded('cut.mp3', mp3.subarray(0, Math.floor(mp3.length / 2) + 7))
    expect(cut.truncated).toBe(true)
    expect(cut.seconds).toBeGreaterThan(1.3)
  })
})

test('what is no sound is refused by what it is, with what to do', async () => {
  const cases: [Uint8Array, string][] = [
    [Buffer.from('Det här är en text som fått fel namn.'), 'text'],
    [new Uint8Array(0), 'tom'],
    [Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'bild'],
    [Buffer.from('%PDF-1.7\n'), 'dokument'],
    [Buffer.from(noise(1, 5).buffer), 'känns igen'],
  ]
  for (const [bytes, word] of cases) {
    const error = await errorOf('intervju.mp3', bytes)
    expect(error.exitCode).toBe(2)
    expect(error.text.sv).toContain('intervju.mp3')
    expect(error.text.sv).toContain(word)
  }
  const missing = await openSound(join(folder, 'none.mp3'), { spoolDir: folder, sha256: 'a'.repeat(64) }).catch(
    (e) => e,
  )
  expect(missing).toMatchObject({ id: 'sound-missing', exitCode: 2 })
})

test('a full disk is a failed stage, with the space that is needed', () => {
  const full = fileSystemError('/x/intervju.mp3', '/cache', Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }))
  expect(full).toMatchObject({ id: 'disk-full', exitCode: 3 })
  const other = new Error('other')
  expect(fileSystemError('/x', '/cache', other)).toBe(other)
})

test('decoded sound is reused, made anew when damaged, and leaves nothing when aborted', async () => {
  const bytes = wav([noise(2, 11)], RATE)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const spool = join(folder, 'spool', `${sha256}.s16`)
  await (await open('a.wav', bytes)).close()
  const first = await stat(spool)
  await (await open('a.wav', bytes)).close()
  expect((await stat(spool)).ino).toBe(first.ino)
  await writeFile(spool, (await readFile(spool)).subarray(0, 1000))
  const again = await open('a.wav', bytes)
  expect(again.seconds).toBe(2)
  await again.close()

  const abandoned = join(folder, 'spool', `${'b'.repeat(64)}.s16.1-0.tmp`)
  await writeFile(abandoned, 'x')
  await utimes(abandoned, 1, 1)
  await (await open('other.wav', wav([noise(1, 13)], RATE))).close()
  await expect(stat(abandoned)).rejects.toThrow('ENOENT')

  const controller = new AbortController()
  const before = await readdir(join(folder, 'spool'))
  const long = wav([noise(20, 12)], RATE)
  const aborted = open('long.wav', long, {
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('enough')),
  })
  await expect(aborted).rejects.toThrow('enough')
  expect(await readdir(join(folder, 'spool'))).toEqual(before)
})

test('FLAC is never cut inside what could be a frame head', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, 0xf8, 0xf9, 0xff), { minLength: 1, maxLength: 200 }), (list) => {
      const bytes = Uint8Array.from(list)
      const cut = flacCut(bytes)
      if (cut === bytes.length) return
      for (let i = Math.max(0, cut - 16); i < cut; i++) {
        expect(bytes[i] === 0xff && (i === cut - 1 || (bytes[i + 1]! & 0xfe) === 0xf8)).toBe(false)
      }
    }),
  )
})

describe('speech', () => {
  const spans = async (name: string, samples: Float32Array) => {
    const sound = await open(name, wav([samples], RATE))
    const found = await speechSpans(sound)
    await sound.close()
    return found
  }

  test('none in silence, noise or a hold tone', async () => {
    expect(await spans('silence.wav', new Float32Array(5 * RATE))).toEqual([])
    expect(await spans('noise.wav', noise(5, 2))).toEqual([])
    expect(
      await spans(
        'tone.wav',
        sine(425, 6).map((value, i) => (i % (5 * RATE) < RATE ? value : 0)),
      ),
    ).toEqual([])
  })

  test('found in a broadcast, and put in the right place after silence, however quiet', async () => {
    const path = 'test/stories/sexhandeln/audio/p4-varmland-sexhandeln.mp3'
    const bytes = await readFile(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const sound = await openSound(path, { spoolDir: join(folder, 'spool'), sha256 })
    expect(sound.seconds).toBeCloseTo(197.2436, 3)
    const speech = await sound.read(5, 13)
    await sound.close()
    for (const gain of [1, 0.01]) {
      const mixed = new Float32Array(16 * RATE)
      mixed.set(
        speech.map((value) => value * gain),
        6 * RATE,
      )
      const found = await spans(`mixed-${gain}.wav`, mixed)
      expect(found[0]!.from).toBeGreaterThan(5)
      expect(found[0]!.from).toBeLessThan(6.2)
      expect(found.at(-1)!.to).toBeGreaterThan(13.8)
      expect(found.at(-1)!.to).toBeLessThan(15)
      expect(found.reduce((sum, { from, to }) => sum + to - from, 0)).toBeGreaterThan(7)
    }
  })

  test('frames become spans: bridged, dropped, padded, joined, within the recording', () => {
    const frames = (text: string) => Float32Array.from(text, (digit) => Number(digit) / 9)
    const join = (text: string) =>
      joinFrames(frames(text), 0.1, text.length / 10, {
        threshold: 0.5,
        minSpeechSeconds: 0.2,
        minSilenceSeconds: 0.3,
        paddingSeconds: 0.1,
      })
        .map(({ from, to }) => `${from.toFixed(1)}-${to.toFixed(1)}`)
        .join(' ')
    expect(join('0099900000')).toBe('0.1-0.6')
    expect(join('0000900000')).toBe('')
    expect(join('0909000000')).toBe('0.0-0.5')
    expect(join('9990000999')).toBe('0.0-0.4 0.6-1.0')
    expect(join('0994990000')).toBe('0.0-0.7')
    expect(join('9999999999')).toBe('0.0-1.0')
  })
})
