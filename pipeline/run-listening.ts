import type { Listened } from '../transcripts/listen.js'
import { languageCode } from './config.js'
import { type AudioOptions, withEars } from './run-transcription.js'

/**
 * Asks some seconds of a recording which wording they support.
 * @param options.language Of what is spoken; default `sv`.
 * @throws UserError; the signal's reason when cancelled
 */
export function runListening(
  audio: string,
  options: AudioOptions & { from: number; to: number; text: string[] },
): Promise<Listened> {
  const { from, to, text, language = 'sv' } = options
  return withEars(audio, options, async (ears, file) => {
    await ears.open(file, 'r1')
    return ears.listen('r1', { fromSeconds: from, toSeconds: to, texts: text, language: languageCode(language) })
  })
}
