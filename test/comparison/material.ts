import {
  type Alignment,
  type Article,
  type ArticleBlock,
  articlePlace,
  type Claims,
  type Dataset,
  type Name,
  type Person,
  type PublishedDate,
  type Quantity,
  type Statement,
  type TextSpan,
  type Time,
} from '#model'
import type { ComparisonInput } from '../../pipeline/comparison/index.js'

/** An article of one paragraph per string, each on a line of its own. */
export function articleOf(...paragraphs: string[]): Article {
  let at = 0
  const blocks = paragraphs.map((text, index): ArticleBlock => {
    const starts = Array.from(text, (_, offset) => at + offset)
    at += text.length + 1
    return { index, block: 'body', text, starts, ends: starts.map((start) => start + 1), dash: false }
  })
  const source = paragraphs.join('\n')
  return {
    path: 'article.txt',
    format: 'txt',
    sha256: '',
    source,
    title: null,
    language: 'sv',
    published: null,
    meta: {},
    blocks,
    words: 0,
  }
}

/** Makes claims from the words that they stand on; `nth` picks among equal ones. */
export class Claimed {
  readonly claims: Claims = { names: [], people: [], quotations: [], statements: [], quantities: [], times: [] }
  readonly article: Article
  constructor(article: Article) {
    this.article = article
  }

  span(block: number, text: string, nth = 0): TextSpan {
    const whole = this.article.blocks[block]!.text
    let start = -1
    for (let count = 0; count <= nth; count += 1) start = whole.indexOf(text, start + 1)
    if (start < 0) throw new Error(`No "${text}" in block ${block}`)
    return { block, start, end: start + text.length }
  }

  private base(id: string, span: TextSpan) {
    const place = articlePlace(this.article, span)
    return { id, span, place, text: place.excerpt }
  }

  statement(block: number, text: string, statementKind: Statement['statementKind'] = 'reporter'): Statement {
    const made: Statement = {
      ...this.base(`s${this.claims.statements.length + 1}`, this.span(block, text)),
      kind: 'statement',
      statementKind,
      reporting: null,
    }
    this.claims.statements.push(made)
    return made
  }

  time(block: number, text: string, from: string, to: string, more: Partial<Time> = {}): Time {
    const made: Time = {
      ...this.base(`t${this.claims.times.length + 1}`, this.span(block, text)),
      kind: 'time',
      from,
      to,
      anchor: 'none',
      granularity: 'year',
      reason: '',
      quotation: null,
      ...more,
    }
    this.claims.times.push(made)
    return made
  }

  quantity(
    block: number,
    text: string,
    value: number,
    more: Partial<Omit<Quantity, 'counted'>> & { counted?: string; nth?: number } = {},
  ): Quantity {
    const { counted, nth, ...rest } = more
    const span = this.span(block, text, nth)
    const made: Quantity = {
      ...this.base(`k${this.claims.quantities.length + 1}`, span),
      kind: 'quantity',
      value: { low: value, high: value, printed: value },
      unit: null,
      counted: counted ? { text: counted, base: counted, span: this.span(block, counted) } : null,
      hedge: null,
      sense: 'count',
      times: [],
      where: [],
      topics: [],
      parts: [],
      quotation: null,
      ...rest,
    }
    this.claims.quantities.push(made)
    return made
  }

  name(block: number, text: string, given: string[], family: string | null, nth = 0): Name {
    const made: Name = {
      ...this.base(`n${this.claims.names.length + 1}`, this.span(block, text, nth)),
      kind: 'name',
      base: text,
      given,
      family,
      entity: 'person',
      role: null,
    }
    this.claims.names.push(made)
    return made
  }

  person(name: string, ...mentions: Name[]): Person {
    const made: Person = {
      id: `p${this.claims.people.length + 1}`,
      name,
      mentions: mentions.map(({ id }) => id),
      spellings: [],
      roles: [],
    }
    this.claims.people.push(made)
    return made
  }

  input(
    more: {
      datasets?: Dataset[]
      alignments?: Alignment[]
      published?: PublishedDate | null
    } & Partial<ComparisonInput> = {},
  ): ComparisonInput {
    return {
      article: this.article,
      claims: this.claims,
      datasets: [],
      alignments: [],
      transcripts: [],
      recordings: [],
      namesList: null,
      published: null,
      language: 'sv',
      ...more,
    }
  }
}

export const year = (text: string): PublishedDate => ({ text, from: `${text}-01-01`, to: `${text}-12-31` })
