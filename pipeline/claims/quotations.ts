import { sentences, speechWords } from '#language'
import { type Article, type ArticleBlock, articlePlace, type Name, type Quotation } from '#model'
import { MAX_CLAUSE, sentenceAt, wordsBetween } from './attribution.js'
import { type Speaker, Speakers, sameSpeaker } from './quotations-speakers.js'
import { inlineSpeech, markedQuotations, type Spoken, spokenBlock } from './quotations-spoken.js'
import { reportingClause } from './statements-reporting.js'

const silent = new Set<ArticleBlock['block']>(['byline', 'table'])

/**
 * The words printed as somebody's own: dash paragraphs, block quotations and what stands between quotation marks, the
 * attributions cut out. Ids are `q1` … in the order of the article.
 */
export function findQuotations(article: Article, names: readonly Name[], language: string): Quotation[] {
  const perBlock = spokenByBlock(article, language)
  const speakers = new Speakers(article, names, language)
  const found = article.blocks.flatMap((block, index) => {
    const spoken = perBlock[index]!
    if (reportsOnly(spoken)) speakers.remember(reportedSpeaker(block, speakers, language))
    return spoken.map((one) => {
      const speaker = speakerOf(one, perBlock, article, speakers, language)
      if (!one.fragment) speakers.remember(speaker)
      return toQuotation(article, one, speaker, language)
    })
  })
  return found.map((quotation, index) => ({ ...quotation, id: `q${index + 1}` }))
}

/** No more of a paragraph is quoted than words inside its own sentences. */
const reportsOnly = (spoken: readonly Spoken[]) => spoken.every(({ fragment }) => fragment)

