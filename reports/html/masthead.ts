import { clock, fileName } from '../numbers.js'
import { uncheckedCount } from '../unchecked.js'
import type { Page } from './context.js'
import { type Html, html } from './template.js'

/** Title, when and with what, the verdict in a sentence, and what the article was checked against. */
export function masthead(page: Page): Html {
  const { report, t } = page
  const { story } = report
  const facts = [
    story.published ? t.published(story.published) : t.unpublished,
    t.words(story.article.words),
    fileName(story.article.path),
    page.made && t.made(page.made),
    t.tool(report.tool.version),
  ].filter(Boolean)
  return html`<header class="masthead">
<p class="kicker">${t.reportName}</p>
<h1><bdi>${story.title}</bdi></h1>
<p class="byline">${facts.map((fact, index) => html`${index > 0 && ' · '}<bdi>${fact}</bdi>`)}</p>
<p class="verdict">${summary(page)}</p>
${counts(page)}
${soundWarning(page)}
${material(page)}
${contents(page)}
</header>`
}

export function summary({ report, findings, t }: Page): string {
  const { total, located } = report.coverage.quotations
  return t.summary({
    attention: findings.attention.length,
    information: findings.information.length,
    located,
    quotations: total,
  })
}

function counts({ findings, unchecked, t }: Page): Html {
  const open = uncheckedCount(unchecked)
  return html`<p class="counts">${findings.ruled.length > 0 && html`<a href="#ruled">${t.summaryRuled(findings.ruled.length)}</a>`}${open > 0 && html`<a class="loud" href="#unchecked">${t.summaryUnchecked(open)}</a>`}</p>`
}

function soundWarning({ report, clips, t }: Page): Html | null {
  if (report.recordings.length === 0) return null
  return html`<p class="notice" role="note">${clips.length > 0 ? t.holdsSound : t.clipsLeftOut}</p>`
}

function material({ report, t }: Page): Html {
  const { recordings, transcripts, datasets, model } = report
  const none = recordings.length + transcripts.length + datasets.length === 0
  const partial = report.story.recordings === 'complete' ? t.recordingsComplete : t.recordingsPartial
  return html`<section class="material" aria-labelledby="material"><h2 id="material">${t.checkedAgainst}</h2>
${none && html`<p class="loud">${t.nothingToCheckAgainst}</p>`}
<dl>
${recordings.map(
  (recording) =>
    html`<div><dt>${t.recording}</dt><dd><bdi>${fileName(recording.path)}</bdi>, <span class="time">${clock(recording.seconds)}</span> (${t.heardOf(clock(recording.heardSeconds), clock(recording.speechSeconds))})${recording.note && html`. <strong><bdi>${recording.note}</bdi></strong>`}</dd></div>`,
)}
${transcripts.map(
  (transcript) =>
    html`<div><dt>${t.transcript}</dt><dd><bdi>${fileName(transcript.path)}</bdi>${!transcript.timed && html`, ${t.untimed}`}</dd></div>`,
)}
${datasets.map(
  (dataset) =>
    html`<div><dt>${t.dataset}</dt><dd><bdi>${dataset.title}</bdi> (<bdi>${fileName(dataset.path)}</bdi>, ${t.rows(dataset.rows)})${dataset.status && html`. <strong>${t.status[dataset.status] ?? dataset.status}</strong>`}${dataset.source && html`. <bdi>${t.source(dataset.source)}</bdi>`}</dd></div>`,
)}
${model && html`<div><dt>${t.model}</dt><dd><bdi>${model.name}</bdi> (<bdi>${model.engine}</bdi>)</dd></div>`}
</dl>
${recordings.length > 0 && html`<p class="muted">${partial}</p>`}
</section>`
}

function contents({ report, findings, unchecked, t }: Page): Html {
  const s = t.sections
  const entries: [string, string, number | null][] = [
    ['attention', s.attention, findings.attention.length],
    ['information', s.information, findings.information.length],
    ['ruled', s.ruled, findings.ruled.length],
    ['quotations', s.quotations, report.quotations.length],
    ['statements', s.statements, report.statements.length],
    ['people', s.people, report.people.length],
    ['figures', s.figures, report.quantities.length],
    ['times', s.times, report.times.length],
    ['article', s.article, null],
    ['unchecked', s.unchecked, uncheckedCount(unchecked)],
  ]
  const shown = entries.filter(([id, , count]) => !(count === 0 && (id === 'ruled' || id === 'information')))
  return html`<nav class="contents" aria-label="${s.contents}"><ul>${shown.map(
    ([id, title, count]) =>
      html`<li><a href="#${id}">${title}${count !== null && html` <span class="count">${count}</span>`}</a></li>`,
  )}</ul></nav>`
}
