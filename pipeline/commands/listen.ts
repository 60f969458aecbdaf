import type { Command } from 'commander'
import { createProgress } from '../progress.js'
import { errors, help } from '../texts/index.js'
import { type Context, command, say, seconds } from './context.js'

interface Options {
  from: number
  to: number
  text: string[]
  language?: string
  model?: string
}

/** `ordagrant listen`: the second hearing on its own. */
export function listenCommand(context: Context): Command {
  const text = (id: keyof typeof help) => help[id][context.language]
  return command(context, 'listen', 'listen')
    .argument('<audio>', text('recording'))
    .requiredOption('--from <seconds>', text('from'), seconds('--from'))
    .requiredOption('--to <seconds>', text('to'), seconds('--to'))
    .requiredOption('--text <wording>', text('text'), (wording: string, before: string[] = []) => [...before, wording])
    .option('--language <code>', text('language'))
    .option('--model <name|folder>', text('model'))
    .action(async (audio: string, options: Options) => {
      if (options.to <= options.from) throw errors.badSpan()
      const progress = createProgress(context.stderr, context.language)
      const { runListening } = await import('../run-listening.js')
      const { signal } = context
      const heard = await runListening(audio, { ...options, signal, onProgress: progress.onProgress }).finally(
        progress.done,
      )
      for (const line of heard) context.print(say(context, 'wording', { ...line }))
    })
}
