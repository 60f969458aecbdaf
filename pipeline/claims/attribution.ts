import { sentences, speechWords } from '#language'

/** Who speaks, as the text has it: a name, a pronoun or a noun, somewhere in `[start, end)`. */
export interface Subject {
  kind: 'name' | 'pronoun' | 'noun'
  start: number
  end: number
}

/** A clause beside a quotation that says whose it is: "säger Orla Kristofferssen, lokalpolisområdeschef". */
export interface Attribution {
  start: number
  /** After the full stop, colon or comma that ends it. */
  end: number
  subject: Subject
}

export interface WordAt {
  text: string
  lower: string
  start: number
  end: number
}

/** Words with their offsets in `text`, between two offsets. */
export function wordsBetween(text: string, from: number, to: number): WordAt[] {
  return Array.from(
    text.slice(from, to).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-’':][\p{L}\p{N}]+)*/gu),
    (match) => ({
      text: match[0],
      lower: match[0].toLowerCase(),
      start: from + match.index,
      end: from + match.index + match[0].length,
    }),
  )
}

/** Longest clause looked through, in characters: a paragraph without end must not cost its square. */
export const MAX_CLAUSE = 400

const tails = new Map<string, ReadonlySet<string>>()

/** Verbs that stand beside a quotation. */
export function tailVerbs(language: string): ReadonlySet<string> {
  const known = tails.get(language)
  if (known) return known
  const verbs = new Set([...speechWords(language, 'say'), ...speechWords(language, 'tail')])
  tails.set(language, verbs)
  return verbs
}

let latest: { text: string; language: string; sentences: { start: number; end: number }[] } | null = null

/** The sentence that holds `at` or begins next after it; a paragraph is asked about many times in a row. */
export function sentenceAt(text: string, at: number, language: string): { start: number; end: number } {
  if (latest?.text !== text || latest.language !== language)
    latest = { text, language, sentences: sentences(text, language) }
  const { sentences: all } = latest
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]!.end > at) high = middle
    else low = middle + 1
  }
  return all[low] ?? { start: text.length, end: text.length }
}

export const startsUpper = (word: string): boolean => /^\p{Lu}/u.test(word)

/** How many words of `words` from `at` make up one of `forms`: 2, 1 or 0. */
export function formLength(words: readonly WordAt[], at: number, forms: ReadonlySet<string>): number {
  const [one, two] = [words[at], words[at + 1]]
  if (!one) return 0
  if (two && forms.has(`${one.lower} ${two.lower}`)) return 2
  return forms.has(one.lower) ? 1 : 0
}

/** The attribution that begins exactly at `at`, if one does; it ends in the sentence that ends at `limit`. */
export function attributionAt(text: string, at: number, limit: number, language: string): Attribution | null {
  const words = wordsBetween(text, at, Math.min(limit, at + MAX_CLAUSE))
  const verbs = tailVerbs(language)
  const length = formLength(words, 0, verbs)
  let subject: Subject | null = null
  let from = limit
  if (words[0]?.start === at && length > 0) {
    subject = subjectAfter(text, words.slice(length), limit, language)
    from = words[length - 1]!.end
  } else if (words[0]?.start === at && speechWords(language, 'order').has('subject-first')) {
    const verbAt = words.findIndex((_, index) => index > 0 && index <= 5 && formLength(words, index, verbs) > 0)
    if (verbAt < 0 || /[,;:]/.test(text.slice(at, words[verbAt]!.start))) return null
    subject = subjectBefore(words.slice(0, verbAt), language)
    from = words[verbAt]!.end
  }
  const according = speechWords(language, 'according')
  const accordingLength = formLength(words, 0, according)
  if (!subject && words[0]?.start === at && accordingLength > 0) {
    const next = words[accordingLength]
    if (next && startsUpper(next.text)) subject = { kind: 'name', start: next.start, end: limit }
    from = next?.start ?? limit
  }
  if (!subject) return null
  const end = clauseEnd(text, from, limit, subject, language)
  return { start: at, end, subject: { ...subject, end: Math.min(subject.end, end) } }
}

