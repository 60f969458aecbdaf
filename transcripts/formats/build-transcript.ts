import type { Segment, Transcript, Word } from '#model'
import { type Cue, type CueFile, type CueWord, unreadable } from './cue.js'

const MAX_WORDS = 2_000_000
/** Spoken Swedish runs at about 15 characters a second (news reading; slow speech about 8). */
const CHARACTERS_PER_SECOND = 15
const SLOW_CHARACTERS_PER_SECOND = 8

/**
 * Cues as a Transcript: in order of time, apart, each word with a time when the file has times at all. Times that a file
 * lacks are interpolated within the cue by characters; they are as good as the cue is short.
 */
export function buildTranscript(
  file: CueFile,
  facts: { id: string; path: string; sha256: string; machine: boolean },
): Transcript {
  const timed = file.cues.some((cue) => cue.start !== null)
  const cues = timed ? inOrder(file.cues) : file.cues
  const words: Word[] = []
  const segments: Segment[] = []
  for (const cue of cues) {
    const own = timed ? withTimes(cueWords(cue), cue.start!, cue.end!) : cueWords(cue)
    if (own.length === 0) continue
    if (words.length + own.length > MAX_WORDS) {
      throw unreadable(
        facts.path,
        null,
        'fler än två miljoner ord. Dela upp utskriften i flera filer.',
        'more than two million words. Split the transcript into several files.',
      )
    }
    const segment = segments.length
    segments.push({
      firstWord: words.length,
      endWord: words.length + own.length,
      startSeconds: timed ? cue.start : null,
      endSeconds: timed ? cue.end : null,
      speaker: cue.speaker,
    })
    for (const word of own) {
      words.push({
        text: word.text,
        startSeconds: word.start,
        endSeconds: word.end,
        confidence: null,
        segment,
      })
    }
  }
  return {
    id: facts.id,
    recording: null,
    path: facts.path,
    sha256: facts.sha256,
    timed,
    speakers: segments.some((segment) => segment.speaker !== null),
    machine: facts.machine,
    language: file.language,
    words,
    segments,
  }
}

/** Cues by start, each with an end, none reaching into the next. A cue without a start follows the one before it. */
function inOrder(cues: Cue[]): Cue[] {
  const first = cues.find((cue) => cue.start !== null)!.start!
  let previous = first
  const started = cues.map((cue) => {
    previous = cue.start ?? previous
    return { ...cue, start: Math.max(0, previous) }
  })
  // Array.prototype.sort is stable: cues of one second stay in the file's order.
  started.sort((a, b) => a.start - b.start)
  return started.map((cue, i) => {
    const next = started[i + 1]?.start ?? Number.POSITIVE_INFINITY
    const wanted = cue.end !== null && cue.end > cue.start ? cue.end : cue.start + guessedSeconds(cue)
    return { ...cue, end: Math.max(cue.start, Math.min(wanted, next)) }
  })
}

/** How long a cue may have taken: slowly when only the next start bounds it, at an ordinary pace when its end is wrong. */
function guessedSeconds(cue: Cue): number {
  return Math.max(1, cue.text.length / (cue.end === null ? SLOW_CHARACTERS_PER_SECOND : CHARACTERS_PER_SECOND))
}

function cueWords(cue: Cue): CueWord[] {
  const words: CueWord[] = []
  for (const word of cue.words ?? [{ text: cue.text, start: null, end: null }]) {
    const parts = word.text.split(/\s+/u).filter((part) => part !== '')
    if (parts.length === 1) words.push({ ...word, text: parts[0]! })
    // Several words under one time: each gets its share later.
    else words.push(...parts.map((text) => ({ text, start: null, end: null })))
  }
  return words
}

/**
 * Gives every word a time within `[from, to]`, never running backwards: its own where the file has it, else its share,
 * by characters, of the gap between the timed words around it.
 */
export function withTimes(words: CueWord[], from: number, to: number): CueWord[] {
  const result = words.map((word) => ({ ...word }))
  let now = from
  for (let i = 0; i < result.length; ) {
    const word = result[i]!
    if (word.start !== null && word.end !== null) {
      word.start = Math.min(to, Math.max(now, word.start))
      word.end = Math.min(to, Math.max(word.start, word.end))
      now = word.end
      i++
      continue
    }
    let end = i
    while (end < result.length && (result[end]!.start === null || result[end]!.end === null)) end++
    const until = Math.min(to, Math.max(now, result[end]?.start ?? to))
    const run = result.slice(i, end)
    // One more than its letters: the space after a word takes time as well.
    const total = run.reduce((sum, each) => sum + each.text.length + 1, 0)
    let passed = 0
    const start = now
    for (const each of run) {
      each.start = start + ((until - start) * passed) / total
      passed += each.text.length + 1
      each.end = start + ((until - start) * passed) / total
    }
    now = until
    i = end
  }
  return result
}
