import { functionWords, isCommonWord, nameDistance, soundsSame, speechWords } from '#language'
import { type Article, articlePlace, type Name, type TextSpan } from '#model'
import { type Candidate, nameCandidates } from './names-candidates.js'
import { genitiveStem } from './names-genitive.js'
import { hasPersonTail, roleAfter, roleBefore } from './names-roles.js'
import { type NameWords, nameWords } from './names-words.js'

/** A candidate judged: `evidence` of a person from its surroundings or its first word. */
interface Judged extends Candidate {
  texts: string[]
  role: { start: number; end: number } | null
  person: boolean
  other: boolean
  /** Something beside it says that it is a person. */
  strong: boolean
}

/**
 * The names of an article in order: people, and (as `other`) places, organisations and works. A person needs a name of
 * at least two words and nothing that speaks against it, or one word with a role or a verb of saying beside it, or one
 * word that belongs to a person named in full.
 */
export function findNames(article: Article, language: string): Name[] {
  const words = nameWords(language)
  const all = nameCandidates(article, language, words).map((candidate) => judge(article, candidate, language, words))
  const full = all.filter(({ person, texts }) => person && texts.length > 1)
  const known = new Set(full.flatMap(({ texts }) => texts.map((word) => word.toLowerCase())))
  const isKnown = ([word]: string[]) => isPartOf(known, word!)
  const judged = all.filter(({ doubtful, texts }) => !doubtful || isKnown(texts))
  const names = new Set(full.map(({ texts }) => texts.join(' ')))
  for (const one of judged) {
    if (one.other && names.has(one.texts.join(' '))) Object.assign(one, { person: true, other: false })
  }
  for (const one of judged) {
    if (one.texts.length === 1 && !one.other) one.person = isLaterMention(one, known, full, language)
  }
  const stems = new Set(judged.flatMap(({ texts }) => texts))
  return judged.map((one, index) => toName(article, one, `n${index + 1}`, stems, words, language))
}

function judge(article: Article, candidate: Candidate, language: string, words: NameWords): Judged {
  const { tokens, first, end } = candidate
  const { text } = article.blocks[candidate.block]!
  const texts = tokens.slice(first, end).flatMap(({ kind, text }) => (kind === 'word' ? [text] : []))
  const before = roleBefore(text, tokens, first, words)
  const after = roleAfter(tokens, end, words, language)
  const role = before ?? after
  const say = speechWords(language, 'say')
  const beside = (at: number) => tokens[at]?.kind === 'word' && say.has(tokens[at]!.norm)
  const strong = role !== null || hasPersonTail(tokens, end, words) || beside(first - 1) || beside(end)
  const organisation = texts.some((word) => words.isOrganisation(word))
  const capitals = texts.some((word) => /^\p{Lu}{2,}|\d|[-‐‑]\p{Ll}/u.test(word))
  const content = texts.filter((word) => !words.isParticle(word))
  const place = words.isPlace(texts.at(-1)!) && texts.length === 1
  const numbered = tokens[end]?.kind === 'number' && texts.length === 1
  const against = organisation || capitals || place || numbered
  if (texts.length === 1) {
    return { ...candidate, texts, role, person: false, other: against, strong }
  }
  const given = words.isGiven(texts[0]!)
  const functions = functionWords(language)
  const plain = texts.some(
    (word, index) => functions.has(word.toLowerCase()) && !words.isParticle(word.toLowerCase()) && index > 0,
  )
  const ordinary = content.filter((word) => isCommonWord(word, language) === true && !words.hasFamilyEnding(word))
  const placed =
    (words.isPlacePreposition(tokens[first - 1]?.norm ?? '') && texts.some((word) => words.isPlace(word))) ||
    words.isPlace(texts.join(' ')) ||
    (tokens[end]?.kind === 'word' && words.isSite(tokens[end].norm))
  const weak = given || words.hasFamilyEnding(genitiveStem(texts.at(-1)!, words) ?? texts.at(-1)!)
  const person =
    !capitals &&
    !plain &&
    !(organisation && !given) &&
    !placed &&
    (strong || weak || (content.length === 2 && ordinary.length === 0 && !texts.some((word) => words.isPlace(word))))
  return { ...candidate, texts, role: person ? role : null, person, other: !person, strong }
}

/** Whether a word, or its stem without genitive -s, is one of the words in lower case. */
const isPartOf = (known: Set<string>, word: string) =>
  known.has(word.toLowerCase()) || known.has(word.toLowerCase().replace(/['’]?s$/, ''))

/** A single word: part of a full name, or of one spelled nearly so, or a name by its surroundings. */
function isLaterMention(one: Judged, known: Set<string>, full: Judged[], language: string): boolean {
  const [word] = one.texts as [string]
  const stem = word.replace(/['’]?s$/, '')
  if (isPartOf(known, word)) return true
  const near = full.some(({ texts }) =>
    [word, stem].some(
      (form) =>
        (form.length > 2 && soundsSame(form, texts.at(-1)!, language)) ||
        (form.length > 4 && nameDistance(form, texts.at(-1)!) === 1),
    ),
  )
  return one.strong || near
}

function toName(
  article: Article,
  one: Judged,
  id: string,
  seen: Set<string>,
  words: NameWords,
  language: string,
): Name {
  const { tokens, first, end, block } = one
  const { text } = article.blocks[block]!
  const last = tokens[end - 1]!
  const stem = genitiveStem(last.text, words, (word) => isSeen(word, seen, language))
  const texts = [...one.texts.slice(0, -1), stem ?? last.text]
  const span: TextSpan = { block, start: tokens[first]!.start, end: last.end }
  const printed = text.slice(span.start, span.end)
  const person = one.person
  const split = person ? splitName(texts, words, seen) : { given: [], family: null }
  const place = (role: { start: number; end: number }) => {
    const at = { block, ...role }
    return { text: text.slice(role.start, role.end), place: articlePlace(article, at) }
  }
  return {
    kind: 'name',
    id,
    span,
    place: articlePlace(article, span),
    text: printed,
    base: stem === null ? printed : printed.slice(0, printed.length - last.text.length) + stem,
    ...split,
    entity: person ? 'person' : 'other',
    role: person && one.role ? place(one.role) : null,
  }
}

/** Printed elsewhere in the article, if need be in another spelling ("Löfvéns" beside "Löfven"). */
const isSeen = (word: string, seen: Set<string>, language: string) =>
  seen.has(word) || (word.length > 4 && [...seen].some((other) => soundsSame(word, other, language)))

/** Given names are the first word, initials and further known given names; the rest, particles included, is the family name. */
function splitName(texts: string[], words: NameWords, seen: Set<string>): { given: string[]; family: string | null } {
  if (texts.length === 1) {
    const [only] = texts as [string]
    return words.isGiven(only) && seen.has(only) ? { given: [only], family: null } : { given: [], family: only }
  }
  let at = 1
  while (at < texts.length - 1 && (/^\p{Lu}$/u.test(texts[at]!) || words.isGiven(texts[at]!))) at++
  return { given: texts.slice(0, at), family: texts.slice(at).join(' ') }
}
