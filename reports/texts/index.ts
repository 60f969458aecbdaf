import { aboutTranscript, type Report, type UiLanguage } from '#model'
import { en } from './en.js'
import { sv } from './sv.js'
import type { Texts } from './texts.js'

export type { Texts } from './texts.js'

const own: Record<UiLanguage, Texts> = { sv, en }
const ofTranscripts: Partial<Record<UiLanguage, Texts>> = {}

/** The reports' own words in an interface language; of a story without recordings they speak of its transcripts. */
export function textsIn(language: UiLanguage, report?: Pick<Report, 'recordings' | 'transcripts'>): Texts {
  if (!report || report.recordings.length > 0 || report.transcripts.length === 0) return own[language]
  ofTranscripts[language] ??= reworded(own[language], (text) => aboutTranscript(text, language))
  return ofTranscripts[language]
}

/** The same texts, and functions that make texts, with every sentence passed through `change`. */
function reworded<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (typeof value === 'function') {
    return ((...given: unknown[]) => reworded((value as (...given: unknown[]) => unknown)(...given), change)) as T
  }
  if (Array.isArray(value)) return value.map((one) => reworded(one, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, reworded(one, change)])) as T
}
