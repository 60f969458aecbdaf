import { hasRules, type RuleLanguage } from '#language'
import { type Article, articlePlace, type PublishedDate, type Quotation, type TextSpan, type Time } from '#model'
import type { Interval } from './calendar.js'
import { quotationAt } from './quotation-at.js'
import { dayDate, isoDate, monthDate, relative, season, weekday, yearPart } from './times-dates.js'
import type { Found } from './times-expression.js'
import { Reader } from './times-reader.js'
import { resolve } from './times-resolve.js'
import { ago, clock, decade, duration, lastSpan, yearSpan } from './times-spans.js'

const PATTERNS: readonly ((reader: Reader, at: number, language: RuleLanguage) => Found | null)[] = [
  isoDate,
  dayDate,
  yearSpan,
  monthDate,
  season,
  yearPart,
  weekday,
  relative,
  decade,
  ago,
  lastSpan,
  duration,
  clock,
]

/**
 * The times an article names, in order, resolved to ISO days where the publication date and the article allow it; the
 * longest reading wins at each word. Empty in a language without rules.
 */
export function findTimes(
  article: Article,
  options: { language: string; published: PublishedDate | null; quotations: readonly Quotation[] },
): Time[] {
  const { language, published, quotations } = options
  if (!hasRules(language)) return []
  const times: Time[] = []
  let before: Interval | null = null
  for (const block of article.blocks) {
    const reader = new Reader(block.text, language)
    for (let at = 0; at < reader.tokens.length; ) {
      const found = longest(reader, at, language)
      if (!found) {
        at++
        continue
      }
      const span: TextSpan = {
        block: block.index,
        start: reader.tokens[found.first]!.start,
        end: reader.tokens[found.end - 1]!.end,
      }
      const resolved = resolve(found.expression, published, before)
      const { from, to } = resolved
      if (from && to) before = { from, to }
      times.push({
        kind: 'time',
        id: `t${times.length + 1}`,
        span,
        place: articlePlace(article, span),
        text: block.text.slice(span.start, span.end),
        ...resolved,
        quotation: quotationAt(quotations, span),
      })
      at = found.end
    }
  }
  return times
}

function longest(reader: Reader, at: number, language: RuleLanguage): Found | null {
  let best: Found | null = null
  for (const pattern of PATTERNS) {
    const found = pattern(reader, at, language)
    if (found && (!best || found.end > best.end)) best = found
  }
  return best
}
