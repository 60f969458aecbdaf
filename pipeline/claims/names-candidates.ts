import { functionWords, isCommonWord, sentences, type Token, tokenize } from '#language'
import type { Article, ArticleBlock } from '#model'
import type { NameWords } from './names-words.js'

/** Words in a row that may be one name: `tokens` are those of the block, `[first, end)` the name's. */
export interface Candidate {
  block: number
  tokens: Token[]
  first: number
  end: number
  /** An ordinary word at the head of a sentence: a name only if somebody is called so in full elsewhere. */
  doubtful: boolean
}

/** Longest name looked for, in words. */
const LONGEST = 6

const isInitial = (token: Token) => /^\p{Lu}$/u.test(token.text)
/** "Anna", "McDonald", "Ann-Marie", "O'Neill", "Lopéz", "P4"; but neither "EU" nor "FMV:s". */
const isNameLike = (token: Token) =>
  token.kind === 'word' && /^\p{Lu}[\p{L}\p{M}'’‑‐-]*\p{Ll}[\p{L}\p{M}'’‑‐-]*$/u.test(token.text)
const isUpper = (token: Token) => token.kind === 'word' && /^\p{Lu}/u.test(token.text)

/**
 * The runs of capitalised words of an article, particles ("von", "de la") and initials inside them. The first word of a
 * sentence belongs to the run only if it is more than an ordinary word at the head of a sentence.
 */
export function nameCandidates(article: Article, language: string, words: NameWords): Candidate[] {
  const lower = lowerWords(article)
  return article.blocks.flatMap((block) => candidatesOf(block, language, words, lower))
}

/** Every word the article prints in lower case. */
function lowerWords(article: Article): Set<string> {
  const found = new Set<string>()
  for (const { text } of article.blocks) {
    for (const token of tokenize(text)) if (token.kind === 'word' && !isUpper(token)) found.add(token.norm)
  }
  return found
}

function candidatesOf(block: ArticleBlock, language: string, words: NameWords, lower: Set<string>): Candidate[] {
  const tokens = tokenize(block.text)
  const openers = new Set(sentences(block.text, language).map(({ start }) => start))
  const titleCase = isTitleCase(block, tokens)
  const functions = functionWords(language)
  const isOpener = (index: number) =>
    titleCase ||
    openers.has(tokens[index]!.start) ||
    index === 0 ||
    (tokens[index - 1]!.kind === 'punctuation' && /["”“'’«»:–—\-([]/u.test(tokens[index - 1]!.text))
  /** An ordinary word that only its place makes capital. */
  const ordinary = (index: number) => {
    const token = tokens[index]!
    if (!isOpener(index)) return false
    const next = tokens[index + 1]
    if (words.isGiven(token.text) && next && isNameLike(next)) return false
    if (functions.has(token.norm)) return true
    // "Nisse Gustafsson": no ordinary word but a definite noun stands right before a family name.
    if (
      next &&
      isNameLike(next) &&
      words.hasFamilyEnding(next.text) &&
      words.mayBePlace(token.text) &&
      !lower.has(token.norm)
    )
      return words.isRole(token.norm)
    return lower.has(token.norm) || words.isRole(token.norm) || isCommonWord(token.norm, language) === true
  }
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!
    // "Nordenminister Jessica Rosencrantz": the role is no part of the name.
    const role = words.isRole(token.norm) && tokens[at + 1] !== undefined && isNameLike(tokens[at + 1]!)
    if (!isUpper(token) || role || ordinary(at)) {
      const doubtful = isNameLike(token) && !role && !functions.has(token.norm) && !lower.has(token.norm)
      if (doubtful) found.push({ block: block.index, tokens, first: at, end: at + 1, doubtful })
      at++
      continue
    }
    let end = at + 1
    while (end < tokens.length && end - at < LONGEST) {
      const next = continues(block.text, tokens, end, words)
      if (next === 0 || (titleCase && ordinary(end))) break
      end += next
    }
    // "Kommunals Malin Ragnegård", "SVT:s Erik Berg": whose somebody is, then the name.
    const owned =
      end - at > 2 && /s$/.test(token.text) && !words.isGiven(token.text) && words.isGiven(tokens[at + 1]!.text)
    if (owned) end = at + 1
    found.push({ block: block.index, tokens, first: at, end, doubtful: false })
    at = end
  }
  return found
}

/** How many tokens from `at` go on with the name: a capitalised word, an initial with its full stop, particles and a word. */
function continues(text: string, tokens: Token[], at: number, words: NameWords): number {
  const previous = tokens[at - 1]!
  const token = tokens[at]!
  const gap = (left: Token, right: Token) => text.slice(left.end, right.start)
  if (
    token.text === '.' &&
    isInitial(previous) &&
    gap(previous, token) === '' &&
    tokens[at + 1] &&
    isUpper(tokens[at + 1]!)
  ) {
    return 2
  }
  if (gap(previous, token).length !== 1) return 0
  if (isNameLike(token) || isUpper(token)) return 1
  // "Mohammed al-Hassan".
  const [head, tail] = token.text.split('-', 2)
  if (tail !== undefined && words.isParticle(head!) && /^\p{Lu}/u.test(tail)) return 1
  for (let length = 1; length <= 3; length++) {
    const particle = tokens[at + length - 1]
    if (!particle || !words.isParticle(particle.norm)) return 0
    const after = tokens[at + length]
    if (after && isNameLike(after) && gap(particle, after).length === 1) return length + 1
  }
  return 0
}

/** Headings In Title Case, where a capital says nothing. */
function isTitleCase(block: ArticleBlock, tokens: Token[]): boolean {
  if (!['headline', 'kicker', 'subheading', 'caption'].includes(block.block)) return false
  const longer = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 3)
  return longer.length >= 4 && longer.filter(isUpper).length / longer.length > 0.7
}
