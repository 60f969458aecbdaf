import type { Article, Edit } from '#model'
import { differences, type Run } from '../differences.js'
import { blockSpan, textOffset } from './block-span.js'
import { type Html, html } from './template.js'

/** Words that differ are set in <mark>; a point where words are missing is a caret, as in a proof. */
const marked = (runs: Run[]): Html[] =>
  runs.map(({ text, differs }) => {
    if (!differs) return html`${text}`
    return text === '' ? html`<mark class="caret" aria-hidden="true">‸</mark>` : html`<mark>${text}</mark>`
  })

export function markedPair(left: string, right: string): { left: Html[]; right: Html[] } {
  const runs = differences(left, right)
  return { left: marked(runs.left), right: marked(runs.right) }
}

/** The printed words between two offsets of the article file, with the edits that carry meaning marked. */
export function markedPrint(article: Article, start: number, end: number, edits: Edit[]): Html[] | null {
  const span = blockSpan(article, start, end)
  if (!span) return null
  const { block, from, to } = span
  const loud = edits
    .filter((edit) => edit.meaning && edit.support !== 'print')
    .map((edit) => ({ from: textOffset(block.starts, edit.start), to: textOffset(block.starts, edit.end) }))
    .sort((a, b) => a.from - b.from)
  const made: Html[] = []
  let at = from
  for (const edit of loud) {
    if (edit.from < at || edit.to > to) continue
    made.push(html`${block.text.slice(at, edit.from)}`)
    const words = block.text.slice(edit.from, edit.to)
    made.push(words === '' ? html`<mark class="caret" aria-hidden="true">‸</mark>` : html`<mark>${words}</mark>`)
    at = edit.to
  }
  made.push(html`${block.text.slice(at, to)}`)
  return made
}
