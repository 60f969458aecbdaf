import type { NumberedFinding } from '../order.js'
import type { Page } from './context.js'
import { finding } from './finding.js'
import { type Html, html } from './template.js'

/** What needs attention, open on the page and first. */
export function attention(page: Page): Html {
  const { findings, t } = page
  return html`<section id="attention" aria-labelledby="attention-title"><h2 id="attention-title">${t.sections.attention}</h2>
${findings.attention.length === 0 && html`<p class="nothing">${t.nothingToSee}</p>`}
${findings.attention.map((numbered) => finding(page, numbered))}
</section>`
}

/** Information and what a person has already ruled on, folded. */
export function folded(page: Page): Html {
  const { findings, t } = page
  return html`${fold(page, 'information', t.sections.information, findings.information)}${fold(page, 'ruled', t.sections.ruled, findings.ruled)}`
}

function fold(page: Page, id: string, title: string, list: NumberedFinding[]): Html | null {
  if (list.length === 0) return null
  return html`<section id="${id}" aria-labelledby="${id}-title" class="folded"><details><summary><h2 id="${id}-title">${title} <span class="count">${list.length}</span></h2></summary>
${list.map((numbered) => finding(page, numbered))}
</details></section>`
}
