import type { UiLanguage } from '#model'
import { en } from './en.js'
import { sv } from './sv.js'
import type { Texts } from './texts.js'

export type { Texts } from './texts.js'

/** The reports' own words in an interface language. */
export const textsIn = (language: UiLanguage): Texts => (language === 'en' ? en : sv)
