import type { UiLanguage } from './message.js'

/** Texts speak of the sound; these are the same turns of phrase for a transcript. Longer ones first. */
const TURNS: Record<UiLanguage, readonly (readonly [RegExp, string])[]> = {
  sv: [
    [/\butskriften av ljudet\b/g, 'utskriften'],
    [/\bhörs i ljudet\b/g, 'står i utskriften'],
    [/\bi ljudet (?:sägs|hörs)\b/g, 'i utskriften står'],
    [/\blåter annorlunda i ljudet\b/g, 'står annorlunda i utskriften'],
    [/\bljudet\b/g, 'utskriften'],
    [/\bLjudet\b/g, 'Utskriften'],
  ],
  en: [
    [/\b([Tt]ranscript) of the sound\b/g, '$1'],
    [/\bheard in the sound\b/g, 'in the transcript'],
    [/\bsounds different in the recording\b/g, 'is different in the transcript'],
    [/\bthe sound\b/g, 'the transcript'],
    [/\bThe sound\b/g, 'The transcript'],
    [/\bsound(?=: | $| and table\b)/g, 'transcript'],
  ],
}

/** What stands between quotation marks is the article's or the speaker's, and is left alone. */
const quoted = /([”“][^”“]*”)/

/** A sentence about the sound as one about the transcript: for a story without recordings, of which nothing was heard. */
export const aboutTranscript = (text: string, language: UiLanguage): string =>
  text
    .split(quoted)
    .map((part, index) =>
      index % 2 ? part : TURNS[language].reduce((rest, [turn, other]) => rest.replace(turn, other), part),
    )
    .join('')
