import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#model'

const table: { intercept: number; perNat: number } = JSON.parse(
  readFileSync(join(packageRoot(), 'transcripts/engine/calibration.json'), 'utf8'),
)

/**
 * Chance, 0–1, that a word is right, from the mean log-probability of its tokens: a logistic curve fitted on recordings
 * with known text (calibration.json says which and how well it holds on those kept out).
 */
export function confidenceOf(logProbability: number, _tokens: number): number {
  return 1 / (1 + Math.exp(-(table.intercept + table.perNat * logProbability)))
}
