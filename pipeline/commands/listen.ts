import type { Command } from 'commander'
import { createProgress } from '../progress.js'
import type { ListenedTo } from '../run-listening.js'
import { errors, help } from '../texts/index.js'
import { type Context, choice, command, say, seconds } from './context.js'

interface Options {
  from: number
  to: number
  text: string[]
  format: 'txt' | 'json'
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
    .option('--format <format>', text('listen-format'), choice('--format', ['txt', 'json']), 'txt' as const)
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
      if (options.format === 'json') {
        const { from, to } = options
        return context.print(
          JSON.stringify({ recording: audio, fromSeconds: from, toSeconds: to, ...heard }, tenths, 2),
        )
      }
      const margins = heard.texts.map(({ margin }) => decimal(margin, context.language))
      const width = Math.max(...margins.map((margin) => margin.length))
      for (const [index, { text }] of heard.texts.entries()) {
        const mark = heard.supported === index ? '→' : ' '
        context.print(say(context, 'wording', { mark, margin: margins[index]!.padStart(width), text }))
      }
      for (const line of await sentences(context, heard)) context.print(line)
    })
}

/** What the numbers come to: whether a wording leads, in what the two differ, and how often that has been right. */
async function sentences(context: Context, { texts, supported, lead, change }: ListenedTo): Promise<string[]> {
  if (texts.length < 2) return []
  if (supported === null || lead === null) return [say(context, 'none-supported')]
  const { textsIn } = await import('../../reports/texts/index.js')
  const t = textsIn(context.language)
  const said = say(context, 'supported', { number: supported + 1, margin: decimal(lead, context.language) })
  if (change === null) return [said, say(context, 'several-changes')]
  const kind = t.editKinds[change.kind]
  const { limit, reliability } = change
  const told = reliability?.measure !== 'altered-right' || (limit !== null && lead >= limit)
  if (!reliability) return [said, say(context, 'not-measured', { kind })]
  if (told) return [said, t.reliability(reliability)]
  return [said, say(context, 'below-limit', { kind, limit: limit === null ? '–' : decimal(limit, context.language) })]
}

/** Nats to the tenth: what lies below differs between machines. */
const tenths = (key: string, value: unknown) =>
  typeof value === 'number' && /^(?:margin|prior|lead)$/.test(key) ? Math.round(value * 10) / 10 + 0 : value

/** To 0.1, with the decimal sign of the language. */
function decimal(value: number, language: Context['language']): string {
  const text = value.toFixed(1).replace('-', '−')
  return language === 'sv' ? text.replace('.', ',') : text
}
