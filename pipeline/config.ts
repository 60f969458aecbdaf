import type { UiLanguage } from '#model'
import { errors } from './texts/index.js'

/** What a run is told: on the command line, in story.yaml, or by default. */
export interface Settings {
  title: string | null
  /** BCP 47 primary subtag; null: what the article says. */
  language: string | null
  /** YYYY, YYYY-MM or YYYY-MM-DD; null: what the article says. */
  published: string | null
  /** Are the recordings all that was said (`complete`), or a part of it? Default `partial`. */
  recordings: 'complete' | 'partial'
  /** Is sound from the recordings put into the HTML report? Default `embed`. */
  clips: 'embed' | 'none'
  /** Name or folder of the model; null: the embedded one. */
  model: string | null
  /** Is the second hearing done? Default true. */
  listen: boolean
  uiLanguage: UiLanguage
  /** File name of a recording → what a reader should know about it. */
  notes: Record<string, string>
  /** Check id → that check's options. */
  checks: Record<string, Record<string, unknown>>
}

/** The settings that may be given on the command line or through the API; they win over story.yaml. */
export type GivenSettings = {
  [name in keyof Omit<Settings, 'title' | 'notes' | 'checks'>]?: Settings[name] | undefined
}

/** What story.yaml may say, read and checked by settings-file.ts. */
export type FileSettings = { [name in keyof Omit<Settings, 'uiLanguage' | 'listen'>]?: Settings[name] | undefined }

/**
 * Command line, then story.yaml, then environment (`ORDAGRANT_MODEL`), then default.
 * @throws UserError (exit 2) for a language that is no language code.
 */
export function resolveSettings(
  given: GivenSettings,
  file: FileSettings = {},
  environment: Record<string, string | undefined> = process.env,
): Settings {
  const language = given.language ?? file.language ?? null
  return {
    title: file.title ?? null,
    language: language === null ? null : languageCode(language),
    published: given.published ?? file.published ?? null,
    recordings: given.recordings ?? file.recordings ?? 'partial',
    clips: given.clips ?? file.clips ?? 'embed',
    model: given.model ?? file.model ?? (environment.ORDAGRANT_MODEL || null),
    listen: given.listen ?? true,
    uiLanguage: given.uiLanguage ?? 'sv',
    notes: file.notes ?? {},
    checks: file.checks ?? {},
  }
}

/** "sv-SE" → "sv". */
export function languageCode(text: string): string {
  const code = /^([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$/i.exec(text.trim())?.[1]
  if (!code) throw errors.badLanguage(text)
  return code.toLowerCase()
}
