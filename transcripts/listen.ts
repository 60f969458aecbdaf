import type { Engine } from './engine/engine-types.js'
import type { Sound } from './sound/open-sound.js'

/** Nats that one wording must lead by before the sound is said to support it: below this, reruns of one text differ as much. */
const LEAD = 3

export interface ListenOptions {
  sound: Sound
  engine: Engine
  /** ISO 639-1 code of what is spoken. */
  language: string
  fromSeconds: number
  /** At most one window (30 s) after `fromSeconds`; what lies beyond is not heard. */
  toSeconds: number
  texts: string[]
  signal?: AbortSignal
}

export interface Listened {
  /** In the order given: nats behind the best (0 for the best itself), and the same difference on silence. */
  texts: { text: string; margin: number; prior: number }[]
  /** Index of the text that the sound supports; null when none leads clearly, or there is but one. */
  supported: number | null
}

/**
 * Which of these wordings does the sound support in these seconds? Case, commas and the final stop are written alike
 * first; figures against words are the asker's to settle, since one outweighs the other whatever was said.
 */
export async function listen(options: ListenOptions): Promise<Listened> {
  const { sound, engine, language, fromSeconds, toSeconds, texts, signal } = options
  const samples = await sound.read(fromSeconds, toSeconds)
  const scores = await engine.score(samples, language, texts.map(sameFormat), signal ? { signal } : {})
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]!.margin - scores[a]!.margin)
  const best = scores[order[0]!]!
  const second = order[1] === undefined ? undefined : scores[order[1]]!
  return {
    texts: texts.map((text, i) => ({
      text,
      margin: scores[i]!.margin - best.margin,
      prior: scores[i]!.prior - best.prior,
    })),
    supported: second !== undefined && best.margin - second.margin >= LEAD ? order[0]! : null,
  }
}

/** One way to write a wording: no quotation marks or commas, capital first letter, one space, a final stop. */
export function sameFormat(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/["“”„»«]/g, '')
    .replace(/[,;:](?=\s|$)/g, '')
    .replace(/\s[-–—](?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const stopped = /[.?!…]$/.test(plain) ? plain : `${plain}.`
  return stopped.charAt(0).toUpperCase() + stopped.slice(1)
}
