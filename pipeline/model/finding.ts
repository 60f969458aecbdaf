import type { Message } from './message.js'
import type { Place } from './place.js'

export type Standing = 'contradicted' | 'needs-listening' | 'cannot-tell'
export type Severity = 'error' | 'warning' | 'info'

/** Parts of the confidence, each 0–1. */
export interface Confidence {
  overall: number
  recognition?: number
  alignment?: number
  match?: number
}

/** What a check says; the runner adds check, id, fingerprint, order and the texts. */
export interface FindingDraft {
  standing: Standing
  /** Only `contradicted` may be an error; the runner holds checks to this. */
  severity: Severity
  confidence: Confidence
  message: Message
  place: Place
  /** What is printed. */
  actual: string
  /** What the evidence says, one entry for each reading. */
  expected: string[]
  evidence: { type: 'audio' | 'cell' | 'mention'; place: Place; text: string }[]
  /** Wordings a human may choose; nothing is changed automatically. */
  suggestions: { text: string; reason: string }[]
  /** What the fingerprint hangs on: see rulings. */
  identity: FactIdentity
}

/**
 * What makes a fact the same fact in the next run: never lines, seconds, heard text or model. `sentence`: the printed
 * sentence; `words`: the printed words of the edit with one neighbour on each side; `evidence`: dataset file name, row
 * key and column, the other mention's text, or a recording's file name.
 */
export interface FactIdentity {
  kind: string
  sentence: string
  words: string
  evidence: string
}
