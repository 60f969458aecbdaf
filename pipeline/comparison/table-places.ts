import { words } from '#language'
import type { Column, Dataset } from '#model'
import type { ComparisonInput } from './input.js'
import { isWholeCountry, standsFor } from './places.js'
import type { Subject } from './subject.js'
import { isOf } from './words.js'

/** Most distinct places of a table that are sought in the article. */
const MOST_PLACES = 5000

/** Which values of the table's place column are meant, and how sure that is, 0–1; null when no place can be told. */
export interface PlaceMatch {
  values: string[]
  sure: number
}

export const placeColumn = (dataset: Dataset): Column | undefined =>
  dataset.columns.find((column) => column.role === 'place')

export const valuesOf = (dataset: Dataset, column: Column): string[] => [
  ...new Set(dataset.rows.map((row) => row.keys[column.name] ?? '')),
]

/**
 * The place a quantity is about: the one its sentence names; else the total, when it speaks of a larger area than the
 * table's places are; else, when the article names only one of the table's places, that one; else the table's only place.
 */
export function matchPlace(
  dataset: Dataset,
  { where, sentence }: Pick<Subject, 'where' | 'sentence'>,
  mentioned: readonly string[],
): PlaceMatch | null {
  const column = placeColumn(dataset)
  if (!column) return { values: [], sure: 1 }
  const values = valuesOf(dataset, column)
  // Nearest first: the nearest place that the table has decides, unless another of its places is in the sentence too.
  const named = values.filter((value) => where.some((place) => standsFor(place, value)))
  // With other places nearer to the figure, it may be about one of those.
  if (named.length === 1)
    return { values: named, sure: where.length === 1 || standsFor(where[0]!, named[0]!) ? 1 : 0.75 }
  if (named.length > 1) {
    const nearest = named.find((value) => standsFor(where[0]!, value))
    return nearest ? { values: [nearest], sure: 0.7 } : null
  }
  // Places that no list of names knows: "Centralskolan".
  const printed = capitalisedIn([sentence])
  const inSentence = values.filter((value) => printed.some((word) => standsFor(word, value)))
  if (inSentence.length > 0)
    return inSentence.length === 1 ? { values: inSentence, sure: where.length === 0 ? 0.9 : 0.75 } : null
  if (where.some(isWholeCountry) || words(sentence).some(({ norm }) => isWholeCountry(norm))) {
    const whole = values.filter(isWholeCountry)
    return whole.length === 1 ? { values: whole, sure: 1 } : null
  }
  const said = levelOf(sentence)
  if (said > levelOf(column.name) && said > Math.max(...values.slice(0, MOST_PLACES).map(levelOf))) {
    const whole = values.filter((value) => isOf('total', value))
    return whole.length === 1 ? { values: whole, sure: 0.75 } : null
  }
  // The sentence names a place that the table lacks: the figure is about that one.
  if (where.length > 0 && !where.some((place) => mentioned.some((value) => standsFor(place, value)))) return null
  if (values.length === 1) return { values, sure: 0.9 }
  return mentioned.length === 1 ? { values: [...mentioned], sure: 0.9 } : null
}

const capitalisedIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => words(text).flatMap((word) => (/^\p{Lu}/u.test(word.text) ? [word.text] : [])))),
]

/** The largest kind of area a text speaks of: 2 a county or region, 1 a municipality, 0 none: "kommunens skolor". */
function levelOf(text: string): number {
  const norms = words(text).map(({ norm }) => norm)
  return norms.some((norm) => isOf('regional', norm)) ? 2 : norms.some((norm) => isOf('municipal', norm)) ? 1 : 0
}

/** The table's places that the article names anywhere, also as a compound's first part. */
export function placesInArticle({ article }: ComparisonInput, dataset: Dataset): string[] {
  const column = placeColumn(dataset)
  if (!column) return []
  const values = valuesOf(dataset, column)
  if (values.length > MOST_PLACES) return []
  const texts = article.blocks.map(({ text }) => text)
  // Places are printed with a capital; "mora" and "ed" in running text are other words.
  const capitalised = capitalisedIn(texts)
  return values.filter((value) => {
    if (isWholeCountry(value)) return false
    const bare = value.replace(/^\d{2,4}\s+/, '')
    if (bare.includes(' ') && texts.some((text) => text.includes(bare))) return true
    return capitalised.some((word) => standsFor(word, value))
  })
}
