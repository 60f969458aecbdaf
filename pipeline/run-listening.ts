import { languageCode } from './config.js'
import { type AudioOptions, withEars } from './run-transcription.js'

/** A wording and what the sound says of it: nats over the first wording. */
export interface HeardWording {
  text: string
  margin: number
}

/**
 * Asks some seconds of a recording which wording they support.
 * @param options.text The wordings; the first is the one the others are measured against.
 * @throws UserError; the signal's reason when cancelled
 */
export function runListening(
  audio: string,
  options: AudioOptions & { from: number; to: number; text: string[] },
): Promise<HeardWording[]> {
  const { from, to, text } = options
  return withEars(audio, options, async (ears, file) => {
    await ears.open(file, 'r1')
    const language = options.language === undefined ? 'sv' : languageCode(options.language)
    const question = { id: 'l1', recording: 'r1', startSeconds: from, endSeconds: to, language, wordings: text }
    const [answer] = await ears.answer([question])
    return text.map((wording, index) => ({
      text: wording,
      margin: Math.round((answer?.scores[index]?.margin ?? 0) * 10) / 10,
    }))
  })
}
