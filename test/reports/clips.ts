import type { Clip, ClipPlace } from '../../reports/clip.js'

const RATE = 4000

/** A quiet tone as an 8-bit WAV for each cut: real sound that a browser plays, with nobody's voice in it. */
export const toneClips = (places: ClipPlace[]): Clip[] =>
  places.map((place) => ({ ...place, mime: 'audio/wav', base64: tone(place.endSeconds - place.startSeconds) }))

function tone(seconds: number): string {
  const samples = Math.round(seconds * RATE)
  const wav = Buffer.alloc(44 + samples, 128)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + samples, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(RATE, 24)
  wav.writeUInt32LE(RATE, 28)
  wav.writeUInt16LE(1, 32)
  wav.writeUInt16LE(8, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(samples, 40)
  for (let i = 0; i < samples; i++) wav[44 + i] = 128 + Math.round(8 * Math.sin((i * 2 * Math.PI * 220) / RATE))
  return wav.toString('base64')
}
