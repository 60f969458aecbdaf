import type { Piece, ReportQuotation } from '#model'
import { clock, decimal } from '../numbers.js'
import { sourceName } from '../source-name.js'
import type { Page } from './context.js'
import { playBar } from './play.js'
import { type Html, html } from './template.js'

/** Where each printed part was said, and between parts how far apart they were and what was said there. */
export function piecesWithGaps(page: Page, quotation: ReportQuotation): Html {
  const several = quotation.pieces.length > 1
  return html`<ol class="pieces${!several && ' single'}">${quotation.pieces.map(
    (piece, index) =>
      html`<li>${several && html`<p class="printed"><bdi>${piece.printed.text}</bdi></p>`}${sound(page, piece)}${others(page, quotation, index)}${gap(page, quotation, index)}</li>`,
  )}</ol>`
}

export const gapsBetween = (page: Page, quotation: ReportQuotation): (Html | null)[] =>
  quotation.gaps.map((_, index) => gap(page, quotation, index))

export function sound(page: Page, piece: Piece): Html {
  return html`${playBar(page, piece)}${piece.speaker && html`<p class="speaker muted"><bdi>${piece.speaker}</bdi></p>`}`
}

/** Where else the piece may have been said. */
function others({ t, report }: Page, { alternatives = [] }: ReportQuotation, index: number): Html[] {
  return alternatives
    .filter(({ piece }) => piece === index)
    .map(({ source, startSeconds, heard }) => {
      const at = startSeconds === null ? null : clock(startSeconds)
      return html`<p class="also muted"><bdi>${t.alsoPossible(at, sourceName(report, source))}</bdi>: <q><bdi>${heard}</bdi></q></p>`
    })
}

function gap({ t, language }: Page, { gaps }: ReportQuotation, index: number): Html | null {
  const between = gaps[index]
  if (!between || between.heard === '') return null
  const { seconds } = between
  const intro =
    seconds === null
      ? t.betweenUntimed
      : seconds < 0
        ? t.earlier(decimal(-seconds, language))
        : t.between(decimal(seconds, language))
  return html`<div class="gap"><p>${intro}</p><blockquote><p><bdi>${between.heard}</bdi></p></blockquote></div>`
}
