/** A run of text. `differs`: not on the other side; with an empty text, a point where the other side has more. */
export interface Run {
  text: string
  differs: boolean
}

/** Above this many words on a side, comparing costs more than the marks are worth. */
const MAX_WORDS = 400

/**
 * Marks the words in which two wordings differ, by longest common subsequence of words; case and punctuation at the
 * edges of a word are not differences. When each side is a single word, its differing letters are marked instead.
 */
export function differences(left: string, right: string): { left: Run[]; right: Run[] } {
  const a = left.match(/\S+/gu) ?? []
  const b = right.match(/\S+/gu) ?? []
  if (a.length > MAX_WORDS || b.length > MAX_WORDS) {
    return { left: [{ text: left, differs: false }], right: [{ text: right, differs: false }] }
  }
  if (a.length === 1 && b.length === 1) return letters(left, right)
  const kept = commonSubsequence(a.map(bare), b.map(bare))
  return {
    left: side(
      a,
      kept.map(([i]) => i),
      kept.map(([, j]) => j),
      b.length,
    ),
    right: side(
      b,
      kept.map(([, j]) => j),
      kept.map(([i]) => i),
      a.length,
    ),
  }
}

const bare = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '') || word

/** Index pairs of a longest common subsequence. */
function commonSubsequence(a: string[], b: string[]): [number, number][] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
    }
  }
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
  return pairs
}

/** `mine` and `theirs`: indices of the common words on this side and on the other. */
function side(words: string[], mine: number[], theirs: number[], theirLength: number): Run[] {
  const runs: Run[] = []
  const push = (from: number, to: number, differs: boolean) => {
    if (from < to) runs.push({ text: words.slice(from, to).join(' '), differs })
  }
  let my = 0
  let their = 0
  let sameFrom = 0
  for (let k = 0; k <= mine.length; k++) {
    const nextMine = mine[k] ?? words.length
    const nextTheirs = theirs[k] ?? theirLength
    const missing = nextMine === my && nextTheirs > their
    if (nextMine > my || missing) {
      push(sameFrom, my, false)
      if (missing) runs.push({ text: '', differs: true })
      else push(my, nextMine, true)
      sameFrom = nextMine
    }
    my = nextMine + 1
    their = nextTheirs + 1
  }
  push(sameFrom, words.length, false)
  return runs.flatMap((run, index) => (index === 0 ? [run] : [{ text: ' ', differs: false }, run]))
}

function letters(left: string, right: string): { left: Run[]; right: Run[] } {
  const a = [...left]
  const b = [...right]
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const mark = (all: string[]): Run[] => {
    const middle = all.slice(head, all.length - tail).join('')
    const runs = [
      { text: all.slice(0, head).join(''), differs: false },
      { text: middle, differs: true },
      { text: all.slice(all.length - tail).join(''), differs: false },
    ]
    return runs.filter((run) => run.text !== '' || (run.differs && left !== right))
  }
  // Words with little in common are different words, not different spellings.
  if (head + tail < shorter / 2) {
    return { left: [{ text: left, differs: true }], right: [{ text: right, differs: true }] }
  }
  return { left: mark(a), right: mark(b) }
}
