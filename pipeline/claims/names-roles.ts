import { functionWords, type Token } from '#language'
import type { NameWords } from './names-words.js'

/** Most words of a role after a name ("professor i statsvetenskap vid Göteborgs universitet"). */
const LONGEST_ROLE = 9
/** The role's head stands among the first words of what follows the name. */
const HEAD_WITHIN = 4

interface Span {
  start: number
  end: number
}

/** "infrastruktur- och bostadsminister X", "statsrådet X": the role printed right before the name, or null. */
export function roleBefore(text: string, tokens: Token[], first: number, words: NameWords): Span | null {
  const head = tokens[first - 1]
  if (head?.kind !== 'word' || !words.isRole(head.norm)) return null
  if (text.slice(head.end, tokens[first]!.start).trim() !== '') return null
  let from = first - 1
  // "social- och äldreminister", "vice ordförande", "biträdande chef".
  const link = tokens[from - 1]
  const stem = tokens[from - 2]
  if (link && stem && words.isRoleLink(link.norm)) {
    if (stem.text === '-' && tokens[from - 3]?.end === stem.start) from -= 3
    else if (words.isRole(stem.norm)) from -= 2
  } else if (link?.kind === 'word' && words.isRoleOpener(link.norm)) {
    from -= 1
  }
  return { start: tokens[from]!.start, end: head.end }
}

/** "X, lokalpolisområdeschef.", "X, 45, vd på bolaget,", "X (M), ordförande": the role after the name, or null. */
export function roleAfter(tokens: Token[], end: number, words: NameWords, language: string): Span | null {
  let at = end
  if (tokens[at]?.text === '(' && tokens[at + 2]?.text === ')') at += 3
  if (tokens[at]?.text !== ',') return null
  at++
  if (tokens[at]?.kind === 'number' && tokens[at + 1]?.text === ',') at += 2
  const from = at
  // "…, där statsrådet X också närvarar" is a clause, no role.
  const opening = tokens[from]?.norm ?? ''
  if (functionWords(language).has(opening) && !words.isRoleOpener(opening)) return null
  let headAt = -1
  while (at < tokens.length && at - from < LONGEST_ROLE) {
    const token = tokens[at]!
    if (token.kind === 'punctuation' && !/^[-‐‑/&]$/.test(token.text)) break
    if (headAt < 0 && at - from < HEAD_WITHIN && words.isRole(token.norm)) headAt = at
    at++
  }
  const closed = at >= tokens.length || tokens[at]!.kind === 'punctuation'
  if (headAt < 0 || !closed || /^\p{Lu}\p{Ll}/u.test(tokens[headAt]!.text)) return null
  return { start: tokens[from]!.start, end: tokens[at - 1]!.end }
}

/** "X (M)" and "X, 45,": what only people have behind their names. */
export function hasPersonTail(tokens: Token[], end: number, words: NameWords): boolean {
  const [one, two, three] = [tokens[end], tokens[end + 1], tokens[end + 2]]
  if (one?.text === '(' && two && words.isParty(two.text) && three && /^[)\-–]$/.test(three.text)) return true
  return (
    one?.text === ',' &&
    two?.kind === 'number' &&
    /^\d{1,2}$/.test(two.norm) &&
    (three === undefined || /^[,.]$/.test(three.text))
  )
}
