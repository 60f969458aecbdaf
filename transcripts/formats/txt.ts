import type { Cue, CueFile } from './cue.js'
import { takeSpeakerLabels } from './speaker-labels.js'
import { parseTimestamp } from './timestamp.js'

/** `[0:42.1]`, `(00:42)`, `00:00:42` at the start of a line. */
const LEADING_TIME = /^[[(]?(\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?)[\])]?(?=\s|$)\s*(?:[-–—]\s+)?/u
/** `Talare 1  0:42` alone on a line, as some services head each turn. */
const HEADING = /^(\p{L}[^\n:]{0,60}?)\s+[[(]?(\d{1,3}:\d{1,2}(?::\d{1,2})?)[\])]?$/u

interface Line {
  time: number | null
  speaker: string | null
  /** The line without time and speaker, and as it stands in the file. */
  text: string
  whole: string
}

/**
 * Plain text. Lines may begin with a time; a blank line or a new time begins a new turn, other lines go on with it when
 * the file has times, and are turns of their own when it has none. Speakers: see takeSpeakerLabels.
 */
export function readTxt(text: string): CueFile {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine)
  const times = lines.filter((line) => line.time !== null).length
  // One clock time in running text is no custom of the file.
  const timed = times >= 2 || (times === 1 && lines.length <= 2)
  const cues: Cue[] = []
  for (const line of lines) {
    const last = cues.at(-1)
    if (timed && line.time === null && last) last.text = `${last.text}\n${line.text}`.trim()
    else if (timed) cues.push({ text: line.text, start: line.time, end: null, speaker: line.speaker })
    else cues.push({ text: line.whole, start: null, end: null, speaker: null })
  }
  return { cues: takeSpeakerLabels(cues), language: null }
}

function readLine(line: string): Line {
  const heading = HEADING.exec(line)
  const headingTime = heading ? parseTimestamp(heading[2]!) : null
  if (heading && headingTime !== null && /^\p{Lu}/u.test(line) && heading[1]!.split(' ').length <= 4) {
    return { time: headingTime, speaker: heading[1]!, text: '', whole: line }
  }
  const leading = LEADING_TIME.exec(line)
  const time = leading ? parseTimestamp(leading[1]!) : null
  if (!leading || time === null) return { time: null, speaker: null, text: line, whole: line }
  return { time, speaker: null, text: line.slice(leading[0].length), whole: line }
}
