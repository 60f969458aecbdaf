import { hasRules } from '#language'
import type { Comparison } from '#model'
import { compareChanges } from './changes-article.js'
import type { ComparisonInput } from './input.js'
import { compareSpellings } from './names-article.js'
import { compareNamesWithDatasets } from './names-dataset.js'
import { compareWithNamesList } from './names-list.js'
import { compareWithArticle } from './quantities-article.js'
import { compareWithDatasets } from './quantities-dataset.js'
import { compareWithSound } from './quantities-sound.js'
import { compareTimes } from './times-article.js'
import { compareWithPublished } from './times-published.js'
import { compareTimesWithSound } from './times-sound.js'

export type { ComparisonInput } from './input.js'
export { comparisonMessages } from './messages.js'

/**
 * Holds every quantity, time and name against the tables, the article itself, the sound, the publication date and the
 * names list. What agrees is kept as well as what does not. In a language without rules nothing is compared.
 */
export function compareClaims(input: ComparisonInput): Comparison[] {
  if (!hasRules(input.language)) return []
  const { comparisons: times, inDoubt } = compareTimes(input)
  const conflicting = new Set(
    times.flatMap(({ outcome, claim, others }) => (outcome === 'disagrees' ? [claim, ...others] : [])),
  )
  return [
    ...compareWithDatasets(input, inDoubt),
    ...compareWithArticle(input),
    ...compareChanges(input),
    ...compareWithSound(input),
    ...times,
    ...compareWithPublished(input).filter(({ claim, outcome }) => outcome !== 'agrees' || !conflicting.has(claim)),
    ...compareTimesWithSound(input),
    ...compareSpellings(input),
    ...compareWithNamesList(input),
    ...compareNamesWithDatasets(input),
  ]
}
