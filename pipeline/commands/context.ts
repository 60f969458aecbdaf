import { type Command, createCommand, type Option } from 'commander'
import { formatMessage, type UiLanguage } from '#model'
import { errors, type HelpId, help, type TalkId, talk } from '../texts/index.js'

/** What a command is handed: the interface language, where to write, and how it is told to stop. */
export interface Context {
  language: UiLanguage
  verbose: boolean
  signal: AbortSignal
  /** Writes a line of results. */
  print(text: string): void
  /** Writes a line of anything else. */
  tell(text: string): void
  stderr: NodeJS.WriteStream
  /** What the process ends with. */
  exit(code: number): void
}

export const say = (context: Pick<Context, 'language'>, id: TalkId, values: Record<string, string | number> = {}) =>
  formatMessage(talk, { id, values }, context.language)

/** A command whose help is in the interface language, with the options that every command has. */
export function command(context: Context, name: string, description: HelpId): Command {
  const text = (id: HelpId) => help[id][context.language]
  const titles: Record<string, string> = {
    'Usage:': text('usage'),
    'Options:': text('options'),
    'Arguments:': text('arguments'),
    'Commands:': text('commands'),
  }
  return createCommand(name)
    .description(text(description))
    .helpOption('-h, --help', text('help-option'))
    .helpCommand(false)
    .option('--ui-language <sv|en>', text('ui-language'), choice('--ui-language', ['sv', 'en']))
    .option('--verbose', text('verbose'))
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description }: Option) => description,
    })
    .configureOutput({
      writeOut: (written) => context.print(written.replace(/\n$/, '')),
      writeErr: (written) => context.tell(written.replace(/\n$/, '')),
      // Errors are shown once, in the interface language, by program.ts.
      outputError: () => {},
    })
    .exitOverride()
}

/** Parses an option's value as one of a few words. */
export function choice<T extends string>(option: string, allowed: readonly T[]): (value: string) => T {
  return (value) => {
    const found = allowed.find((word) => word === value)
    if (found === undefined) throw errors.badValue(option, value, allowed)
    return found
  }
}

/** Parses a list with commas between, each one of a few words. */
export function choices<T extends string>(option: string, allowed: readonly T[]): (value: string) => T[] {
  const one = choice(option, allowed)
  return (value) => [...new Set(value.split(',').map((word) => one(word.trim())))]
}

/** Parses a number of seconds, at least 0. */
export function seconds(option: string): (value: string) => number {
  return (value) => {
    const number = /^\d+([.,]\d+)?$/.test(value) ? Number(value.replace(',', '.')) : Number.NaN
    if (!Number.isFinite(number)) throw errors.badSeconds(option, value)
    return number
  }
}
