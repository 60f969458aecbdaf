import type { Comparison } from '#model'
import type { ComparisonInput } from './input.js'
import { compareWithKnown } from './names-known.js'

/** Names against the newsroom's own list. */
export function compareWithNamesList(input: ComparisonInput): Comparison[] {
  if (!input.namesList) return []
  const known = input.namesList.map(({ name, source, checkedOn }) => ({
    name,
    place: null,
    source: [source, checkedOn].filter(Boolean).join(', ') || 'names.csv',
  }))
  return compareWithKnown(input, known, 'names-list')
}
