import type { Answer } from '#model'
import type { Probe } from './probe.js'
import type { Asked } from './questions.js'

/**
 * Share of the score on silence that is taken off a margin: a rare spelling, a year or a long word loses by its rarity,
 * not by its sound. What the model finds so unlikely as this is rare enough.
 */
const PRIOR = 0.3
const LEAST_PRIOR = -5

/** What the sound says to a probe. */
export interface ProbeScore {
  /** Nats before the print; of a number asked about in both notations the mean. */
  margin: number
  /** Given up early: the margin is no more than this. */
  bounded: boolean
  twice: boolean
}

/** The answers by probe. */
export function probeScores(
  asked: readonly Asked[],
  answers: ReadonlyMap<string, Answer>,
): ReadonlyMap<Probe, ProbeScore> {
  const found = new Map<Probe, ProbeScore>()
  for (const { question, probes } of asked) {
    const scores = answers.get(question.id)?.scores
    probes.forEach((probe, i) => {
      const score = scores?.[i + 1]
      if (!score) return
      const margin = score.margin - PRIOR * Math.max(LEAST_PRIOR, score.prior)
      const first = found.get(probe)
      if (!first) found.set(probe, { margin, bounded: score.bounded, twice: false })
      else {
        const bounded = first.bounded || score.bounded
        found.set(probe, { margin: (first.margin + margin) / 2, bounded, twice: true })
      }
    })
  }
  return found
}
