import { formatMessage, type Report } from '#model'
import type { Findings } from './build-report-found.js'
import { failedSeconds } from './exit.js'
import { type WarningId, warnings } from './texts/index.js'

type Values = Record<string, string | number>

/** What a reader of the report must know beside its findings, above all what was not checked. */
export function reportWarnings(found: Findings, quotations: Report['quotations']): Report['warnings'] {
  const { settings, recordings, transcripts, language } = found
  const list: Report['warnings'] = []
  const warn = (id: WarningId, values: Values = {}) =>
    list.push({ id, text: formatMessage(warnings, { id, values }, settings.uiLanguage) })

  for (const { id, path, text } of found.failures) warn(id, { path, text: text?.[settings.uiLanguage] ?? path })
  for (const recording of recordings) {
    const { path, truncated, speechSeconds, language: heard } = recording
    if (truncated) warn('end-not-reached', { path })
    const unheard = failedSeconds(recording)
    if (unheard > 0) warn('speech-unheard', { path, seconds: Math.ceil(unheard) })
    if (speechSeconds === 0) warn('no-speech', { path })
    else if (heard !== null && heard !== language.code) warn('other-language', { path, heard, language: language.code })
  }
  for (const doubt of found.languageDoubts) warn('language-differs', doubt)
  const sources = recordings.length + transcripts.length
  if (sources === 0) warn('no-sound')
  else if (
    quotations.some(({ pieces }) => pieces.length > 0) &&
    quotations.every(({ speakerCheck }) => speakerCheck === 'not-checked')
  ) {
    warn('speaker-not-checked')
  }
  if (recordings.length > 0 && !settings.listen) warn('not-listened')
  if (found.datasets.length === 0 && found.claims.quantities.length > 0) warn('no-tables')
  if (found.published === null && found.claims.times.some(({ anchor }) => anchor === 'published'))
    warn('no-publication-date')
  if (language.assumed) warn('language-assumed')
  if (found.model && found.modelEmbedded && language.code === 'sv' && recordings.length > 0) {
    warn('better-model', { model: found.model.name })
  }
  return list
}
