import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Verdict } from '#model'
import { errors, help } from '../texts/index.js'
import { type Context, choice, command, say } from './context.js'

const verdicts = ['confirmed', 'fixed', 'stet', 'needs-source', 'not-checkable'] as const satisfies Verdict[]

/** `ordagrant rule`: writes down what a person decided about a fact. */
export function ruleCommand(context: Context): Command {
  const text = (id: keyof typeof help) => help[id][context.language]
  return command(context, 'rule', 'rule')
    .argument('<id>', text('id'))
    .argument('<verdict>', text('verdict'), choice('VERDICT', verdicts))
    .argument('[story-folder]', text('rule-folder'))
    .option('--reason <text>', text('reason'))
    .option('--note <text>', text('note'))
    .requiredOption('--by <name>', text('by'))
    .action(rule)

  async function rule(
    id: string,
    verdict: Verdict,
    folder: string | undefined,
    { reason, note, by }: { reason?: string; note?: string; by: string },
  ): Promise<void> {
    const { addRuling } = await import('../rulings.js')
    const { readReportFile } = await import('../index.js')
    const at = resolve(folder ?? '.')
    const report = await readReportFile(at)
    if (by.trim() === '') throw errors.badValue('--by', by, ['--by "Namn"'])
    const ruled = await addRuling(at, report, {
      id,
      verdict,
      ...(reason ? { reason } : {}),
      ...(note ? { note } : {}),
      by,
      at: new Date().toISOString(),
    })
    context.print(say(context, 'ruled', { id: ruled.fingerprint.slice(0, 10), verdict, text: ruled.text }))
  }
}
