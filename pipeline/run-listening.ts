import type { Listened } from '../transcripts/listen.js'
import type { WordingChange } from './alignment/index.js'
import { languageCode } from './config.js'
import { type AudioOptions, withEars } from './run-transcription.js'

/** Which wording the seconds support, by how much, and how often that is right. */
export interface ListenedTo extends Listened {
  /** Nats between the best wording and the next; null when there is but one. */
  lead: number | null
  /** What the next wording and the best differ in, in the order given; null when in more than one thing, or in nothing. */
  change: WordingChange | null
}

/**
 * Asks some seconds of a recording which wording they support.
 * @param options.language Of what is spoken; default `sv`.
 * @throws UserError; the signal's reason when cancelled
 */
export function runListening(
  audio: string,
  options: AudioOptions & { from: number; to: number; text: string[] },
): Promise<ListenedTo> {
  const { from, to, text, language = 'sv' } = options
  const code = languageCode(language)
  return withEars(audio, options, async (ears, file) => {
    await ears.open(file, 'r1')
    const listened = await ears.listen('r1', { fromSeconds: from, toSeconds: to, texts: text, language: code })
    const order = listened.texts.map((_, index) => index)
    const [best, next] = order.sort((a, b) => listened.texts[b]!.margin - listened.texts[a]!.margin)
    if (best === undefined || next === undefined) return { ...listened, lead: null, change: null }
    const { wordingChange } = await import('./alignment/index.js')
    // The printed wording stands first, as in the report: what comes after it is the change.
    const [base, other] = best < next ? [best, next] : [next, best]
    return {
      ...listened,
      lead: -listened.texts[next]!.margin,
      change: wordingChange(text[base]!, text[other]!, other === best, code),
    }
  })
}
