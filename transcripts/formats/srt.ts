import type { CueFile } from './cue.js'
import { plainText } from './markup.js'
import { takeSpeakerLabels } from './speaker-labels.js'
import { readBlocks, withoutRollingRepeats } from './subtitles.js'

const TIME_LINE = /^\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?\s*-->/m

export function isSrt(text: string): boolean {
  return TIME_LINE.test(text)
}

/** SubRip. `- ` at the start of a line (a new speaker, unnamed) is dropped; names before a colon become speakers. */
export function readSrt(text: string, path: string): CueFile {
  const cues = readBlocks(text, path).map(({ start, end, lines }) => ({
    text: lines.map((line) => plainText(line).replace(/^\s*[-–—]\s?/u, '')).join('\n'),
    start,
    end,
    speaker: null,
  }))
  return { cues: takeSpeakerLabels(withoutRollingRepeats(cues)), language: null }
}
