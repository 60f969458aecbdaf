// How often words are right that were heard with such a confidence, held against what was spoken.
import { plain } from './quotes-data.mjs'
import { aligned } from './quotes-text.mjs'

const EDGES = [0, 0.4, 0.6, 0.8, 0.9, 1.01]

/** Every heard word with its confidence, and whether it was said. */
export function wordsHeard({ recording, hearing }) {
  const said = recording.lines.flatMap(({ text }) => plain(text))
  // "15-årig" is two words to the comparison: each has the confidence of the whole.
  const heard = hearing.transcript.words.flatMap(({ text, confidence }) =>
    plain(text).map((word) => ({ word, confidence })),
  )
  const right = heard.map(() => false)
  const words = heard.map(({ word }) => word)
  for (const [i, j] of aligned(said, words)) if (i >= 0 && j >= 0) right[j] = said[i] === words[j]
  return heard.map(({ confidence }, j) => ({ confidence, right: right[j] }))
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
