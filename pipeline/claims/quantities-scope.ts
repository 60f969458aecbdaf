import { functionWords, type RuleLanguage, type Token } from '#language'
import type { ArticleBlock, Name, Time } from '#model'
import { nameWords } from './names-words.js'
import type { Draft } from './quantities-plain.js'
import type { QuantityWords } from './quantities-words.js'

/** More figures than this in one sentence are a table printed as text: the rest is not looked at for its neighbours. */
const MOST_FIGURES = 100
/** Sentences looked back for a time. */
const LOOK_BACK = 10

interface Span {
  start: number
  end: number
}

const inside = (outer: Span, inner: Span) => inner.start >= outer.start && inner.end <= outer.end
const distance = (a: Span, b: Span) => Math.max(0, a.start - b.end, b.start - a.end)

/** The sentence of a figure, and its clause: up to the nearest commas, dashes and brackets, and to the next figure's conjunction. */
export function scopeOf(
  block: ArticleBlock,
  all: readonly Span[],
  tokens: readonly Token[],
  everyDraft: readonly Draft[],
  draft: Draft,
  words: QuantityWords,
) {
  const index = all.findIndex((sentence) => inside(sentence, draft))
  const sentence = all[index] ?? { start: 0, end: block.text.length }
  const clause = { ...sentence }
  const drafts = everyDraft.filter((other) => inside(sentence, other)).slice(0, MOST_FIGURES)
  const own = tokens.filter((token) => inside(sentence, token))
  for (const token of own) {
    const sign = /^[,;:()–—-]$/.test(token.text)
    const conjunction = words.has('conjunction', token.norm)
    if (!sign && !conjunction) continue
    if (token.end <= draft.start) {
      const parted = sign || drafts.some((other) => other.end <= token.start && other.start >= clause.start)
      if (parted) clause.start = token.end
    } else if (token.start >= draft.end) {
      const parted = sign || drafts.some((other) => other.start >= token.end && other.start - token.end < 40)
      if (parted) {
        clause.end = token.start
        break
      }
    }
  }
  return {
    sentence,
    clause,
    earlier: all.slice(Math.max(0, index - LOOK_BACK), Math.max(0, index)),
    tokens: own,
    drafts,
  }
}

type Scope = ReturnType<typeof scopeOf>

/** Senses of a figure that tells how far it is from another time's. */
const COMPARING: ReadonlySet<Draft['sense']> = new Set(['change-by', 'change-to', 'ratio'])

/**
 * Ids of the times that apply, nearest first: of the clause, else the sentence, else the nearest sentence before in the
 * block. A time that something is compared with ("lägre än året innan") is no other figure's.
 */
export function timesOf(
  block: ArticleBlock,
  draft: Draft,
  { sentence, clause, earlier }: Scope,
  times: readonly Time[],
  words: QuantityWords,
): string[] {
  const baselines = words.forms('baseline')
  const isBaseline = ({ span }: Time) => {
    const before = ` ${block.text.slice(Math.max(0, span.start - 30), span.start).toLowerCase()}`
    return baselines.some((form) => before.endsWith(` ${form} `))
  }
  const dated = times.filter(
    (time) =>
      time.granularity !== 'duration' &&
      time.granularity !== 'clock' &&
      !(isBaseline(time) && !(COMPARING.has(draft.sense) && inside(sentence, time.span))),
  )
  const own = dated
    .filter(({ span }) => inside(sentence, span))
    .map((time) => ({ id: time.id, far: distance(draft, time.span) + (inside(clause, time.span) ? 0 : 10_000) }))
    .sort((a, b) => a.far - b.far)
  if (own.length > 0) return own.map(({ id }) => id)
  for (const before of earlier.toReversed()) {
    const found = dated.filter(({ span }) => inside(before, span))
    if (found.length > 0) return found.toReversed().map(({ id }) => id)
  }
  return []
}

/** Names of places in the sentence, nearest first. */
export function placesOf(
  block: ArticleBlock,
  draft: Draft,
  { sentence }: Scope,
  names: readonly Name[],
  language: RuleLanguage,
): string[] {
  const words = nameWords(language)
  const places = names.filter(({ entity, span, base }) => {
    if (entity !== 'other' || !inside(sentence, span)) return false
    if (words.isPlace(base)) return true
    const before = /(\p{L}+) $/u.exec(block.text.slice(Math.max(0, span.start - 20), span.start))?.[1] ?? ''
    return words.isPlacePreposition(before) && words.mayBePlace(base)
  })
  const sorted = places.toSorted((a, b) => distance(draft, a.span) - distance(draft, b.span))
  return [...new Set(sorted.map(({ base }) => base))]
}

/** Content words of the clause, lower case; figures, units, times, people and places left out. */
export function topicsOf(
  { clause, tokens, drafts }: Scope,
  skip: readonly Span[],
  language: RuleLanguage,
  words: QuantityWords,
): string[] {
  const functions = functionWords(language)
  const hedges = new Set(words.hedges('before').flatMap(({ form }) => form.split(' ')))
  const others = [...drafts, ...skip].filter((other) => other.start < clause.end && other.end > clause.start)
  const topics = tokens.filter(
    (token) =>
      token.kind === 'word' &&
      inside(clause, token) &&
      token.norm.length > 1 &&
      !functions.has(token.norm) &&
      !hedges.has(token.norm) &&
      !others.some((other) => token.start < other.end && token.end > other.start),
  )
  return [...new Set(topics.map(({ norm }) => norm))]
}
