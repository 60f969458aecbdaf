import type { Article, Claims, Quotation, Recording, Statement, Transcript } from '#model'
import type { Inquiry, Located } from './alignment/index.js'
import type { Store } from './artifacts.js'
import { digest } from './artifacts-last.js'
import { programState } from './artifacts-program.js'
import type { Clock } from './run-clock.js'

const stage = 'located'
const version = 1

export interface Material {
  article: Article
  claims: Claims
  transcripts: Transcript[]
  recordings: Recording[]
  language: string
}

/**
 * Where each claim was said and what to ask about it. Of an article that changed, only the claims that changed are
 * looked for again.
 */
export async function findAndAsk(store: Store, clock: Clock, material: Material): Promise<Inquiry[]> {
  const { inquire } = await import('./alignment/index.js')
  const located = await clock.time('locate', () => locate(store, material))
  return clock.time('ask', () => inquire({ ...material, located }))
}

async function locate(store: Store, material: Material): Promise<Located[]> {
  const { locateClaims } = await import('./alignment/index.js')
  const { article, claims, transcripts, language } = material
  const heard = digest([programState(), transcripts, language])
  const last = ((await store.get(stage, version, 'all')) ?? {}) as Record<string, Located>
  const all = [...claims.quotations, ...claims.statements]
  const keys = new Map(all.map((claim) => [claim, digest([heard, printOf(claim, article, claims)])]))
  const isNew = (claim: Quotation | Statement) => !Object.hasOwn(last, keys.get(claim)!)
  const found = locateClaims({
    ...material,
    claims: { ...claims, quotations: claims.quotations.filter(isNew), statements: claims.statements.filter(isNew) },
  })
  const fresh = new Map(found.map((located) => [located.claim, located]))
  const located = all.map(
    (claim) => fresh.get(claim.id) ?? { ...moved(last[keys.get(claim)!]!, claim.place.start), claim: claim.id },
  )
  const kept = all.flatMap((claim, index) => {
    const { start, end } = claim.place
    const within = located[index]!.printed.every((word) => word.start >= start && word.end <= end)
    return within ? [[keys.get(claim)!, moved(located[index]!, -start)] as const] : []
  })
  if (found.length > 0) await store.set(stage, version, 'all', Object.fromEntries(kept))
  return located
}

/** Words know their place in the file; kept, they count from where their claim begins. */
const moved = (located: Located, by: number): Located => ({
  ...located,
  printed: located.printed.map((word) => ({ ...word, start: word.start + by, end: word.end + by })),
})

/** All of the article that a claim's place in the sound hangs on, wherever in the article it stands. */
function printOf(claim: Quotation | Statement, article: Article, claims: Claims): unknown {
  const { start, end } = claim.place
  const spans = claim.kind === 'quotation' ? claim.parts : [claim.span]
  const first = Math.min(...spans.map(({ block }) => block))
  const names = claims.names
    .filter(({ place }) => place.start < end && place.end > start)
    .map(({ entity, place }) => [entity, place.start - start, place.end - start])
  const parts = spans.map((span) => ({
    ...span,
    block: span.block - first,
    text: article.blocks[span.block]?.text.slice(span.start, span.end),
  }))
  const reporting =
    claim.kind === 'statement' && claim.reporting
      ? { ...claim.reporting.span, block: claim.reporting.span.block - first }
      : null
  return [claim.kind, article.source.slice(start, end), parts, reporting, names]
}
