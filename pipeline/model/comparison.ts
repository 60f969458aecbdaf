import type { Message } from './message.js'
import type { Place } from './place.js'

export type Outcome = 'agrees' | 'disagrees' | 'depends' | 'not-checkable'

/**
 * A claim held against one piece of evidence, kept also when they agree. `calculation` says in words and cells how the
 * value came about ("1 + 1 = 2"); `aspect` says what was compared.
 */
export interface Comparison {
  /** Id of the claim (name, quantity or time). */
  claim: string
  against: 'cell' | 'article' | 'audio' | 'names-list' | 'dataset' | 'published'
  aspect: 'value' | 'unit' | 'sum' | 'spelling' | 'date'
  place: Place | null
  /** The other side as text: "Christofferssen", "två anmälningar", "30". */
  value: string | null
  calculation: string | null
  outcome: Outcome
  reason: Message
  /** 0–1: how sure it is that the two are about the same thing. */
  match: number
  /** Other places that matter: every mention of both spellings, the cells of a sum. */
  evidence: { place: Place; text: string }[]
  /** Claims on the other side (the other spelling's mentions, the parts of a sum). */
  others: string[]
}
