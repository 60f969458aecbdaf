import type { Cue, CueFile } from './cue.js'
import { plainText } from './markup.js'
import { takeSpeakerLabels } from './speaker-labels.js'
import { type Block, readBlocks, withoutRollingRepeats } from './subtitles.js'

const VOICE = /<v(?:\.[^\s<>]{1,100})?[ \t]([^<>\n]{1,200})>/g
/** YouTube and some exporters write `Language: sv` under the first line. */
const LANGUAGE = /^Language: ([a-z]{2})\b/m

export function isVtt(text: string): boolean {
  return /^WEBVTT(?:[ \t\n]|$)/.test(text)
}

/** WebVTT (W3C). `<v Name>` gives the speaker; a cue with several voices becomes a cue for each, sharing its time. */
export function readVtt(text: string, path: string): CueFile {
  const body = text.replace(/^(?:NOTE|STYLE|REGION)\b[^\n]*(?:\n(?!\n)[^\n]*)*/gm, (block) =>
    // Comments may hold "-->" look-alikes; their lines are kept so that line numbers stay right.
    block.replace(/[^\n]+/g, ''),
  )
  const cues = readBlocks(body, path).flatMap(voices)
  const language = LANGUAGE.exec(text.slice(0, 500))?.[1] ?? null
  return { cues: takeSpeakerLabels(withoutRollingRepeats(cues)), language }
}

function voices({ start, end, lines }: Block): Cue[] {
  const raw = lines.join('\n')
  const marks = [...raw.matchAll(VOICE)]
  const parts = [{ speaker: null as string | null, text: raw.slice(0, marks[0]?.index ?? raw.length) }]
  marks.forEach((mark, i) => {
    parts.push({
      speaker: plainText(mark[1]!).trim() || null,
      text: raw.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? raw.length),
    })
  })
  const spoken = parts
    .map(({ speaker, text }) => ({ speaker, text: plainText(text).replace(/^\s*[-–—]\s?/gmu, '') }))
    .filter(({ text }) => text.trim() !== '')
  const total = spoken.reduce((sum, { text }) => sum + text.length, 0)
  let passed = 0
  return spoken.map(({ speaker, text }) => {
    const from = start + ((end - start) * passed) / total
    passed += text.length
    return { text, speaker, start: from, end: start + ((end - start) * passed) / total }
  })
}
