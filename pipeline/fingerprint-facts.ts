import type { Article, Claims, FactIdentity, Person, TextSpan } from '#model'
import { fingerprintAll } from './fingerprint.js'

export interface FactStamp {
  id: string
  fingerprint: string
}

/** A fingerprint for every fact of an article, by the claim's or person's id. */
export function fingerprintFacts(article: Article, claims: Claims): Map<string, FactStamp> {
  const identityAt = (kind: string, { span }: { span: TextSpan }) =>
    identity(kind, sentenceOf(article, claims, span), withNeighbours(article, span))
  const facts: { id: string; identity: FactIdentity }[] = [
    ...inOrder(claims.quotations).map(({ id, text }) => ({ id, identity: identity('quotation', text, text) })),
    ...inOrder(claims.statements).map(({ id, text }) => ({ id, identity: identity('statement', text, text) })),
    ...claims.people.map(({ id, spellings }) => ({ id, identity: identity('person', '', spelledOut(spellings)) })),
    ...inOrder(claims.quantities).map((claim) => ({ id: claim.id, identity: identityAt('quantity', claim) })),
    ...inOrder(claims.times).map((claim) => ({ id: claim.id, identity: identityAt('time', claim) })),
  ]
  const prints = fingerprintAll(facts.map((fact) => fact.identity))
  return new Map(facts.map(({ id }, index) => [id, { id: prints[index]!.slice(0, 10), fingerprint: prints[index]! }]))
}

const identity = (kind: string, sentence: string, words: string): FactIdentity => ({
  kind,
  sentence,
  words,
  evidence: '',
})

const inOrder = <T extends { span: TextSpan }>(claims: T[]): T[] =>
  claims.toSorted((a, b) => a.span.block - b.span.block || a.span.start - b.span.start || a.span.end - b.span.end)

const spelledOut = (spellings: Person['spellings']) =>
  spellings
    .map(({ text }) => text)
    .sort()
    .join(' / ')

/** The sentence or quotation a span stands in; the whole block where it stands in neither (a headline, a table). */
function sentenceOf(article: Article, claims: Claims, { block, start, end }: TextSpan): string {
  const around = [...claims.statements, ...claims.quotations].find(
    ({ span }) => span.block === block && span.start <= start && span.end >= end,
  )
  return around?.text ?? article.blocks[block]?.text ?? ''
}

/** The words of a span with one neighbour on each side. */
function withNeighbours(article: Article, { block, start, end }: TextSpan): string {
  const text = article.blocks[block]?.text ?? ''
  const before = text.slice(0, start).trimEnd().split(' ').at(-1) ?? ''
  const after = text.slice(end).trimStart().split(' ')[0] ?? ''
  return `${before} ${text.slice(start, end)} ${after}`.trim()
}
