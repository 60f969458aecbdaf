import { type Ruling, Verdict } from '#model'
import type { Page } from './context.js'
import { type Html, html } from './template.js'

/** What a person decided, or the command that decides it. */
export function rulingBlock({ t }: Page, id: string, ruling: Ruling | undefined): Html {
  if (ruling) {
    return html`<p class="ruling"><strong>${t.verdicts[ruling.verdict].name}</strong> <span class="muted">(${t.verdicts[ruling.verdict].meaning})</span> – <bdi>${t.ruledBy(ruling.by, ruling.at)}</bdi>${[ruling.reason, ruling.note].map((text) => text && html`<br><bdi>${text}</bdi>`)}</p>`
  }
  const command = (verdict: string) => `ordagrant rule ${id} ${verdict} --by ${t.byPlaceholder}`
  return html`<details class="ruling"><summary>${t.ruleIt} <code>${command('stet')}</code></summary><h4>${t.otherVerdicts}</h4><ul>${Verdict.options.map(
    (verdict) =>
      html`<li><code>${command(verdict)}</code> <span class="muted">${t.verdicts[verdict].meaning}</span></li>`,
  )}</ul></details>`
}
