import { type Clip, clipAt, MARGIN_SECONDS } from '../clip.js'
import { clock, clockSpan } from '../numbers.js'
import { sourceName } from '../source-name.js'
import type { Page } from './context.js'
import { type Html, html } from './template.js'

/** The opening words of a recording's note ("Synthetic speech"): it goes wherever the sound goes. */
export function shortNote(page: Page, recording: string): string | null {
  const note = page.report.recordings.find(({ id }) => id === recording)?.note
  if (!note) return null
  const sentence = note.split(/[.:;](?:\s|$)/u, 1)[0] ?? note
  return sentence.length > 60 ? `${sentence.slice(0, 59)}…` : sentence
}

interface Sound {
  source: string
  startSeconds: number | null
  endSeconds: number | null
}

/**
 * A line with seconds, recording and, where the clip is in the report, its sound. The clip's own player stands at its
 * first use and is pointed to from the others, so that it works without scripts and its bytes are there once; the
 * buttons are shown by the script.
 */
export function playBar(page: Page, { source, startSeconds, endSeconds }: Sound): Html {
  const { t } = page
  const name = sourceName(page.report, source)
  if (startSeconds === null || endSeconds === null) return html`<p class="play"><bdi>${name}</bdi></p>`
  const span = clockSpan(startSeconds, endSeconds)
  const clip = clipAt(page.clips, source, startSeconds)
  const note = shortNote(page, source)
  const where = html`<span class="where"><span class="time">${span}</span> <bdi>${name}</bdi>${note && html` <em class="label">${note}</em>`}</span>`
  if (!clip)
    return html`<p class="play">${where}${page.clips.length > 0 && html` <span class="muted">(${t.noClip})</span>`}</p>`
  const number = page.clips.indexOf(clip) + 1
  const data = (from: number, to: number) =>
    html`data-clip="clip${number}" data-from="${from.toFixed(2)}" data-to="${to.toFixed(2)}"`
  const from = startSeconds - clip.startSeconds
  const to = Math.min(endSeconds, clip.endSeconds) - clip.startSeconds
  const widest = clip.endSeconds - clip.startSeconds
  const buttons = html`<button type="button" hidden class="sound" ${data(from, to)} aria-label="${t.play(span, name)}"><span aria-hidden="true" class="glyph"></span>${t.playShort}</button><button type="button" hidden class="sound more" ${data(Math.max(0, from - MARGIN_SECONDS), Math.min(widest, to + MARGIN_SECONDS))} aria-label="${t.moreLabel(span)}"><span aria-hidden="true" class="glyph"></span>${t.more}</button>`
  if (page.placedClips.has(clip)) {
    return html`<p class="play">${buttons}${where} <a class="without-script" href="#clip${number}">${t.soundAt(number, clock(from))}</a></p>`
  }
  page.placedClips.add(clip)
  return html`<p class="play">${buttons}${where}</p>
${player(clip, number, `${t.clip(number, name, clockSpan(clip.startSeconds, clip.endSeconds))}. ${t.windTo(clock(from))}`)}`
}

function player(clip: Clip, number: number, label: string): Html {
  return html`<figure class="clip without-script"><figcaption>${label}</figcaption><audio id="clip${number}" controls preload="metadata" src="data:${clip.mime};base64,${clip.base64}" aria-label="${label}"></audio></figure>`
}
