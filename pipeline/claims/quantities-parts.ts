import type { ArticleBlock } from '#model'
import type { Draft } from './quantities-plain.js'
import type { QuantityWords } from './quantities-words.js'

/**
 * "två personer – en för koppleri och en för sexköp": per draft the indexes of its parts. Parts are two or more figures
 * behind a dash or colon, each before a preposition or counting the same, the last after a conjunction; "varav" opens no
 * full list and gives none.
 * @param prepositions closed-class words a part may stand before.
 */
export function partsOf(
  block: ArticleBlock,
  drafts: readonly Draft[],
  sentenceEnd: (offset: number) => number,
  words: QuantityWords,
  prepositions: ReadonlySet<string>,
): number[][] {
  const { text } = block
  const parts = drafts.map((): number[] => [])
  for (const [index, whole] of drafts.entries()) {
    if (whole.sense !== 'count' || whole.unit !== null || !Number.isInteger(whole.value.printed)) continue
    const first = drafts[index + 1]
    if (!first) continue
    const opened = /^[^.!?;]*(?:\s[-–—]|:)\s*$/u.test(text.slice(whole.end, first.start))
    // "… två anmälningar. En för koppleri, och en för sexköp." is the same list after a full stop.
    const stopped =
      /^[^.!?;:]*[.]\s*$/u.test(text.slice(whole.end, first.start)) && /^\p{Lu}/u.test(text.slice(first.start))
    if (!opened && !stopped) continue
    const end = sentenceEnd(first.start)
    const found: number[] = []
    let closed = false
    for (let at = index + 1; at < drafts.length && drafts[at]!.start < end; at++) {
      const part = drafts[at]!
      const next = /^\s*(\p{L}+)/u.exec(text.slice(part.end))?.[1]?.toLowerCase() ?? ''
      const same = part.counted !== null && part.counted.base === whole.counted?.base
      if (part.sense !== 'count' || part.unit !== null || !(prepositions.has(next) || same)) break
      const link = text.slice(at === index + 1 ? part.start : drafts[at - 1]!.end, part.start)
      const word = /(\p{L}+)\s*$/u.exec(link)?.[1]?.toLowerCase() ?? ''
      closed = at > index + 1 && words.has('conjunction', word)
      if (at > index + 1 && !closed && !/,\s*$/.test(link)) break
      found.push(at)
      if (closed) break
    }
    if (closed && found.length >= 2) parts[index] = found
  }
  return parts
}
