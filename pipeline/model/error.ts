import type { UiLanguage } from './message.js'

/**
 * An error that the user can do something about: what was wrong, where in their file, and what to do, in both interface
 * languages. `exitCode` 2: usage, configuration or an input that can't be read; 3: a stage failed.
 */
export class UserError extends Error {
  readonly id: string
  readonly text: Record<UiLanguage, string>
  readonly exitCode: 2 | 3
  constructor(id: string, text: Record<UiLanguage, string>, options: { exitCode?: 2 | 3; cause?: unknown } = {}) {
    super(text.en, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'UserError'
    this.id = id
    this.text = text
    this.exitCode = options.exitCode ?? 2
  }
}
