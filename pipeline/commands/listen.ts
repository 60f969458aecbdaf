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
      for (const [index, { text, margin }] of heard.texts.entries()) {
        const mark = heard.supported === index ? '→' : ' '
        context.print(say(context, 'wording', { mark, margin: decimal(margin, context.language), text }))
      }
      if (heard.supported === null && heard.texts.length > 1) context.print(say(context, 'none-supported'))
    })
}

/** To 0.1, with the decimal sign of the language. */
function decimal(value: number, language: Context['language']): string {
  const text = value.toFixed(1).replace('-', '−')
  return language === 'sv' ? text.replace('.', ',') : text
}
