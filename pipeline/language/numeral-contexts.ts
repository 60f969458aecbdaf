import { functionWords } from './function-words.js'
import { numberWords } from './number-words.js'
import { languageTable, type RuleLanguage } from './tables.js'
import type { Token } from './tokens.js'

type Reading = 'count' | 'not' | 'ordinal' | 'about' | 'plain'

const loaded = new Map<RuleLanguage, Map<string, Reading>>()

function contexts(language: RuleLanguage): Map<string, Reading> {
  let known = loaded.get(language)
  if (!known) {
    known = new Map(
      languageTable(language, 'numeral-contexts').map((row) => [
        `${row.form} ${row.side} ${row.word}`,
        row.reading as Reading,
      ]),
    )
    loaded.set(language, known)
  }
  return known
}

const needed = new Map<RuleLanguage, Map<string, string>>()

function needsOf(language: RuleLanguage): Map<string, string> {
  let known = needed.get(language)
  if (!known) {
    known = new Map(languageTable(language, 'numeral-needs').map(({ form, needs }) => [form!, needs!]))
    needed.set(language, known)
  }
  return known
}

/** How far apart "en för koppleri" and "två för sexköp" may stand, in tokens. */
const LIST_REACH = 12

/**
 * What the number words `tokens[first, end)` are in their surroundings: `not` for articles ("en bil"), for "sex" where
 * nothing countable follows, and for "andra" unless something that comes in order follows.
 */
export function readingOf(tokens: Token[], first: number, end: number, language: RuleLanguage): Reading {
  const known = contexts(language)
  const form = tokens[first]!.norm
  const before = tokens[first - 1]?.norm ?? ''
  const after = tokens[end]
  const beside = known.get(`${form} before ${before}`) ?? known.get(`${form} after ${after?.norm ?? ''}`)
  if (end - first > 1) return beside === 'about' ? 'about' : 'plain'
  const needs = needsOf(language).get(form)
  switch (needs) {
    case 'context':
      if (beside) return beside
      if (inList(tokens, first, known, form, language)) return 'count'
      return betweenNumbers(tokens, first, language) ? 'count' : 'not'
    case 'noun':
      if (beside === 'not') return 'not'
      if (betweenNumbers(tokens, first, language)) return 'count'
      return after?.kind === 'word' && !functionWords(language).has(after.norm) ? 'count' : 'not'
    default:
      return beside ?? 'plain'
  }
}

/** "– en för koppleri och två för sexköp": the word and another number, itself perhaps, before the same preposition. */
function inList(
  tokens: Token[],
  at: number,
  known: Map<string, Reading>,
  form: string,
  language: RuleLanguage,
): boolean {
  const preposition = tokens[at + 1]?.norm
  if (!preposition || !known.has(`${form} list ${preposition}`)) return false
  const from = Math.max(0, at - LIST_REACH)
  return tokens
    .slice(from, at + LIST_REACH + 1)
    .some(
      ({ norm, kind }, index) =>
        from + index !== at &&
        tokens[from + index + 1]?.norm === preposition &&
        (norm === form || kind === 'number' || isCounting(norm, language)),
    )
}

/** "en eller två", "fem eller sex", "en av tre". */
function betweenNumbers(tokens: Token[], at: number, language: RuleLanguage): boolean {
  const isLink = (norm: string) => needsOf(language).get(norm) === 'link'
  const isNumber = (token: Token | undefined) =>
    token !== undefined &&
    token.norm !== tokens[at]!.norm &&
    (token.kind === 'number' || isCounting(token.norm, language))
  const after = tokens[at + 1]
  const before = tokens[at - 1]
  return (
    (after !== undefined && isLink(after.norm) && isNumber(tokens[at + 2])) ||
    (before !== undefined && isLink(before.norm) && isNumber(tokens[at - 2]))
  )
}

const isCounting = (norm: string, language: RuleLanguage): boolean => {
  const word = numberWords(language).get(norm)
  return word !== undefined && !word.ordinal && ['unit', 'teen', 'ten'].includes(word.class) && word.value > 1
}
