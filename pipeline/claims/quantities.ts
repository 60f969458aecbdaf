import { functionWords, hasRules, sentences, tokenize } from '#language'
import { type Article, articlePlace, type Name, type Quantity, type Quotation, type TextSpan, type Time } from '#model'
import { draftQuantities } from './quantities-draft.js'
import { partsOf } from './quantities-parts.js'
import { placesOf, scopeOf, timesOf, topicsOf } from './quantities-scope.js'
import { quantityWords } from './quantities-words.js'
import { quotationAt } from './quotation-at.js'

/**
 * The figures of an article in order, with what they count, when and where. Years, dates and lengths of time in days or
 * longer are Times. Empty in a language without rules.
 */
export function findQuantities(
  article: Article,
  options: { language: string; times: readonly Time[]; names: readonly Name[]; quotations: readonly Quotation[] },
): Quantity[] {
  const { language, quotations } = options
  if (!hasRules(language)) return []
  const words = quantityWords(language)
  const prepositions = functionWords(language)
  const quantities: Quantity[] = []
  for (const block of article.blocks) {
    const here = ({ span }: { span: TextSpan }) => span.block === block.index
    const times = options.times.filter(here)
    const names = options.names.filter(here)
    const taken = times.map(({ span }) => span)
    const drafts = draftQuantities(block, taken, language)
    if (drafts.length === 0) continue
    const tokens = tokenize(block.text)
    const all = sentences(block.text, language)
    const ends = all.map(({ end }) => end)
    const parts = partsOf(
      block,
      drafts,
      (offset) => ends.find((end) => end > offset) ?? block.text.length,
      words,
      prepositions,
    )
    const first = quantities.length + 1
    const id = (index: number) => `k${first + index}`
    for (const [index, draft] of drafts.entries()) {
      const span: TextSpan = { block: block.index, start: draft.start, end: draft.end }
      const scope = scopeOf(block, all, tokens, drafts, draft, words)
      const where = placesOf(block, draft, scope, names, language)
      const skip = [
        ...taken,
        ...names.filter(({ entity, base }) => entity === 'person' || where.includes(base)).map(({ span }) => span),
      ]
      const { counted } = draft
      quantities.push({
        kind: 'quantity',
        id: id(index),
        span,
        place: articlePlace(article, span),
        text: block.text.slice(span.start, span.end),
        value: draft.value,
        unit: draft.unit,
        counted: counted && {
          text: counted.text,
          base: counted.base,
          span: { block: block.index, start: counted.start, end: counted.end },
        },
        hedge: draft.hedge,
        sense: draft.sense,
        times: timesOf(block, draft, scope, times, words),
        where,
        topics: topicsOf(scope, skip, language, words),
        parts: parts[index]!.map(id),
        quotation: quotationAt(quotations, span),
      })
    }
  }
  return quantities
}
