import type { Article, Claims, PublishedDate } from '#model'
import { findNames } from './names.js'
import { findPeople } from './people.js'
import { findQuantities } from './quantities.js'
import { findQuotations } from './quotations.js'
import { findStatements } from './statements.js'
import { findTimes } from './times.js'

/**
 * Everything an article claims, found once: names, people, quotations, statements, quantities and times, each with its
 * place; ids are stable for the same article. Figures and times need a language with rules.
 */
export function findClaims(article: Article, options: { language: string; published: PublishedDate | null }): Claims {
  const { language, published } = options
  const names = findNames(article, language)
  const quotations = findQuotations(article, names, language)
  const statements = findStatements(article, quotations, names, language)
  const times = findTimes(article, { language, published, quotations })
  const quantities = findQuantities(article, { language, times, names, quotations })
  return { names, people: findPeople(article, names, language), quotations, statements, quantities, times }
}
