import type { Command } from 'commander'
import { help } from '../texts/index.js'
import { type Context, command } from './context.js'

/** `ordagrant explain`: prints the page of a check. */
export function explainCommand(context: Context): Command {
  return command(context, 'explain', 'explain')
    .argument('<check-id>', help['check-id'][context.language])
    .action(async (id: string) => {
      const { explainCheck } = await import('../../checks/explain.js')
      context.print(await explainCheck(id, context.language))
    })
}
