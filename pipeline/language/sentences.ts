import { hasRules, languageTable, type RuleLanguage } from './tables.js'

/** Per abbreviation without its last full stop: may a sentence end with it? */
const abbreviations = new Map<RuleLanguage, Map<string, boolean>>()

function endsByAbbreviation(language: RuleLanguage): Map<string, boolean> {
  let known = abbreviations.get(language)
  if (!known) {
    known = new Map(languageTable(language, 'abbreviations').map(({ form, ends }) => [form!, ends === 'maybe']))
    abbreviations.set(language, known)
  }
  return known
}

// A full stop, question or exclamation mark, or dots; then closing marks; then white space or the end.
const boundary = /([.!?…]+)(["”’'»)\]]*)(?=\s|$)/gu
const opener = /^[\s"”“'’«»([\-–—]*/u

/**
 * The sentences of one block of text, in order, white space around them left out. A full stop ends none after an
 * abbreviation (data), an initial ("J. Berg"), or a figure that goes on in lower case ("den 3. maj"); nothing but an
 * upper-case letter or a figure opens a new one.
 * @param language whose abbreviations count; without it, those of every language with rules.
 */
export function sentences(text: string, language?: string): { start: number; end: number }[] {
  const languages: RuleLanguage[] = language === undefined ? ['sv', 'en'] : hasRules(language) ? [language] : []
  const found: { start: number; end: number }[] = []
  let start = 0
  const close = (end: number) => {
    const before = text.slice(start, end)
    const trimmed = before.trim()
    if (trimmed !== '') {
      const from = start + before.indexOf(trimmed)
      found.push({ start: from, end: from + trimmed.length })
    }
    start = end
  }
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length
    const rest = text.slice(end, end + 80)
    const next = rest.replace(opener, '')
    if (next !== '' && !/^[\p{Lu}\p{Lt}\p{N}]/u.test(next)) continue
    if (match[1] === '.' && match[2] === '' && next !== '' && !fullStopEnds(text, match.index, next, languages))
      continue
    close(end)
  }
  close(text.length)
  return found
}

function fullStopEnds(text: string, at: number, next: string, languages: RuleLanguage[]): boolean {
  const word = /[\p{L}\p{M}\p{N}.:]+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? ''
  // "J. Berg", "A.-M. Lind"; but "tillsammans med S. Nu …" is rarer than an initial.
  if (/^\p{Lu}(?:\.\p{Lu})*$/u.test(word)) return false
  const norm = word.normalize('NFC').toLowerCase()
  for (const language of languages) {
    const mayEnd = endsByAbbreviation(language).get(norm)
    if (mayEnd === undefined) continue
    return mayEnd && /^\p{Lu}/u.test(next)
  }
  return true
}
