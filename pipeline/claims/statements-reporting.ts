import { speechWords } from '#language'
import { attributionAt, formLength, type Subject, startsUpper, type WordAt, wordsBetween } from './attribution.js'

export interface Reporting {
  start: number
  end: number
  subject: Subject | null
}

interface Span {
  start: number
  end: number
}

/** Words that may stand between a verb of saying and its "att": a subject with a title, an adverb or two. */
const MAX_BETWEEN = 8
/** Longest sentence looked through, in characters. */
const MAX_SENTENCE = 2000

/**
 * The clause of a sentence that says the rest is somebody's: "X säger att", "enligt X", "han beskriver", or the tail
 * ", säger X" without a quotation. Verbs of saying need what is said ("att", "om", a question word) behind them, since
 * many mean other things too ("skriver avtal"); `report` verbs need a person as subject. `people` are the places of
 * people's names in the text.
 */
export function reportingClause(
  text: string,
  { start, end: sentenceEnd }: Span,
  people: readonly Span[],
  language: string,
): Reporting | null {
  const end = Math.min(sentenceEnd, start + MAX_SENTENCE)
  const words = wordsBetween(text, start, end)
  const that = speechWords(language, 'that')
  const self = speechWords(language, 'self')
  const [says, claims] = [speechWords(language, 'say'), speechWords(language, 'claim')]
  for (let at = 0; at < words.length; at++) {
    const according = accordingTo(words, at, language)
    if (according) return according
    const say = Math.max(formLength(words, at, says), formLength(words, at, claims))
    const report = formLength(words, at, speechWords(language, 'report'))
    const next = at + Math.max(say, report)
    if (next === at) continue
    if (self.has(words[next]?.lower ?? '')) continue
    const previous = words[at - 1]?.lower ?? ''
    // "det säger …" and "som säger …" may still report; "jag säger …" never does.
    if (self.has(previous) && !speechWords(language, 'anaphor').has(previous) && previous !== relative(language))
      continue
    const inverted = subjectOf(words, next, people, language)
    const subject = inverted ?? subjectBefore(words.slice(0, at), people, language)
    const thatAt = complement(words, next, inverted !== null, that, language)
    const person = subject && (subject.kind === 'pronoun' || people.some((one) => one.start === subject.start))
    if (thatAt < 0 && !(report > 0 && person)) continue
    const last = words[thatAt >= 0 ? thatAt : next - 1]!
    const inFront = subject !== null && subject.start < words[at]!.start
    const near = inFront && words[at]!.start - subject.start < 60
    return {
      start: near ? subject.start : words[at]!.start,
      end: inverted ? Math.max(last.end, inverted.end) : last.end,
      subject,
    }
  }
  return tail(text, start, end, language)
}

/** The relative pronoun: the last of the subjects that are no source. */
const relative = (language: string) => [...speechWords(language, 'self')].at(-1)

function accordingTo(words: readonly WordAt[], at: number, language: string): Reporting | null {
  const length = formLength(words, at, speechWords(language, 'according'))
  const first = words[at + length]
  if (length === 0 || !first || !(startsUpper(first.text) || startsUpper(words[at + length + 1]?.text ?? '')))
    return null
  let last = startsUpper(first.text) ? at + length : at + length + 1
  while (isNext(words, last)) last++
  const end = words[last]!.end
  return { start: words[at]!.start, end, subject: { kind: 'name', start: first.start, end } }
}

/** Is the next word capitalised and only a space away? */
const isNext = (words: readonly WordAt[], at: number): boolean =>
  words[at + 1] !== undefined && startsUpper(words[at + 1]!.text) && words[at + 1]!.start - words[at]!.end === 1

/** A pronoun or a capitalised name that begins at word `at`. */
function subjectOf(words: readonly WordAt[], at: number, people: readonly Span[], language: string): Subject | null {
  const first = words[at]
  if (!first) return null
  if (speechWords(language, 'pronoun').has(first.lower)) return { kind: 'pronoun', start: first.start, end: first.end }
  // A title may stand before the name: "säger socialminister Jakob Forssmed att".
  const person = people.find(
    ({ start }) => start >= first.start && words.slice(at, at + 4).some((word) => word.start === start),
  )
  if (person) return { kind: 'name', start: person.start, end: person.end }
  if (!startsUpper(first.text)) return null
  let last = at
  while (isNext(words, last)) last++
  return { kind: 'name', start: first.start, end: words[last]!.end }
}

/** The person or pronoun nearest before the verb; else the nearest capitalised words. */
function subjectBefore(words: readonly WordAt[], people: readonly Span[], language: string): Subject | null {
  const pronouns = speechWords(language, 'pronoun')
  const source = words.findLast((word) => pronouns.has(word.lower) || people.some(({ start }) => start === word.start))
  if (source) {
    const person = people.find(({ start }) => start === source.start)
    return person
      ? { kind: 'name', start: person.start, end: person.end }
      : { kind: 'pronoun', start: source.start, end: source.end }
  }
  return phraseBefore(words, language)
}

/** The words before the verb, when they are few: "Regeringen", "Men polisen i Karlstad". */
function phraseBefore(words: readonly WordAt[], language: string): Subject | null {
  const joins = ['resume', 'narrate'] as const
  const from = joins.some((kind) => speechWords(language, kind).has(words[0]?.lower ?? '')) ? 1 : 0
  const phrase = words.slice(from)
  const [first, last] = [phrase[0], phrase.at(-1)]
  // "Under mötet meddelade regeringen att": what a preposition opens is no subject.
  const adverbial = speechWords(language, 'not-subject').has(first?.lower ?? '')
  return first && last && !adverbial && phrase.length <= 4 ? { kind: 'noun', start: first.start, end: last.end } : null
}

/**
 * Where what is said begins: any word that opens it right after the verb (and a pronoun or name), the general one
 * ("att") also a few words on, unless a preposition stands before it ("vikten av att", "för att").
 */
function complement(
  words: readonly WordAt[],
  from: number,
  inverted: boolean,
  that: ReadonlySet<string>,
  language: string,
): number {
  if (that.has(words[from]?.lower ?? '')) return from
  if (inverted && that.has(words[from + 1]?.lower ?? '')) return from + 1
  const [general] = that
  for (let at = from; at < Math.min(words.length, from + MAX_BETWEEN); at++) {
    if (words[at]!.lower !== general) continue
    return at > from &&
      speechWords(language, 'not-subject').has(words[at - 1]!.lower) &&
      !isAdverb(words[at - 1]!, language)
      ? -1
      : at
  }
  return -1
}

/** "säger också att", "säger nu att": the adverbs among the words that are no subject. */
const isAdverb = ({ lower }: WordAt, language: string) => speechWords(language, 'adverb').has(lower)

function tail(text: string, start: number, end: number, language: string): Reporting | null {
  for (const match of text.slice(start, end).matchAll(/, +(?=\p{L})/gu)) {
    const attribution = attributionAt(text, start + match.index + match[0].length, end, language)
    if (attribution) return attribution
  }
  return null
}