function subjectAfter(text: string, words: readonly WordAt[], limit: number, language: string): Subject | null {
  const [first, second] = words
  if (!first) return null
  const that = speechWords(language, 'that')
  const about = speechWords(language, 'about')
  if (speechWords(language, 'pronoun').has(first.lower)) {
    // "säger han att …" goes on with what he says: it is told by the speaker, not by the reporter.
    return second && that.has(second.lower) && !about.has(second.lower) && text.slice(first.end, second.start) === ' '
      ? null
      : { kind: 'pronoun', start: first.start, end: first.end }
  }
  const notSubject = speechWords(language, 'not-subject')
  const noSource = [speechWords(language, 'self'), notSubject, speechWords(language, 'narrate')]
  if (noSource.some((forms) => forms.has(first.lower))) return null
  const capital = words.slice(0, 9).findIndex((word) => startsUpper(word.text))
  // After a comma it opens what is said, after an attribution: "säger Anna Ek, att alla hjälper till".
  const clause = /[,;:]| [–—-] /.exec(text.slice(first.start, limit))
  const clauseAt = clause ? first.start + clause.index : limit
  const opener = words.findIndex((word) => word.start < clauseAt && that.has(word.lower))
  const isAbout = opener >= 0 && about.has(words[opener]!.lower)
  const thatAt = isAbout ? -1 : opener
  const region = { start: first.start, end: isAbout ? words[opener]!.start : limit }
  // A title stands right before its name; after a preposition ("tror ändå på Sverige") stands no speaker.
  const named = capital === 0 || (capital > 0 && !notSubject.has(words[capital - 1]!.lower))
  if (named) return thatAt >= 0 && thatAt <= Math.min(capital + 3, 6) ? null : { kind: 'name', ...region }
  if (thatAt >= 0 && thatAt <= 4) return null
  const definite = [...speechWords(language, 'subject-ending')].some((ending) => first.lower.endsWith(ending))
  const determined = speechWords(language, 'determiner').has(first.lower) && second !== undefined
  if (determined || /^\d/.test(first.text) || (definite && first.text.length >= 4 && words.length <= 20))
    return { kind: 'noun', ...region }
  return null
}

function subjectBefore(words: readonly WordAt[], language: string): Subject | null {
  const [first, ...rest] = words
  const last = words.at(-1)
  if (!first || !last) return null
  const region = { start: first.start, end: last.end }
  if (speechWords(language, 'pronoun').has(first.lower)) return rest.length > 1 ? null : { kind: 'pronoun', ...region }
  if (speechWords(language, 'self').has(first.lower)) return null
  if (words.some((word) => startsUpper(word.text))) return { kind: 'name', ...region }
  return speechWords(language, 'determiner').has(first.lower) ? { kind: 'noun', ...region } : null
}

/**
 * Where the attribution ends and speech may go on: at the end of the sentence, at a colon, before a clause that goes on
 * with what is said (", men …"), and after the comma that follows a pronoun (a pronoun takes no title: "säger hon, det
 * räcker inte").
 */
function clauseEnd(text: string, from: number, limit: number, subject: Subject, language: string): number {
  const last = Math.min(limit, from + MAX_CLAUSE)
  const breaks = [...text.slice(from, last).matchAll(/[,:;] | [–—-] /g)]
  for (const [index, match] of breaks.entries()) {
    const after = from + match.index + match[0].length
    if (match[0] === ': ') return after
    const nextBreak = breaks[index + 1]
    const words = wordsBetween(text, after, nextBreak ? from + nextBreak.index : last)
    const [next] = words
    if (!next) continue
    if (goesOn(words, wordsBetween(text, after, last), language)) return after
    const afterPronoun = subject.kind === 'pronoun' && subject.end === from + match.index
    const narrates =
      speechWords(language, 'not-subject').has(next.lower) || speechWords(language, 'narrate').has(next.lower)
    if (afterPronoun && !narrates) return after
  }
  return limit
}

/**
 * Does a clause after an attribution go on with what is said, rather than tell of the speaker? `words`: the clause,
 * `rest`: all that is left of the sentence. A title holds no "I" and no finite verb in front; a reporter speaks of "her".
 */
function goesOn(words: readonly WordAt[], rest: readonly WordAt[], language: string): boolean {
  const length = formLength(words, 0, speechWords(language, 'resume'))
  const another = rest.some(({ lower }) => speechWords(language, 'other').has(lower))
  if (length > 0) return length === 1 || !another
  // "när vi träffar henne", "som vi berättat": the reporter's we.
  const narrates = speechWords(language, 'narrate').has(words[0]!.lower)
  return !narrates && !another && words.some(({ text }) => speechWords(language, 'own').has(text))
}

/** Every attribution in a stretch of speech, in order. */
export function findAttributions(text: string, language: string): Attribution[] {
  const found: Attribution[] = []
  const parts = sentences(text, language)
  let from = 0
  for (const match of text.matchAll(/(?:[,!?…]|[”"»“«’],?| [–—-]) +(?=\p{L})/gu)) {
    const at = match.index + match[0].length
    if (at < from) continue
    const attribution = attributionAt(text, at, sentenceAt(text, at, language).end, language)
    if (!attribution) continue
    found.push(attribution)
    from = attribution.end
  }
  // A last sentence "Det säger Orla Kristofferssen, lokalpolisområdeschef."
  const last = parts.at(-1)
  if (last && last.start >= from && parts.length > 1) {
    const [first, verb] = wordsBetween(text, last.start, last.end)
    const named = verb && attributionAt(text, verb.start, last.end, language)
    if (first && speechWords(language, 'anaphor').has(first.lower) && named?.subject.kind === 'name')
      found.push({ ...named, start: last.start })
  }
  return found
}
