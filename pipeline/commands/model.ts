import type { Command } from 'commander'
import { createProgress } from '../progress.js'
import { help } from '../texts/index.js'
import { type Context, command, say } from './context.js'

/** `ordagrant model`: the speech models on this computer. */
export function modelCommand(context: Context): Command {
  const text = (id: keyof typeof help) => help[id][context.language]
  const models = () => import('../../transcripts/models/index.js')
  const model = command(context, 'model', 'model-command').enablePositionalOptions().usage('<command> …')

  model.addCommand(
    command(context, 'list', 'model-list').action(async () => {
      const { listModels } = await models()
      for (const { name, revision, directory } of await listModels()) {
        context.print([name, revision?.slice(0, 12) ?? '–', directory].join('\t'))
      }
    }),
  )
  model.addCommand(
    command(context, 'verify', 'model-verify')
      .argument('<name>', text('model-name'))
      .action(async (name: string) => {
        const { resolveModel, verifyModel } = await models()
        const { verified, unlocked } = await verifyModel(await resolveModel(name))
        for (const file of verified) context.print(say(context, 'verified', { file }))
        for (const file of unlocked) context.print(say(context, 'unlocked', { file }))
      }),
  )
  model.addCommand(
    command(context, 'path', 'model-path')
      .argument('<name>', text('model-name'))
      .action(async (name: string) => {
        const { resolveModel } = await models()
        context.print((await resolveModel(name)).directory)
      }),
  )
  model.addCommand(
    command(context, 'pull', 'model-pull')
      .argument('<name>', text('model-revision'))
      .action(async (name: string) => {
        const { pullModel } = await models()
        const progress = createProgress(context.stderr, context.language)
        const { directory } = await pullModel(name, {
          signal: context.signal,
          onProgress: ({ file, bytes, totalBytes }) =>
            progress.onProgress({ stage: 'pull', path: file, fraction: totalBytes > 0 ? bytes / totalBytes : null }),
        }).finally(progress.done)
        context.print(directory)
      }),
  )
  return model
}
