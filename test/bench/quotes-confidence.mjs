// How often words are right that were heard with such a confidence, held against what was spoken.
import { plain } from './quotes-data.mjs'

const EDGES = [0, 0.4, 0.6, 0.8, 0.9, 1.01]

/** `heard[i]` stands in `said`, by the alignment with the fewest edits (Levenshtein). */
function rightWords(said, heard) {
  const width = heard.length + 1
  const cost = new Int32Array((said.length + 1) * width)
  for (let j = 0; j < width; j++) cost[j] = j
  for (let i = 1; i <= said.length; i++) {
    cost[i * width] = i
    for (let j = 1; j < width; j++) {
      const same = cost[(i - 1) * width + j - 1] + (said[i - 1] === heard[j - 1] ? 0 : 1)
      cost[i * width + j] = Math.min(same, cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1)
    }
  }
  const right = heard.map(() => false)
  for (let i = said.length, j = heard.length; i > 0 && j > 0; ) {
    const here = cost[i * width + j]
    if (said[i - 1] === heard[j - 1] && here === cost[(i - 1) * width + j - 1]) {
      right[--j] = true
      i--
    } else if (here === cost[(i - 1) * width + j - 1] + 1) {
      i--
      j--
    } else if (here === cost[(i - 1) * width + j] + 1) i--
    else j--
  }
  return right
}

/** Every heard word with its confidence, and whether it was said. */
export function wordsHeard({ recording, hearing }) {
  const said = recording.lines.flatMap(({ text }) => plain(text))
  // "15-årig" is two words to the comparison: each has the confidence of the whole.
  const heard = hearing.transcript.words.flatMap(({ text, confidence }) =>
    plain(text).map((word) => ({ word, confidence })),
  )
  const right = rightWords(
    said,
    heard.map(({ word }) => word),
  )
  return heard.map(({ confidence }, i) => ({ confidence, right: right[i] }))
}

/** Table of the words by confidence, and the mean squared distance of the confidence from what was the case. */
export function reliability(words) {
  const rows = EDGES.slice(1).map((to, i) => {
    const inside = words.filter(({ confidence }) => confidence >= EDGES[i] && confidence < to)
    const share = (value) =>
      inside.length === 0 ? '–' : (inside.reduce((sum, word) => sum + value(word), 0) / inside.length).toFixed(2)
    const said = share(({ confidence }) => confidence)
    return `| ${inside.length} | ${said} | ${share(({ right }) => Number(right))} |`
  })
  const mean = words.reduce((sum, { right }) => sum + right, 0) / words.length
  const brier = words.reduce((sum, { confidence, right }) => sum + (confidence - right) ** 2, 0) / words.length
  return `| words | confidence, mean | share right |
|---|---|---|
${rows.join('\n')}

Brier score ${brier.toFixed(3)} over ${words.length} words; ${(mean * (1 - mean)).toFixed(3)} for one confidence for all.`
}
