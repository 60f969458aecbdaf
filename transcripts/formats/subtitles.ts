import { type Cue, unreadable } from './cue.js'
import { parseTimestamp } from './timestamp.js'

/** A block of a subtitle file: times, and its lines of text still with markup. */
export interface Block {
  start: number
  end: number
  lines: string[]
}

/**
 * Blocks of SubRip and WebVTT: whatever stands before a line with `-->` (number, name, blank lines) is passed over, what
 * stands after it up to a blank line is its text.
 * @throws UserError with the line number when a line with `-->` has no two times.
 */
export function readBlocks(text: string, path: string): Block[] {
  const blocks: Block[] = []
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]!.includes('-->')) continue
    const [left, right] = lines[i]!.split('-->')
    const start = parseTimestamp(left!.trim())
    // WebVTT settings ("align:start") follow the second time.
    const end = parseTimestamp((right ?? '').trim().split(/\s/)[0] ?? '')
    if (start === null || end === null) {
      throw unreadable(
        path,
        i + 1,
        'tiderna går inte att läsa. Skriv dem som 00:01:02,500 --> 00:01:04,000.',
        "the times can't be read. Write them as 00:01:02,500 --> 00:01:04,000.",
      )
    }
    const block: Block = { start, end, lines: [] }
    while (i + 1 < lines.length && lines[i + 1]!.trim() !== '' && !lines[i + 1]!.includes('-->')) {
      block.lines.push(lines[++i]!)
    }
    // A missing blank line: the number of the next block was taken for text.
    if (lines[i + 1]?.includes('-->') && /^\d+$/.test(block.lines.at(-1)?.trim() ?? '')) block.lines.pop()
    blocks.push(block)
  }
  return blocks
}

/**
 * Drops the lines that rolling captions repeat: a cue whose first line is the last line of the cue just before it
 * (automatic captions scroll by a line, so that every line comes twice or more).
 */
export function withoutRollingRepeats(cues: Cue[]): Cue[] {
  let shown = ''
  const kept: Cue[] = []
  for (const cue of cues) {
    const lines = cue.text.split('\n').map((line) => line.trim())
    const rolls = shown !== '' && lines[0] === shown && (lines.length > 1 || shown.includes(' '))
    const adjoins = rolls && (cue.start ?? 0) - (kept.at(-1)?.end ?? 0) < 0.1
    shown = lines.at(-1) ?? ''
    const text = (adjoins ? lines.slice(1) : lines).join('\n').trim()
    if (text !== '') kept.push({ ...cue, text })
    else if (kept.length > 0) kept[kept.length - 1] = { ...kept.at(-1)!, end: cue.end }
  }
  return kept
}
