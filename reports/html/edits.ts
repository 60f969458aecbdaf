import type { Edit } from '#model'
import { clock } from '../numbers.js'
import type { Page } from './context.js'
import { type Html, html } from './template.js'

/** Every difference between print and sound, the silent ones too, folded. */
export function editList({ t }: Page, edits: Edit[]): Html {
  if (edits.length === 0) return html`<p class="muted">${t.noEdits}</p>`
  return html`<details class="edits"><summary>${t.edits} <span class="count">${edits.length}</span></summary>
<ul>${edits.map(
    (edit) =>
      html`<li class="${edit.meaning ? 'meaning' : 'silent'}"><span class="kind">${t.editKinds[edit.kind]}</span>: ${t.printed.toLowerCase()} ${words(t.nothing, edit.printed)}, ${t.heard.toLowerCase()} ${words(t.nothing, edit.heard)}${edit.startSeconds !== null && html` <span class="time">${clock(edit.startSeconds)}</span>`} <span class="muted">– ${t.support[edit.support]}</span></li>`,
  )}</ul></details>`
}

const words = (nothing: string, text: string): Html =>
  text === '' ? html`<span class="muted">${nothing}</span>` : html`<q><bdi>${text}</bdi></q>`
