import { createHash } from 'node:crypto'
import type { FactIdentity } from '#model'

/** NFC, lower case, white space and quotation marks folded: what may change without the fact being another. */
const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[“”„‟«»"]/g, '"')
    .replace(/[‘’‚‛‹›'´`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/**
 * What a ruling hangs on: SHA-256 in hex of a fact's identity. `ordinal` numbers equal facts in article order, from 0.
 * The id shown to people is its first ten digits.
 */
export function fingerprint(identity: FactIdentity, ordinal: number): string {
  const parts = [identity.kind, fold(identity.sentence), fold(identity.words), fold(identity.evidence), ordinal]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Numbers facts that are alike, in the order they come: hand them over in article order. */
export function fingerprintAll(identities: readonly FactIdentity[]): string[] {
  const seen = new Map<string, number>()
  return identities.map((identity) => {
    const alike = fingerprint(identity, 0)
    const ordinal = seen.get(alike) ?? 0
    seen.set(alike, ordinal + 1)
    return ordinal === 0 ? alike : fingerprint(identity, ordinal)
  })
}
