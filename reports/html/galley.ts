import type { ArticleBlock } from '#model'
import { loudest, STATES } from '../state.js'
import type { Page } from './context.js'
import { details, type MarkedFact, passages, withoutOverlaps } from './facts.js'
import { blockAnchor } from './line-link.js'
import { type Html, html } from './template.js'

/** A finding about nearly the whole of a passage is a mark on the passage, so that the marks inside it stay visible. */
const WHOLE_PASSAGE = 0.8

/** The article as a galley: every fact underlined after its state, with the passages' notes in the margin. */
export function galley(page: Page): Html {
  const { article, t } = page
  const marks = marksOf(page)
  return html`<section id="article" class="galley" aria-labelledby="article-title"><h2 id="article-title">${t.sections.article}</h2>
<p class="legend"><span class="muted">${t.legend}:</span> ${STATES.map((state) => html`<span class="fact state-${state}">${t.states[state]}</span> `)}<span class="muted">${t.withoutLine}</span></p>
${lineNumbers(article.source, article.blocks).map(({ block, line }) => blockEntry(page, block, line, marks))}
</section>`
}

interface Marks {
  outer: MarkedFact[]
  inner: MarkedFact[]
}

function marksOf(page: Page): Marks {
  const outer = withoutOverlaps(passages(page))
  const inner: MarkedFact[] = []
  for (const fact of details(page)) {
    const whole = outer.find((passage) => {
      const shared = Math.min(passage.to, fact.to) - Math.max(passage.from, fact.from)
      return passage.block === fact.block && shared >= WHOLE_PASSAGE * (passage.to - passage.from)
    })
    if (whole && fact.number !== undefined) {
      whole.state = loudest([whole.state, fact.state])
      whole.number ??= fact.number
    } else inner.push(fact)
  }
  return { outer, inner: withoutOverlaps(inner) }
}

/** The line of the file each block starts on. */
function lineNumbers(source: string, blocks: ArticleBlock[]): { block: ArticleBlock; line: number }[] {
  let at = 0
  let line = 1
  return blocks.map((block) => {
    const start = block.starts[0] ?? at
    line += source.slice(at, start).match(/\r\n|\n|\r/g)?.length ?? 0
    at = Math.max(at, start)
    return { block, line }
  })
}

function blockEntry(page: Page, block: ArticleBlock, line: number, marks: Marks): Html {
  const outer = marks.outer.filter((fact) => fact.block === block.index)
  const inner = marks.inner.filter((fact) => fact.block === block.index)
  const findings = inner.filter((fact) => fact.number !== undefined)
  // Where a finding stands in a statement, the finding says it better than the statement's own note.
  const quiet = (passage: MarkedFact) =>
    passage.statement === true && findings.some((fact) => fact.from < passage.to && passage.from < fact.to)
  const notes = [...outer.filter((passage) => !quiet(passage)), ...findings]
  const kind = page.t.blocks[block.block]
  const body = html`${block.dash && html`<span class="dash">– </span>`}${passageRuns(block.text, outer, inner)}`
  return html`<div class="entry block block-${block.block}" id="${blockAnchor(block.index)}">
<div class="margin"><span class="line">${page.t.line(line)}</span>${kind && html`<br><span class="muted">${kind}</span>`}</div>
<div class="main"><p><bdi>${body}</bdi></p></div>
<div class="note"><ul>${notes.map((fact) => marginNote(fact))}</ul></div>
</div>`
}

function passageRuns(text: string, outer: MarkedFact[], inner: MarkedFact[]): Html[] {
  const made: Html[] = []
  let at = 0
  for (const passage of outer) {
    // A finding that marks the very words makes a line under the whole passage too loud.
    const within = inner.some((fact) => fact.number !== undefined && fact.from < passage.to && passage.from < fact.to)
    made.push(html`${factRuns(text, at, passage.from, inner)}`)
    made.push(
      html`<span class="passage state-${passage.state}${within && ' noted'}">${factRuns(text, passage.from, passage.to, inner)}</span>${footnote(passage)}`,
    )
    at = passage.to
  }
  made.push(html`${factRuns(text, at, text.length, inner)}`)
  return made
}

function factRuns(text: string, start: number, end: number, facts: MarkedFact[]): Html[] {
  const made: Html[] = []
  let at = start
  for (const fact of facts) {
    const from = Math.max(fact.from, at)
    const to = Math.min(fact.to, end)
    if (from >= to) continue
    made.push(html`${text.slice(at, from)}`)
    made.push(
      html`<a class="fact state-${fact.state}" href="#${fact.anchor}">${text.slice(from, to)}<span class="visually-hidden"> (${fact.label})</span></a>${footnote(fact)}`,
    )
    at = to
  }
  made.push(html`${text.slice(at, end)}`)
  return made
}

const footnote = (fact: MarkedFact): Html | null =>
  fact.number === undefined
    ? null
    : html`<sup class="footnote state-${fact.state}" aria-hidden="true">${fact.number}</sup>`

const marginNote = (fact: MarkedFact): Html =>
  html`<li class="state-${fact.state}"><a href="#${fact.anchor}">${fact.number !== undefined && html`<span class="number">${fact.number}</span> `}${fact.label}</a>${fact.time && html` <span class="time">${fact.time}</span>`}</li>`
