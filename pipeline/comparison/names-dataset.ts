import type { Comparison, Dataset } from '#model'
import type { ComparisonInput } from './input.js'
import { compareWithKnown, type KnownName } from './names-known.js'

/** Two to four words with a capital each: what a person's name looks like in a table. */
const NAME = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u

/** Names against the text columns of the tables. */
export function compareNamesWithDatasets(input: ComparisonInput): Comparison[] {
  return input.datasets.flatMap((dataset) => compareWithKnown(input, namesIn(dataset), 'dataset'))
}

function namesIn(dataset: Dataset): KnownName[] {
  const found = new Map<string, KnownName>()
  for (const column of dataset.columns) {
    if (column.role === 'measure' || column.role === 'time') continue
    for (const row of dataset.rows) {
      const name = row.keys[column.name] ?? ''
      if (found.has(name) || !NAME.test(name)) continue
      found.set(name, {
        name,
        source: dataset.title,
        place: {
          kind: 'cell',
          dataset: dataset.id,
          rowKey: row.key,
          column: column.name,
          raw: name,
          value: null,
          unit: null,
          period: row.period,
        },
      })
    }
  }
  return [...found.values()]
}