function spokenByBlock(article: Article, language: string): Spoken[][] {
  let open = false
  return article.blocks.map((block): Spoken[] => {
    if (silent.has(block.block)) return []
    const spokenWhole = block.dash || (block.block === 'quotation' && !/^[”"“»«]/.test(block.text))
    if (spokenWhole) {
      open = false
      const spoken = spokenBlock(block, language)
      return spoken ? [spoken] : []
    }
    // Marks left open lead on only when the next paragraph opens marks again or closes them.
    const marked = markedQuotations(block, language, open && closesLater(article, block.index))
    open = marked.open
    const inline = marked.spoken.length === 0 ? inlineSpeech(block, language) : null
    return inline ? [inline] : marked.spoken
  })
}

/** Does this paragraph or one of the next four hold a closing mark before any opening one? */
function closesLater(article: Article, from: number): boolean {
  for (const { text } of article.blocks.slice(from, from + 5)) {
    const mark = text.search(/[”"“»«]/)
    if (mark < 0) continue
    return mark > 0 && !/\s/.test(text[mark - 1]!)
  }
  return false
}

/** Whose words a paragraph reports, so that a pronoun or a bare dash after it is known: "Anna Ek framhåller att …". */
function reportedSpeaker(block: ArticleBlock, speakers: Speakers, language: string): Speaker | null {
  let last: Speaker | null = null
  for (const { start, end } of sentences(block.text, language)) {
    const clause = reportingClause(block.text, { start, end }, speakers.namedIn(block.index), language)
    if (clause?.subject) last = speakers.resolve(block.index, clause.subject) ?? last
  }
  // A speaker known by name or role only: "Polisen uppger att" makes nobody the one who talks next.
  return last?.mention ? last : null
}

function speakerOf(
  spoken: Spoken,
  perBlock: readonly Spoken[][],
  article: Article,
  speakers: Speakers,
  language: string,
): Speaker | null {
  const subject = spoken.attributions[0]?.subject ?? spoken.front
  if (subject) return speakers.resolve(spoken.block, subject)
  if (spoken.leadsOn) return continuedBy(spoken, perBlock, speakers)
  if (!spoken.whole) return null
  const previous = article.blocks[spoken.block - 1]
  if (previous && reportsOnly(perBlock[previous.index]!) && previous.block !== 'question') {
    const introduced = reportedSpeaker(previous, speakers, language)
    if (introduced) return introduced
  }
  // In a run of dash paragraphs the one who spoke before goes on; a run's first is told by the next that is attributed.
  if (previous && perBlock[previous.index]!.some(({ whole }) => whole)) return speakers.last
  const next = nextInRun(spoken.block, perBlock)
  const told = next && speakers.resolve(next.block, next.attributions[0]!.subject)
  const { only } = speakers
  if (told) return !speakers.last || sameSpeaker(told, speakers.last, language) || !only ? told : null
  // "Kim Öberg kom förbi." and then speech: hers more likely than that of the one who has spoken so far.
  const isAnothers =
    only !== null &&
    previous !== undefined &&
    reportsOnly(perBlock[previous.index]!) &&
    previous.block !== 'question' &&
    speakers.namesOthersThan(only, previous.index)
  return isAnothers ? null : only
}

/** A quotation of several paragraphs is attributed in one of them. */
function continuedBy({ block }: Spoken, perBlock: readonly Spoken[][], speakers: Speakers): Speaker | null {
  for (let index = block + 1; perBlock[index]?.[0]; index++) {
    const next = perBlock[index]![0]!
    const subject = next.attributions[0]?.subject
    if (subject) return speakers.resolve(index, subject)
    if (!next.leadsOn) break
  }
  return null
}

function nextInRun(block: number, perBlock: readonly Spoken[][]): Spoken | null {
  for (let index = block + 1; perBlock[index]?.[0]?.whole; index++) {
    const spoken = perBlock[index]![0]!
    if (spoken.attributions.length > 0) return spoken
  }
  return null
}

function toQuotation(article: Article, spoken: Spoken, speaker: Speaker | null, language: string): Quotation {
  const { block, fragment } = spoken
  const { text } = article.blocks[block]!
  const parts = spoken.parts.map((part) => ({ block, ...part }))
  const span = { block, start: parts[0]!.start, end: parts.at(-1)!.end }
  return {
    kind: 'quotation',
    id: '',
    span,
    place: articlePlace(article, span),
    text: parts.map(({ start, end }) => text.slice(start, end)).join(' '),
    parts,
    speaker: speaker && { name: speaker.name, place: speaker.place },
    translated: isTranslated(text, parts, language),
    ...(isWritten(text, spoken, language) ? { written: true as const } : {}),
    cuts: parts.flatMap(({ start, end }, part) =>
      Array.from(text.slice(start, end).matchAll(cut), (match) => ({ part, offset: start + match.index })),
    ),
    fragment,
  }
}

/** "…", "[…]", "(…)" and words the reporter put in brackets. */
const cut = /\[[^\]]{0,200}\]|\((?:…|\.{3})\)|…|\.{3}/g

/** Does an attribution, or the sentence that leads in to the words, say that they were written? */
function isWritten(text: string, { attributions, front, parts }: Spoken, language: string): boolean {
  const writing = speechWords(language, 'writing')
  const open = parts[0]!.start
  const lead = front && Math.max(sentenceAt(text, front.start, language).start, open - MAX_CLAUSE)
  const clauses = [...attributions, ...(lead === null ? [] : [{ start: lead, end: open }])]
  return clauses.some(({ start, end }) => wordsBetween(text, start, end).some(({ lower }) => writing.has(lower)))
}

/** Does the paragraph, outside the quoted words or in brackets, say that they are translated? */
function isTranslated(text: string, parts: readonly { start: number; end: number }[], language: string): boolean {
  let rest = ''
  let from = 0
  for (const { start, end } of parts) {
    rest += `${text.slice(from, start)} ${(text.slice(start, end).match(/[([][^)\]]{0,80}[)\]]/g) ?? []).join(' ')} `
    from = end
  }
  rest = (rest + text.slice(from)).toLowerCase()
  return [...speechWords(language, 'translation')].some((phrase) => {
    const at = rest.indexOf(phrase)
    return at >= 0 && !/\p{L}/u.test(rest[at - 1] ?? ' ') && !/\p{L}/u.test(rest[at + phrase.length] ?? ' ')
  })
}
