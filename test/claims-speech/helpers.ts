import { type Article, articlePlace, type Name } from '#model'
import { readArticle } from '../../pipeline/article/index.js'
import { findQuotations } from '../../pipeline/claims/quotations.js'
import { findStatements } from '../../pipeline/claims/statements.js'

/** Every mention of the people given as "Anna Ek" (or "Anna Ek/kommunalråd" with a role), by full and by family name. */
export function namesIn(article: Article, people: readonly string[]): Name[] {
  const names: Name[] = []
  for (const [person, role] of people.map((one) => one.split('/'))) {
    const [given, ...rest] = person!.split(' ')
    const family = rest.join(' ')
    for (const { index, text } of article.blocks) {
      for (const match of text.matchAll(new RegExp(`(?:${given} )?${family}`, 'g'))) {
        const span = { block: index, start: match.index, end: match.index + match[0].length }
        const place = articlePlace(article, span)
        names.push({
          kind: 'name',
          id: `n${names.length + 1}`,
          span,
          place,
          text: match[0],
          base: match[0],
          given: match[0] === family ? [] : [given!],
          family,
          entity: 'person',
          role: role === undefined ? null : { text: role, place },
        })
      }
    }
  }
  return names.sort((a, b) => a.place.start - b.place.start)
}

export function speechIn(text: string, people: readonly string[] = [], { path = 'a.txt', language = 'sv' } = {}) {
  const article = readArticle({ path, bytes: new TextEncoder().encode(text) })
  const names = namesIn(article, people)
  const quotations = findQuotations(article, names, language)
  return { article, names, quotations, statements: findStatements(article, quotations, names, language) }
}

/** `[speaker] text`, `*` before a fragment. */
export const quotes = (text: string, people: readonly string[] = [], options?: { path?: string; language?: string }) =>
  speechIn(text, people, options).quotations.map(
    ({ speaker, text: words, fragment }) => `${fragment ? '*' : ''}[${speaker?.name ?? ''}] ${words}`,
  )

/** `kind [name] text`, the plain reporter's sentences left out. */
export const reported = (text: string, people: readonly string[] = []) =>
  speechIn(text, people)
    .statements.filter(({ statementKind }) => statementKind !== 'reporter')
    .map(({ statementKind, reporting, text: words }) => `${statementKind} [${reporting?.name ?? ''}] ${words}`)
