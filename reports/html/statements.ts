import type { ReportStatement } from '#model'
import { findingsAbout, statementState, statementText } from '../states.js'
import type { Page } from './context.js'
import { editList } from './edits.js'
import { lineLink } from './line-link.js'
import { sound } from './pieces.js'
import { findingLinks } from './quotations.js'
import { rulingBlock } from './ruling.js'
import { type Html, html } from './template.js'

/** Sentences outside quotation marks, folded: they are never graded, only held against the sound. */
export function statements(page: Page): Html {
  const { report, t } = page
  return html`<section id="statements" class="folded" aria-labelledby="statements-title"><details><summary><h2 id="statements-title">${t.sections.statements} <span class="count">${report.statements.length}</span></h2></summary>
${report.statements.length === 0 && html`<p class="nothing">${t.noneFound}</p>`}
${report.statements.map((statement) => entry(page, statement))}
</details></section>`
}

function entry(page: Page, statement: ReportStatement): Html {
  const { t, anchors } = page
  const state = statementState(statement, findingsAbout(page.report, statement))
  const found = statement.pieces.length > 0
  return html`<div class="entry small state-${state}" id="${anchors.get(statement.id)}" tabindex="-1" data-item>
<div class="margin">${lineLink(page, statement.place)}</div>
<div class="main"><p class="printed"><bdi>${statement.text}</bdi></p>
${statement.pieces.map((piece) => html`${sound(page, piece)}<p class="context"><span class="said"><bdi>${piece.heard}</bdi></span></p>`)}
${found && editList(page, statement.edits)}${statement.ruling && rulingBlock(page, statement.fingerprint.slice(0, 10), statement.ruling)}</div>
<div class="note"><p class="standing">${statementText(t, statement, state)}</p><p class="muted">${t.statementKinds[statement.kind]}</p>${findingLinks(page, [statement.place])}</div>
</div>`
}
