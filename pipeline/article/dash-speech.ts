import { speechWords } from '#language'

/** As much of a paragraph as this needs. */
interface Line {
  text: string
  dash: boolean
}

const endsSentence = /[.!?…][”"“»«'’)\]]*$/
const wordCount = (text: string) => text.split(' ').length

/** Holds ", säger X" or a like tail: a comma, mark or quotation mark, then a verb of saying. */
function hasAttribution(text: string, verbs: ReadonlySet<string>): boolean {
  const lower = text.toLowerCase()
  for (const match of lower.matchAll(/[,.!?…”"“»«'’–-] ?(?=\p{L})/gu)) {
    const [one, two] = lower.slice(match.index + match[0].length, match.index + 60).split(/[^\p{L}]+/u)
    if (one && (verbs.has(one) || verbs.has(`${one} ${two}`))) return true
  }
  return false
}

/** The paragraph before ends with a colon and names no speaking: "Regeringen föreslår följande:". */
const introducesList = (before: string | undefined, verbs: ReadonlySet<string>): boolean =>
  before?.endsWith(':') === true &&
  !before
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .slice(-8)
    .some((word) => verbs.has(word))

/**
 * Which of the paragraphs that begin with a dash are items of a list and not speech.
 *
 * Dash paragraphs that follow each other are judged together, as a run. A run is speech unless it is a list, and it is a
 * list only when nothing in it is attributed to anybody ("…, säger X") and
 * - it has two items or more, none longer than 40 words and none a whole sentence (with a full stop, question or
 *   exclamation mark at the end); one of them may be, as the last of an enumeration is; or
 * - it has two items or more, each one sentence of at most 25 words, and the paragraph before ends with a colon and no verb of saying; or
 * - it stands in a fact box.
 */
export function listItems(lines: readonly (Line & { facts: boolean })[], language: string | null): Set<number> {
  const verbs = new Set([...speechWords(language, 'say'), ...speechWords(language, 'tail')])
  const items = new Set<number>()
  for (let first = 0; first < lines.length; first++) {
    if (!lines[first]!.dash) continue
    let end = first
    while (lines[end]?.dash) end++
    const run = lines.slice(first, end)
    const introduced = introducesList(lines[first - 1]?.text, verbs)
    const several = run.length > 1
    const loose = run.filter(({ text }) => !endsSentence.test(text) && wordCount(text) <= 40).length
    const fragments = loose === run.length || (loose === run.length - 1 && (introduced || run.length > 2))
    const oneSentence = run.every(({ text }) => wordCount(text) <= 25 && !/[.!?…] \p{Lu}/u.test(text))
    const listed = run.every(({ facts }) => facts) || (several && (fragments || (oneSentence && introduced)))
    if (listed && !run.some(({ text }) => hasAttribution(text, verbs)))
      for (let at = first; at < end; at++) items.add(at)
    first = end - 1
  }
  return items
}
