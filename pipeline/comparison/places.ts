import { words } from '#language'
import { isOf } from './words.js'

/** A place's bare name: "17 Värmlands län", "Värmland" → "värmland"; "0114 Upplands Väsby" → "upplands väsby". */
export function placeName(printed: string): string {
  const kept = words(printed.replace(/^\d{2,4}\s+/, '')).map(({ norm }) => norm)
  const hadKind = kept.some((word) => isOf('place-kind', word))
  const bare = kept.filter((word) => !isOf('place-kind', word))
  if (bare.length === 0) return kept.join(' ')
  // Before "län" and "kommun" the name stands in the genitive; names that end in s keep theirs, so both are compared.
  return hadKind ? withoutGenitive(bare.join(' ')) : bare.join(' ')
}

const withoutGenitive = (name: string) => (name.length > 3 && name.endsWith('s') ? name.slice(0, -1) : name)

/** Does a printed word or name stand for the place: the name itself, its genitive, or a compound with it ("Värmlandspolisen")? */
export function standsFor(printed: string, place: string): boolean {
  const name = placeName(place)
  const word = placeName(printed)
  if (name.length < 2) return false
  if (word === name || withoutGenitive(word) === withoutGenitive(name)) return true
  if (name.includes(' ') || word.includes(' ')) return false
  // A compound's first part: "värmland" + "s" + "polisen". Short names ("Ed", "Mora") begin too many other words.
  return name.length >= 5 && word.startsWith(name) && word.length - name.length >= 4
}

export const isWholeCountry = (place: string): boolean => isOf('whole-country', placeName(place))
