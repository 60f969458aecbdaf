import { hasRules, sentences, speechWords } from '#language'
import type { Article, ArticlePlace, Name } from '#model'
import { articlePlace } from '#model'
import { type Subject, startsUpper, wordsBetween } from './attribution.js'
import { nameWords } from './names-words.js'
import { samePerson } from './people-match.js'
import { findMarks } from './quotations-marks.js'

export interface Speaker {
  name: string
  place: ArticlePlace
  mention: Name | null
}

/** Paragraphs looked back through for whom a pronoun means. */
const MAX_BACK = 20

/** Are two speakers one person: by name or role alike, or two mentions of a name that may be spelled in two ways? */
export function sameSpeaker(a: Speaker, b: Speaker, language: string): boolean {
  if (a.name === b.name) return true
  if (!a.mention || !b.mention || !hasRules(language)) return false
  return samePerson(a.mention, b.mention, nameWords(language), language)
}

/** Follows who has spoken through the article, and finds the person a subject stands for. */
export class Speakers {
  private readonly spoken: Speaker[] = []
  private alone = true
  private readonly article: Article
  private readonly names: readonly Name[]
  private readonly people: readonly Name[]
  private readonly plurals: ReadonlySet<string>
  private readonly pronouns: ReadonlySet<string>
  private readonly language: string

  constructor(article: Article, names: readonly Name[], language: string) {
    this.article = article
    this.names = names
    this.people = names.filter(({ entity }) => entity === 'person')
    this.plurals = speechWords(language, 'plural')
    this.pronouns = speechWords(language, 'pronoun')
    this.language = language
  }

  /** The last who spoke. */
  get last(): Speaker | null {
    return this.spoken.at(-1) ?? null
  }

  /** The one who has spoken so far, when all that was said is one person's. */
  get only(): Speaker | null {
    const { last } = this
    return this.alone ? last : null
  }

  /** Where a block names people. */
  namedIn(block: number): { start: number; end: number }[] {
    return this.people.filter(({ span }) => span.block === block).map(({ span }) => span)
  }

  /** Does a block name people in full, and not this one? */
  namesOthersThan(speaker: Speaker, block: number): boolean {
    const named = this.people.filter(({ span }) => span.block === block)
    const isSpeaker = (one: Name) => sameSpeaker(this.fullest(one), speaker, this.language)
    return named.some(({ given, family }) => given.length > 0 && family !== null) && !named.some(isSpeaker)
  }

  remember(speaker: Speaker | null): void {
    if (!speaker) return
    const { last } = this
    if (last && !sameSpeaker(last, speaker, this.language)) this.alone = false
    this.spoken.push(speaker)
  }

  resolve(block: number, subject: Subject): Speaker | null {
    if (subject.kind === 'pronoun') {
      const pronoun = this.article.blocks[block]!.text.slice(subject.start, subject.end).toLowerCase()
      return this.plurals.has(pronoun) ? null : (this.introduced(block, subject.start) ?? this.last)
    }
    const within = ({ span }: Name) => span.block === block && span.start >= subject.start && span.start < subject.end
    const mention = this.people.find(within) ?? this.names.find(within)
    if (mention) return this.fullest(mention)
    return subject.kind === 'name' ? this.capitals(block, subject) : this.byRole(block, subject)
  }

  private fullest(mention: Name): Speaker {
    const { span } = mention
    const earlier = this.people.find(
      (other) =>
        mention.family !== null &&
        mention.given.length === 0 &&
        other.family === mention.family &&
        other.given.length > 0 &&
        (other.span.block < span.block || (other.span.block === span.block && other.span.start < span.start)),
    )
    return { name: (earlier ?? mention).base, place: mention.place, mention: earlier ?? mention }
  }

  /**
   * The person introduced last, when that was after the last who spoke: the first full name of the nearest sentence
   * before `at` that has one. A sentence that begins with a pronoun ("Hon är gift med …") introduces nobody.
   */
  private introduced(block: number, at: number): Speaker | null {
    const since = this.last?.place.start ?? -1
    for (let index = block; index >= Math.max(0, block - MAX_BACK); index--) {
      const { text, block: kind, starts } = this.article.blocks[index]!
      // Whom a source talks about is introduced by nobody.
      if (kind === 'quotation') {
        if (index === block) continue
        if ((starts[0] ?? 0) <= since) return null
        continue
      }
      const before = index === block ? at : text.length
      const { quoted } = findMarks(text)
      const named = this.people.filter(
        ({ span }) =>
          span.block === index &&
          span.start < before &&
          !quoted.some(({ start, end }) => span.start >= start && span.end <= end),
      )
      if (named.length === 0) continue
      if (named.at(-1)!.place.start <= since) return null
      for (const { start, end } of sentences(text, this.language).toReversed()) {
        const inside = named.filter(({ span }) => span.start >= start && span.start < end)
        const [first] = inside.filter(({ given, family }) => given.length > 0 && family !== null)
        const [opening] = wordsBetween(text, start, end)
        const speaker = first && this.fullest(first)
        if (first && first.place.start <= since) return null
        if (speaker && opening && !this.pronouns.has(opening.lower)) return speaker
      }
    }
    return null
  }

  /** A name that the names room did not take for a person: the capitalised words nearest the verb. */
  private capitals(block: number, { start, end }: Subject): Speaker | null {
    const text = this.article.blocks[block]!.text
    const words = wordsBetween(text, start, end)
    const first = words.findIndex((word) => startsUpper(word.text))
    if (first < 0) return null
    let last = first
    while (
      words[last + 1] &&
      startsUpper(words[last + 1]!.text) &&
      text.slice(words[last]!.end, words[last + 1]!.start) === ' '
    )
      last++
    return this.phrase(block, words[first]!.start, words[last]!.end)
  }

  /** "säger socialministern": the person whose printed role it is, else the words themselves. */
  private byRole(block: number, { start, end }: Subject): Speaker | null {
    const text = this.article.blocks[block]!.text
    const phrase = text.slice(start, end).replace(/[\s.,:!?]+$/, '')
    const noun = phrase.split(/[ ,]/)[0]!.toLowerCase()
    const holders = this.people.filter(({ role }) => {
      const words = role?.text.toLowerCase().split(' ') ?? []
      return words.some(
        (word) => word.length >= 5 && noun.startsWith(word.slice(0, -1)) && noun.length <= word.length + 3,
      )
    })
    const [first] = holders
    const speaker = first && { name: first.base, place: first.place, mention: first }
    const isSame = (one: Name) =>
      sameSpeaker({ name: one.base, place: one.place, mention: one }, speaker!, this.language)
    if (speaker && holders.every(isSame)) return speaker
    const comma = phrase.indexOf(',')
    return this.phrase(block, start, start + (comma > 0 ? comma : phrase.length))
  }

  private phrase(block: number, start: number, end: number): Speaker {
    const text = this.article.blocks[block]!.text
    return { name: text.slice(start, end), place: articlePlace(this.article, { block, start, end }), mention: null }
  }
}
