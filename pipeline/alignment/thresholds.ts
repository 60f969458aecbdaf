import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EditKind, packageRoot } from '#model'

interface Count {
  right: number
  tried: number
}

export interface Limits {
  altered: number
  undecided: number
}

interface Thresholds {
  /** For what the transcript has: it may have been misheard, and the model that misheard it will stand by it. */
  kinds: Partial<Record<EditKind, Limits>>
  /** For what was asked without the transcript: listed words, which the sound seldom takes for the print by chance. */
  hunted: Partial<Record<EditKind, Limits>>
  /** For numbers asked about in words and in digits, mean of both: what the one notation takes for the print the other seldom does. */
  twice: Limits
  /** The print is at home in the sound when leaving the words out costs at least this. */
  home: number
  /**
   * The nearest decoy this far behind: the printed words were said. No further behind than `unsaid`: they were not, and
   * another wording need lead by no more than the limits here. What leads by `despite` is not silenced by them, nor believed.
   */
  decoys: Limits & { said: number; unsaid: number; despite: number }
  /**
   * How much more the transcript's garble sounds like the printed number (below 0) or the other, −1 to 1, for the print to
   * be believed, or for the other where the sound leaves it open.
   */
  leaning: { print: number; other: number }
  measured: {
    /** Quotations called altered, and how many of them were, in the half held out from fitting. */
    precisionOfAltered: { heldOut: Count }
    /** Per kind: planted changes of that half, and how many were told or left undecided. */
    heldOutToldOrUndecided: Partial<Record<EditKind, Count>>
  }
}

let loaded: Thresholds | undefined

/**
 * Margins in nats from which the sound is taken to support another wording, per kind of edit; between `undecided` and
 * `altered` it can't tell. Fitted and measured by bench:quotes, which writes their error rates into the same file.
 */
export function thresholds(): Thresholds {
  loaded ??= JSON.parse(readFileSync(join(packageRoot(), 'pipeline/alignment/thresholds.json'), 'utf8')) as Thresholds
  return loaded
}
