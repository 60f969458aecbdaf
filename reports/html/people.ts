import type { ReportPerson } from '#model'
import { personState } from '../states.js'
import type { Page } from './context.js'
import { lineLink } from './line-link.js'
import { playBar } from './play.js'
import { findingLinks } from './quotations.js'
import { rulingBlock } from './ruling.js'
import { type Html, html } from './template.js'

/** A name heard fifty times need not fill the page. */
const SHOWN = 3

export function people(page: Page): Html {
  const { report, t } = page
  return html`<section id="people" aria-labelledby="people-title"><h2 id="people-title">${t.sections.people}</h2>
${report.people.length === 0 && html`<p class="nothing">${t.noneFound}</p>`}
${report.people.map((person) => entry(page, person))}
</section>`
}

function entry(page: Page, person: ReportPerson): Html {
  const { t, anchors } = page
  const state = personState(person)
  const first = person.spellings[0]?.places[0]
  const checked = person.spellingCheckedAgainst
  const bars = person.heard.map((place) => playBar(page, { ...place, source: place.recording }))
  const places = person.spellings.flatMap((spelling) => spelling.places)
  return html`<article class="entry small state-${state}" id="${anchors.get(person.id)}" tabindex="-1" data-item>
<div class="margin">${first && html`${lineLink(page, first)}`}</div>
<div class="main"><h3><bdi>${person.name}</bdi></h3>
<dl><div><dt>${t.spellings}</dt><dd><ul>${person.spellings.map(
    (spelling) =>
      html`<li><bdi>${spelling.text}</bdi> <span class="muted">${t.times(spelling.count)}: ${spelling.places.map((place, index) => html`${index > 0 && ', '}${lineLink(page, place)}`)}</span></li>`,
  )}</ul></dd></div>
${person.roles.length > 0 && html`<div><dt>${t.roles}</dt><dd><ul>${person.roles.map(({ text, place }) => html`<li><bdi>${text}</bdi> <span class="muted">${t.line(place.line)}</span></li>`)}</ul></dd></div>`}
<div><dt>${t.spellingCheck}</dt><dd class="${checked.length === 0 && 'loud'}">${checked.length === 0 ? t.spellingUnchecked : checked.map((source) => t.spellingSources[source]).join(', ')}</dd></div>
${person.heard.length > 0 && html`<div><dt>${t.heardAt}</dt><dd>${bars.slice(0, SHOWN)}${bars.length > SHOWN && html`<details><summary>${t.moreOfThem(bars.length - SHOWN)}</summary>${bars.slice(SHOWN)}</details>`}</dd></div>`}
</dl>${person.ruling && rulingBlock(page, person.fingerprint.slice(0, 10), person.ruling)}</div>
<div class="note"><p class="standing">${t.states[state]}</p>${findingLinks(page, places)}</div>
</article>`
}
