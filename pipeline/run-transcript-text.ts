import type { Segment, Transcript, Word } from '#model'
import type { Hearing } from '../transcripts/assemble.js'

export const transcriptFormats = ['json', 'vtt', 'srt', 'txt'] as const
export type TranscriptFormat = (typeof transcriptFormats)[number]

/**
 * A hearing as text: `json` in Whisper's layout with word times (what other tools, and this one, read), `vtt` and `srt` a
 * cue per segment, `txt` a line per segment.
 */
export function transcriptText({ transcript, recording }: Hearing, format: TranscriptFormat): string {
  const lines = transcript.segments.map((segment) => ({ segment, text: textOf(wordsOf(transcript, segment)) }))
  switch (format) {
    case 'txt':
      return `${lines.map(({ text }) => text).join('\n')}\n`
    case 'vtt':
      return `WEBVTT\n\n${lines.map(({ segment, text }) => cue(segment, '.', text)).join('\n')}`
    case 'srt':
      return lines.map(({ segment, text }, index) => `${index + 1}\n${cue(segment, ',', text)}`).join('\n')
    case 'json':
      return `${JSON.stringify(whisperJson(transcript, recording.unheard), null, 2)}\n`
  }
}

const wordsOf = ({ words }: Transcript, { firstWord, endWord }: Segment) => words.slice(firstWord, endWord)
const textOf = (words: Word[]) => words.map(({ text }) => text.trim()).join(' ')

function cue({ startSeconds, endSeconds }: Segment, mark: '.' | ',', text: string): string {
  // A line "-->" inside a cue would begin another.
  const safe = mark === '.' ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/-->/g, '--&gt;') : text
  return `${clock(startSeconds ?? 0, mark)} --> ${clock(endSeconds ?? 0, mark)}\n${safe}\n`
}

function clock(seconds: number, mark: string): string {
  const ms = Math.round(seconds * 1000)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const rest = String(ms % 1000).padStart(3, '0')
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${mark}${rest}`
}

function whisperJson(transcript: Transcript, unheard: Hearing['recording']['unheard']) {
  return {
    text: textOf(transcript.words),
    language: transcript.language,
    segments: transcript.segments.map((segment, id) => ({
      id,
      start: segment.startSeconds,
      end: segment.endSeconds,
      text: textOf(wordsOf(transcript, segment)),
      words: wordsOf(transcript, segment).map(({ text, startSeconds, endSeconds, confidence }) => ({
        word: ` ${text.trim()}`,
        start: startSeconds,
        end: endSeconds,
        probability: confidence,
      })),
    })),
    unheard,
  }
}
