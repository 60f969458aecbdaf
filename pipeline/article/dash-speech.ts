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
  before !== undefined &&
  before.endsWith(':') &&
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
 * - it has two items or more, none a whole sentence (no full stop, question or exclamation mark at the end) and none
 *   longer than 15 words; or
 * - it has two items or more, each one sentence of at most 25 words, and the paragraph before ends with a colon and no verb of saying; or
 * - it stands in a fact box.
 */
export function listItems(lines: readonly (Line & { facts: boolean })[], language: string | null): Set<number> {
  const verbs = speechWords(language, 'say')
  const items = new Set<number>()
  for (let first = 0; first < lines.length; first++) {
    if (!lines[first]!.dash) continue
    let end = first
    while (lines[end]?.dash) end++
    const run = lines.slice(first, end)
    const several = run.length > 1
    const fragments = run.every(({ text }) => !endsSentence.test(text) && wordCount(text) <= 15)
    const oneSentence = run.every(({ text }) => wordCount(text) <= 25 && !/[.!?…] \p{Lu}/u.test(text))
    const listed =
      run.every(({ facts }) => facts) ||
      (several && (fragments || (oneSentence && introducesList(lines[first - 1]?.text, verbs))))
    if (listed && !run.some(({ text }) => hasAttribution(text, verbs)))
      for (let at = first; at < end; at++) items.add(at)
    first = end - 1
  }
  return items
}
