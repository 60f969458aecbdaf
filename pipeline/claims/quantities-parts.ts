import type { ArticleBlock } from '#model'
import type { Draft } from './quantities-plain.js'
import type { QuantityWords } from './quantities-words.js'

/**
 * "två personer – en för koppleri och en för sexköp": per draft the indexes of its parts. Parts are two or more figures
 * behind a dash or colon, each before a preposition or counting the same, the last after a conjunction; behind a colon
 * they may be sums of money, or count other things ("14 anställda: nio lärare och fem kockar"). The halves of
 * people ("kvinnor", "män") are parts behind a comma too. "varav" opens no full list and gives none.
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
    if (whole.sense !== 'count' || whole.value.printed === null) continue
    if (whole.unit === null && !Number.isInteger(whole.value.printed)) continue
    const first = drafts[index + 1]
    if (!first) continue
    const opened = /^[^.!?;]*(?:\s[-–—]|:)\s*$/u.test(text.slice(whole.end, first.start))
    // "… två anmälningar. En för koppleri, och en för sexköp." is the same list after a full stop.
    const stopped =
      /^[^.!?;:]*[.]\s*$/u.test(text.slice(whole.end, first.start)) && /^\p{Lu}/u.test(text.slice(first.start))
    const halved = isHalves(text, whole, drafts.slice(index + 1, index + 3), words)
    if (!opened && !stopped && !halved) continue
    const colon = opened && text.slice(whole.end, first.start).includes(':')
    // "Inträdet är 150 kronor – 80 kronor för barn", "20 grader: 15 grader i skuggan": only sums of money are told in parts.
    if (whole.unit !== null && !(colon && words.has('money', whole.unit))) continue
    const end = sentenceEnd(first.start)
    const found: number[] = []
    let closed = false
    for (let at = index + 1; at < drafts.length && drafts[at]!.start < end; at++) {
      const part = drafts[at]!
      const next = /^\s*(\p{L}+)/u.exec(text.slice(part.end))?.[1]?.toLowerCase() ?? ''
      const same = part.counted !== null && part.counted.base === whole.counted?.base
      const other = (colon || halved) && part.counted !== null && whole.counted !== null
      const fits = whole.unit !== null || prepositions.has(next) || same || other
      if (part.sense !== 'count' || part.unit !== whole.unit || !fits) break
      const link = text.slice(at === index + 1 ? part.start : drafts[at - 1]!.end, part.start)
      const word = /(\p{L}+)\s*$/u.exec(link)?.[1]?.toLowerCase() ?? ''
      closed = at > index + 1 && words.has('conjunction', word)
      if (at > index + 1 && !closed && !/,\s*$/.test(link)) break
      found.push(at)
      if (closed) break
    }
    // "tre saker: 20 bussar, 5 bilar och en plan": a list of as many items as the figure tells is no sum.
    const listed = found.length === whole.value.printed && whole.unit === null && colon
    const sum = found.reduce((all, at) => all + (drafts[at]!.value.printed ?? 0), 0)
    if (closed && found.length >= 2 && !(listed && sum !== whole.value.printed)) parts[index] = found
  }
  return parts
}

/** "127 elever, 70 flickor och 57 pojkar": the next two figures count the halves of what the whole counts. */
function isHalves(text: string, whole: Draft, next: readonly Draft[], words: QuantityWords): boolean {
  const halfOf = ({ counted }: Draft) => (counted ? words.value('half', counted.text.toLowerCase()) : undefined)
  const [first, second] = next
  if (!first || !second || !whole.counted || halfOf(whole) !== undefined) return false
  const halves = [halfOf(first), halfOf(second)]
  const [kind, one] = halves[0]?.split(':') ?? []
  const [other, two] = halves[1]?.split(':') ?? []
  return (
    kind !== undefined && kind === other && one !== two && /^[^.!?;]*[,(]\s*$/u.test(text.slice(whole.end, first.start))
  )
}
