import { dateSpan } from '../numbers.js'
import { comparedState } from '../states.js'
import type { Page } from './context.js'
import { lineLink } from './line-link.js'
import { findingLinks } from './quotations.js'
import { rulingBlock } from './ruling.js'
import { type Html, html } from './template.js'

export function times(page: Page): Html {
  const { report, t, anchors, language } = page
  return html`<section id="times" aria-labelledby="times-title"><h2 id="times-title">${t.sections.times}</h2>
${report.times.length === 0 && html`<p class="nothing">${t.noneFound}</p>`}
${report.times.map((time) => {
  const span = dateSpan(time.from, time.to)
  return html`<article class="entry small state-${comparedState(time)}" id="${anchors.get(time.id)}" tabindex="-1" data-item>
<div class="margin">${lineLink(page, time.place)}</div>
<div class="main"><h3><bdi>${time.text}</bdi></h3>${span && html`<p class="muted">${t.means}: <bdi>${span}</bdi> · <bdi>${t.anchors[time.anchor] ?? time.anchor}</bdi></p>`}${time.ruling && rulingBlock(page, time.fingerprint.slice(0, 10), time.ruling)}</div>
<div class="note"><p class="standing">${t.outcomes[time.outcome]}</p><p><bdi>${time.reason[language]}</bdi></p>${findingLinks(page, [time.place])}</div>
</article>`
})}
</section>`
}
