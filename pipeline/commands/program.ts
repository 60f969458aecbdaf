import { type Command, CommanderError } from 'commander'
import { type UiLanguage, UserError } from '#model'
import { packageVersion } from '../build-report-version.js'
import { help, type TalkId } from '../texts/index.js'
import { checkCommand } from './check.js'
import { type Context, command, say } from './context.js'
import { dataCommand } from './data.js'
import { explainCommand } from './explain.js'
import { listenCommand } from './listen.js'
import { modelCommand } from './model.js'
import { ruleCommand } from './rule.js'
import { transcribeCommand } from './transcribe.js'

type Process = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'on' | 'off' | 'exit' | 'env'>

/** Runs a command line. @returns the exit code; see exit.ts. */
export async function program(args: string[], process: Process): Promise<number> {
  const interrupt = new AbortController()
  let code = 0
  const context: Context = {
    language: uiLanguageOf(args),
    verbose: args.includes('--verbose'),
    signal: interrupt.signal,
    print: (text) => process.stdout.write(`${text}\n`),
    tell: (text) => process.stderr.write(`${text}\n`),
    stderr: process.stderr,
    exit: (wanted) => {
      code = wanted
    },
  }
  const onInterrupt = () => {
    // A second Ctrl-C is from somebody who does not want to wait for the write in hand.
    if (interrupt.signal.aborted) process.exit(130)
    interrupt.abort()
  }
  // Who reads our output may stop reading: `ordagrant … | head` is no error.
  const onBrokenPipe = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(code)
    throw error
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onInterrupt)
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onBrokenPipe)
  try {
    await commands(context).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (interrupt.signal.aborted) {
      context.tell(say(context, 'interrupted'))
      return 130
    }
    return failed(context, error, context.verbose || Boolean(process.env.ORDAGRANT_DEBUG))
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onInterrupt)
  }
}

/** All commands; also read by the test that every one of them is documented. */
export function commands(context: Context): Command {
  const root = command(context, 'ordagrant', 'program')
    .version(packageVersion(), '-V, --version', help.version[context.language])
    .usage('<command> …')
    // A command's own options are its own, also where the program has one of the same name.
    .enablePositionalOptions()
  const all = [checkCommand, transcribeCommand, listenCommand, ruleCommand, explainCommand, modelCommand, dataCommand]
  for (const make of all) root.addCommand(make(context))
  return root
}

/** Help is written before the options are parsed. */
function uiLanguageOf(args: string[]): UiLanguage {
  const index = args.findIndex((arg) => arg === '--ui-language' || arg.startsWith('--ui-language='))
  const value = args[index]?.split('=')[1] ?? args[index + 1]
  return index >= 0 && value === 'en' ? 'en' : 'sv'
}

/** Says what went wrong in one line. @returns the exit code */
function failed(context: Context, error: unknown, verbose: boolean): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    if (error.code !== 'commander.help') context.tell(say(context, 'error', { text: usageText(context, error) }))
    return 2
  }
  const [text, code] =
    error instanceof UserError
      ? [error.text[context.language], error.exitCode]
      : [say(context, 'unexpected', { name: error instanceof Error ? error.name : typeof error }), 3]
  context.tell(say(context, 'error', { text }))
  if (verbose && error instanceof Error) context.tell(stackOf(error))
  return code
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\n${stackOf(error.cause)}` : ''
  return `${error.stack ?? error.message}${cause}`
}

const usage: Record<string, TalkId> = {
  'commander.unknownOption': 'unknown-option',
  'commander.unknownCommand': 'unknown-command',
  'commander.missingArgument': 'missing-argument',
  'commander.optionMissingArgument': 'missing-value',
  'commander.missingMandatoryOptionValue': 'missing-option',
  'commander.excessArguments': 'excess-argument',
}

/** Commander says it in English only; what it is about stands between quotation marks. */
function usageText(context: Context, { code, message }: CommanderError): string {
  const id = usage[code] ?? 'bad-usage'
  return say(context, id, { what: /'([^']*)'/.exec(message)?.[1] ?? '' })
}
