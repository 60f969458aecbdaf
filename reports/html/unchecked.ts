import type { Page } from './context.js'
import { type Html, html } from './template.js'

/** What was not checked and why, set as loud as what is wrong. */
export function unchecked(page: Page): Html {
  const { t, anchors } = page
  return html`<section id="unchecked" class="unchecked" aria-labelledby="unchecked-title"><h2 id="unchecked-title">${t.sections.unchecked}</h2>
${page.unchecked.length === 0 && html`<p class="nothing">${t.unchecked.nothing}</p>`}
${page.unchecked.map(
  (
    group,
  ) => html`<div class="entry small"><div class="margin"><span class="count">${group.items.length}</span></div><div class="main"><h3>${group.title}</h3>
<ul>${group.items.map((item) => {
    const anchor = item.claim && anchors.get(item.claim)
    const text = html`<bdi>${item.text}</bdi>`
    return html`<li>${anchor ? html`<a href="#${anchor}">${text}</a>` : text}${item.place && html` <span class="muted">(${t.line(item.place.line)})</span>`}${item.why && html` – <bdi>${item.why}</bdi>`}</li>`
  })}</ul></div></div>`,
)}
</section>`
}
