import type { ReportQuotation } from '#model'
import { findingState, quotationState } from '../states.js'
import { pieceSpan } from '../unchecked.js'
import { findingAnchor, type Page } from './context.js'
import { editList } from './edits.js'
import { heardContext } from './finding.js'
import { lineLink } from './line-link.js'
import { markedPrint } from './marks.js'
import { piecesWithGaps } from './pieces.js'
import { rulingBlock } from './ruling.js'
import { type Html, html } from './template.js'

export function quotations(page: Page): Html {
  const { report, t } = page
  return html`<section id="quotations" aria-labelledby="quotations-title"><h2 id="quotations-title">${t.sections.quotations}</h2>
${report.quotations.length === 0 && html`<p class="nothing">${t.noneFound}</p>`}
${report.quotations.map((quotation) => entry(page, quotation))}
</section>`
}

function entry(page: Page, quotation: ReportQuotation): Html {
  const { t, article, anchors } = page
  const id = anchors.get(quotation.id) ?? ''
  const { place } = quotation
  const printed = markedPrint(article, place.start, place.end, quotation.edits) ?? quotation.text
  const first = quotation.pieces[0]
  const title = `${t.margin.quotation}, ${t.line(place.line)}`
  return html`<article class="entry quotation state-${quotationState(quotation)}" id="${id}" aria-labelledby="${id}-title" tabindex="-1" data-item>
<div class="margin">${lineLink(page, place)}${first && html`<br><span class="time">${pieceSpan(first)}</span>`}</div>
<div class="main"><h3 id="${id}-title" class="visually-hidden">${title}</h3>
<blockquote><p><bdi>${printed}</bdi></p></blockquote>
${quotation.pieces.length > 0 && piecesWithGaps(page, quotation)}
${heardContext(page, quotation)}
${quotation.pieces.length > 0 && editList(page, quotation.edits)}
${quotation.ruling && rulingBlock(page, quotation.fingerprint.slice(0, 10), quotation.ruling)}
</div>
<div class="note"><p class="standing">${t.grades[quotation.grade]}${quotation.spliced && quotation.grade !== 'spliced' && html`, ${t.alsoSpliced}`}</p>
<p><bdi>${quotation.why[page.language]}</bdi></p>
${quotation.reliability && html`<p class="measured muted">${t.reliability(quotation.reliability)}</p>`}
<p>${quotation.speaker ? html`<bdi>${t.saidBy(quotation.speaker.name)}</bdi>` : t.nobodyNamed}</p>
<p class="${quotation.speakerCheck === 'label-agrees' ? 'muted' : 'loud'}">${t.speakerChecks[quotation.speakerCheck]}</p>
${findingLinks(page, [quotation.place])}</div>
</article>`
}

/** Links to the findings about any of the places of a fact. */
export function findingLinks(page: Page, places: { start: number; end: number }[]): Html | null {
  const about = page.findings.all.filter(
    ({ finding: { place: at } }) =>
      at.kind === 'article' && places.some((place) => at.start < place.end && place.start < at.end),
  )
  if (about.length === 0) return null
  return html`<p>${about.map(
    ({ number, finding }, index) =>
      html`${index > 0 && html`<br>`}<a class="state-${findingState(finding)}" href="#${findingAnchor(number)}">→ ${number}. ${page.t.checks[finding.check] ?? finding.check}</a>`,
  )}</p>`
}
