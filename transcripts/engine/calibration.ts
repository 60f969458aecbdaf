import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#model'

const curve: { intercept: number; perNat: number; leastLogProbability: number } = JSON.parse(
  readFileSync(join(packageRoot(), 'transcripts/engine/calibration.json'), 'utf8'),
)

/**
 * Chance, 0–1, that a word is right, from the mean log-probability of its tokens: a logistic curve fitted on recordings
 * with known text (calibration.json says which, and how well it holds on those kept out). Words below the least
 * log-probability are right equally seldom.
 */
export function confidenceOf(logProbability: number): number {
  const heard = Math.max(logProbability, curve.leastLogProbability)
  return 1 / (1 + Math.exp(-(curve.intercept + curve.perNat * heard)))
}
