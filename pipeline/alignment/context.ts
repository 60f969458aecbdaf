import type { Transcript } from '#model'
import { endsSentence } from './ends-sentence.js'
import type { Located } from './located.js'

const WORDS = 30

/** A heard sentence ends at a stop, or where the transcript begins a new line for another speaker. */
function endsUtterance(transcript: Transcript, at: number): boolean {
  const word = transcript.words[at]!
  const next = transcript.words[at + 1]
  if (endsSentence(word.text)) return true
  return next !== undefined && transcript.segments[word.segment]?.speaker !== transcript.segments[next.segment]?.speaker
}

/** The heard sentences right before and right after a quotation: a word-for-word quotation can still mislead. */
export function contextOf(located: Located, transcripts: readonly Transcript[]): { before: string; after: string } {
  const first = located.runs[0]
  const last = located.runs.at(-1)
  if (!first || !last) return { before: '', after: '' }
  const one = transcripts[first.transcript]!
  const other = transcripts[last.transcript]!
  let from = first.h0
  while (from > 0 && first.h0 - from < WORDS && (from === first.h0 || !endsUtterance(one, from - 1))) from--
  let to = last.h1
  while (to < other.words.length && to - last.h1 < WORDS && (to === last.h1 || !endsUtterance(other, to - 1))) to++
  const text = (transcript: Transcript, a: number, b: number) =>
    transcript.words
      .slice(a, b)
      .map((word) => word.text.trim())
      .join(' ')
  return { before: text(one, from, first.h0), after: text(other, last.h1, to) }
}
