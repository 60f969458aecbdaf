import type { ReportQuantity } from '#model'
import { decimal } from '../numbers.js'
import { comparedState } from '../states.js'
import type { Page } from './context.js'
import { lineLink } from './line-link.js'
import { playBar } from './play.js'
import { findingLinks } from './quotations.js'
import { rulingBlock } from './ruling.js'
import { type Html, html } from './template.js'

/** Every figure with what it was held against: the cells, how they were added up, and what the table is worth. */
export function figures(page: Page): Html {
  const { report, t } = page
  return html`<section id="figures" aria-labelledby="figures-title"><h2 id="figures-title">${t.sections.figures}</h2>
${report.quantities.length === 0 && html`<p class="nothing">${t.noneFound}</p>`}
${report.quantities.map((quantity) => entry(page, quantity))}
</section>`
}

function entry(page: Page, quantity: ReportQuantity): Html {
  const { t, anchors, language } = page
  const { value } = quantity
  const state = comparedState(quantity)
  const interval =
    value.low === value.high
      ? decimal(value.low, language)
      : `${decimal(value.low, language)}–${decimal(value.high, language)}`
  const meaning = [interval, quantity.unit, quantity.counted, quantity.time, quantity.where].filter(Boolean)
  return html`<article class="entry small state-${state}" id="${anchors.get(quantity.id)}" tabindex="-1" data-item>
<div class="margin">${lineLink(page, quantity.place)}</div>
<div class="main"><h3><bdi>${quantity.text}</bdi></h3>
<p class="muted">${t.means}: ${meaning.map((part, index) => html`${index > 0 && ' · '}<bdi>${part}</bdi>`)}</p>
${quantity.comparisons.length > 0 && html`<ul class="comparisons">${quantity.comparisons.map((comparison) => comparisonLine(page, comparison))}</ul>`}${quantity.ruling && rulingBlock(page, quantity.fingerprint.slice(0, 10), quantity.ruling)}</div>
<div class="note"><p class="standing">${t.outcomes[quantity.outcome]}</p><p><bdi>${quantity.reason[language]}</bdi></p>${findingLinks(page, [quantity.place])}</div>
</article>`
}

function comparisonLine(page: Page, comparison: ReportQuantity['comparisons'][number]): Html {
  const { t, report, language } = page
  const { place } = comparison
  const dataset = place?.kind === 'cell' ? report.datasets.find(({ id }) => id === place.dataset) : undefined
  const status =
    place?.kind === 'cell' && place.status && place.status !== 'final' && (t.status[place.status] ?? place.status)
  return html`<li><span class="kind">${t.against[comparison.against]}</span> <bdi>${comparison.value}</bdi>${comparison.calculation && html` <span class="calculation">(<bdi>${comparison.calculation}</bdi>)</span>`} – <strong>${t.outcomes[comparison.outcome].toLowerCase()}</strong>. <bdi>${comparison.reason[language]}</bdi>
${place?.kind === 'cell' && html`<br><span class="muted"><bdi>${dataset?.title ?? place.dataset}</bdi>: <bdi>${place.rowKey}, ${place.column}</bdi></span>${status && html` <em>${status}</em>`}`}
${place?.kind === 'article' && html` ${lineLink(page, place)}`}
${place?.kind === 'audio' && playBar(page, { ...place, source: place.recording })}</li>`
}
