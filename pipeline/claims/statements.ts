import { sentences, speechWords } from '#language'
import {
  type Article,
  type ArticleBlock,
  articlePlace,
  type Name,
  type Quotation,
  type Statement,
  type TextSpan,
} from '#model'
import { wordsBetween } from './attribution.js'
import { Speakers } from './quotations-speakers.js'
import { reportingClause } from './statements-reporting.js'

const wanted = new Set<ArticleBlock['block']>([
  'headline',
  'kicker',
  'lead',
  'body',
  'question',
  'caption',
  'list',
  'factbox',
])

/** `byPronoun`: the clause has a pronoun for subject ("Han beskriver"). */
type Reporting = NonNullable<Statement['reporting']> & { byPronoun: boolean }

/**
 * Every sentence outside quotation marks. Ids are `s1` … in the order of the article. A sentence that holds a whole
 * quotation is left to it; one that holds quoted fragments is a statement still.
 */
export function findStatements(
  article: Article,
  quotations: readonly Quotation[],
  names: readonly Name[],
  language: string,
): Statement[] {
  const speakers = new Speakers(article, names, language)
  const statements: Statement[] = []
  const byBlock = new Map<number, Quotation[]>()
  for (const quotation of quotations) {
    const { block } = quotation.span
    const inBlock = byBlock.get(block)
    if (inBlock) inBlock.push(quotation)
    else byBlock.set(block, [quotation])
  }
  for (const block of article.blocks) {
    const quoted = byBlock.get(block.index) ?? []
    for (const { name, place } of quoted.flatMap(({ speaker }) => speaker ?? []))
      speakers.remember({ name, place, mention: names.find((one) => one.place.start === place.start) ?? null })
    if (!wanted.has(block.block) && !block.dash) continue
    let before: Reporting | null = null
    for (const { start, end } of sentences(block.text, language)) {
      if (block.dash && !isAdded(block, start, end, quoted, language)) continue
      if (quoted.some(({ fragment, span }) => !fragment && span.start < end && span.end > start)) {
        before = null
        continue
      }
      const span: TextSpan = { block: block.index, start, end }
      if (!/[\p{L}\p{N}]/u.test(block.text.slice(start, end))) continue
      const reporting: Reporting | null = reportingOf(block, span, speakers, before, language)
      statements.push({
        kind: 'statement',
        id: `s${statements.length + 1}`,
        span,
        place: articlePlace(article, span),
        text: block.text.slice(start, end),
        statementKind: kindOf(article, block, span, reporting),
        reporting: reporting && { name: reporting.name, span: reporting.span },
      })
      before = reporting
    }
  }
  return statements
}

/** In a paragraph of speech: a sentence after the last spoken words that begins with a pronoun is the reporter's. */
function isAdded(
  { text }: ArticleBlock,
  start: number,
  end: number,
  quoted: readonly Quotation[],
  language: string,
): boolean {
  const [first] = wordsBetween(text, start, end)
  return (
    quoted.every(({ span }) => span.end < start) &&
    first !== undefined &&
    speechWords(language, 'pronoun').has(first.lower)
  )
}

/** Questions are what the reporter asks a source; one put to the readers is the reporter's own sentence. */
function kindOf(
  { blocks }: Article,
  block: ArticleBlock,
  { start, end }: TextSpan,
  reporting: Reporting | null,
): Statement['statementKind'] {
  if (block.block === 'headline' || block.block === 'kicker') return 'reporter'
  const asks = /\?[”"“»«'’)]*$/.test(block.text.slice(start, end))
  const answered = end === block.text.length && blocks[block.index + 1]?.dash === true
  if (block.block === 'question' || (asks && answered)) return 'question'
  return reporting ? 'indirect' : 'reporter'
}

function reportingOf(
  block: ArticleBlock,
  { start, end }: TextSpan,
  speakers: Speakers,
  before: Reporting | null,
  language: string,
): Reporting | null {
  const clause = reportingClause(block.text, { start, end }, speakers.namedIn(block.index), language)
  if (clause) {
    const speaker = clause.subject && speakers.resolve(block.index, clause.subject)
    if (speaker?.mention) speakers.remember(speaker)
    return {
      name: speaker?.name ?? null,
      span: { block: block.index, start: clause.start, end: clause.end },
      byPronoun: clause.subject?.kind === 'pronoun',
    }
  }
  // Reported speech goes on while the speaker stays the subject, and after a pronoun while sentences lean on the one
  // before: "Han beskriver två former. Den där …"
  const [first] = wordsBetween(block.text, start, end)
  if (!before || !first) return null
  const leans = speechWords(language, 'anaphor').has(first.lower)
  return speechWords(language, 'pronoun').has(first.lower) || (before.byPronoun && leans) ? before : null
}
