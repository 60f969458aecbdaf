import type { Finding, ReportQuotation, ReportStatement } from '#model'
import { clock } from '../numbers.js'
import type { NumberedFinding } from '../order.js'
import { otherSide, printedLabel } from '../sides.js'
import { claimOf, findingState, standingText } from '../states.js'
import { findingAnchor, type Page } from './context.js'
import { evidenceList } from './evidence.js'
import { lineLink } from './line-link.js'
import { markedPair } from './marks.js'
import { gapsBetween } from './pieces.js'
import { playBar } from './play.js'
import { rulingBlock } from './ruling.js'
import { type Html, html } from './template.js'

/** One finding: both sides, the sound, what was said around it, and how to rule on it. */
export function finding(page: Page, { number, finding: f }: NumberedFinding): Html {
  const { t } = page
  const id = findingAnchor(number)
  const claim = claimOf(page.report, f)
  const leansOnSound = f.evidence.some(({ type }) => type === 'audio')
  const several = f.evidence.filter(({ type }) => type === 'audio').length > 1
  const context = claim && (leansOnSound || f.evidence.length === 0) ? heardContext(page, claim, !several) : null
  return html`<article class="entry finding state-${findingState(f)}" id="${id}" aria-labelledby="${id}-title" tabindex="-1" data-item>
<div class="margin">${place(page, f)}</div>
<div class="main">
<h3 id="${id}-title"><span class="number">${number}</span> ${t.checks[f.check] ?? f.check}</h3>
<p class="message"><bdi>${f.message[page.language]}</bdi></p>
${sides(page, f)}
${sounds(page, f)}
${context}
${several && claim && gapsOf(page, f, claim)}
${evidenceList(page, f, context === null && !several)}
${suggestions(page, f)}
${rulingBlock(page, f.id, f.ruling)}
</div>
<div class="note">${verdict(page, f, claim)}</div>
</article>`
}

function place(page: Page, f: Finding): Html | null {
  if (f.place.kind !== 'article') return null
  const start = f.evidence.find((evidence) => evidence.place.kind === 'audio')?.place
  return html`${lineLink(page, f.place)}${start?.kind === 'audio' && html`<br><span class="time">${clock(start.startSeconds)}</span>`}`
}

function sides({ report, t }: Page, f: Finding): Html {
  const other = otherSide(report, f, t)
  const pair = markedPair(f.actual, other?.readings[0] ?? f.actual)
  const readings = other?.readings.map(
    (reading) => html`<p class="words"><bdi>${markedPair(f.actual, reading).right}</bdi></p>`,
  )
  return html`<div class="sides"><div class="side"><h4>${printedLabel(f, t)}</h4><p class="words"><bdi>${pair.left}</bdi></p></div>
${other && html`<div class="side"><h4>${other.label}</h4>${readings}${other.readings.length === 0 && html`<p class="words none">${t.notInSound}</p>`}</div>`}</div>`
}

/** Each piece of sound; where there are several, with what is heard in each, so that they can be told apart. */
function sounds(page: Page, f: Finding): Html[] {
  const heard = f.evidence.flatMap(({ place: at, text }) => (at.kind === 'audio' ? [{ ...at, text }] : []))
  return heard.map(
    ({ text, ...at }) => html`${playBar(page, { ...at, source: at.recording })}
${heard.length > 1 && text !== '' && html`<p class="context"><span class="said"><bdi>${text}</bdi></span></p>`}`,
  )
}

/** What was heard, with the sentences on both sides of a quotation: words can be exact and still mislead. */
export function heardContext({ t }: Page, claim: ReportQuotation | ReportStatement, withSaid = true): Html | null {
  const { before, after } = 'context' in claim ? claim.context : { before: '', after: '' }
  const heard = withSaid ? claim.pieces.map((piece) => piece.heard).join(' […] ') : ''
  if (!before && !after && !heard) return null
  return html`<div class="context"><h4>${t.inTheSound}</h4><p>${before && html`<span class="around"><bdi>${before}</bdi></span> `}${heard ? html`<span class="said"><bdi>${heard}</bdi></span>` : '[…]'}${after && html` <span class="around"><bdi>${after}</bdi></span>`}</p></div>`
}

/** What was said between the pieces, unless the evidence plays it already. */
function gapsOf(page: Page, f: Finding, claim: ReportQuotation | ReportStatement): Html | null {
  if (!('gaps' in claim)) return null
  const played = f.evidence.some(({ text }) => claim.gaps.some((gap) => gap.heard === text))
  return played ? null : html`${gapsBetween(page, claim)}`
}

function suggestions({ t }: Page, f: Finding): Html | null {
  if (f.suggestions.length === 0) return null
  return html`<div class="suggestions"><h4>${t.suggestions}</h4><ul>${f.suggestions.map(
    ({ text, reason }) =>
      html`<li><q><bdi>${text}</bdi></q>${reason && html` <span class="muted">– <bdi>${reason}</bdi></span>`}</li>`,
  )}</ul></div>`
}

function verdict({ t, anchors }: Page, f: Finding, claim: ReportQuotation | ReportStatement | null): Html {
  const anchor = claim && anchors.get(claim.id)
  // A finding that is very sure needs no account of its parts.
  const parts = f.confidence.overall >= 0.9 ? [] : (['recognition', 'alignment', 'match'] as const)
  const shown = parts.flatMap((part) => {
    const value = f.confidence[part]
    return value === undefined ? [] : [html`<li>${t.confidenceParts[part]}: ${t.confidence(value)}</li>`]
  })
  return html`<p class="standing">${standingText(f, t)}</p>
<p>${t.severity[f.severity]} · ${t.confidence(f.confidence.overall)}</p>
${shown.length > 0 && html`<ul class="confidence" aria-label="${t.confidenceLabel}">${shown}</ul>`}
<p class="muted">${f.check}</p>
${anchor && claim && html`<p><a href="#${anchor}">${'grade' in claim ? t.toQuotation : t.toStatement} →</a></p>`}`
}
