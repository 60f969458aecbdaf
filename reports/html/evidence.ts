import type { Finding } from '#model'
import type { Page } from './context.js'
import { lineLink } from './line-link.js'
import { type Html, html } from './template.js'

type Evidence = Finding['evidence'][number]

/**
 * What the finding leans on besides the sides: cells with their table, every mention with its line, and,
 * where no heard context says it already, what was heard.
 */
export function evidenceList(page: Page, finding: Finding, withHeard: boolean): Html | null {
  const mentions = finding.evidence.filter(({ place }) => place.kind === 'article')
  const cells = finding.evidence.filter(({ place }) => place.kind === 'cell')
  const heard = finding.evidence.filter(
    ({ place, text }) => withHeard && place.kind === 'audio' && text !== '' && !finding.expected.includes(text),
  )
  if (mentions.length + cells.length + heard.length === 0) return null
  return html`<dl class="evidence">${heard.map((evidence) => heardLine(page, evidence))}${cells.map((evidence) => cellLine(page, evidence))}${mentions.length > 0 && mentionLines(page, mentions)}</dl>`
}

const heardLine = ({ t }: Page, { text }: Evidence): Html =>
  html`<div><dt>${t.heard}</dt><dd><q><bdi>${text}</bdi></q></dd></div>`

function cellLine({ t, report }: Page, { place, text }: Evidence): Html | null {
  if (place.kind !== 'cell') return null
  const dataset = report.datasets.find(({ id }) => id === place.dataset)
  const status = place.status && place.status !== 'final' && (t.status[place.status] ?? place.status)
  return html`<div><dt>${t.table}</dt><dd><bdi>${text}</bdi> <span class="muted">(<bdi>${dataset?.title ?? place.dataset}</bdi>: <bdi>${place.rowKey}, ${place.column}</bdi>)</span>${status && html` <strong>${status}</strong>`}</dd></div>`
}

function mentionLines(page: Page, mentions: Evidence[]): Html {
  const byText = new Map<string, Evidence[]>()
  for (const mention of mentions) byText.set(mention.text, [...(byText.get(mention.text) ?? []), mention])
  return html`<div><dt>${page.t.mentions}</dt><dd><ul>${[...byText].map(
    ([text, list]) =>
      html`<li><bdi>${text}</bdi>: ${list.map(({ place }, index) =>
        place.kind === 'article' ? html`${index > 0 && ', '}${lineLink(page, place)}` : null,
      )}</li>`,
  )}</ul></dd></div>`
}
