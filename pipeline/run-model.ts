import { join, relative } from 'node:path'
import type { Engine } from '../transcripts/engine/engine-types.js'
import type { ModelDescription } from '../transcripts/engine/model-facts.js'
import type { ModelFiles } from '../transcripts/models/index.js'

/**
 * Finds the model to hear with and makes an engine for it. Nothing is loaded until it is asked something; then the
 * model's files are verified first.
 * @param name Name or folder; null: the embedded model.
 * @param cache Folder where verified files are remembered and encodings of cuts kept.
 * @throws UserError (exit 2) when it is not there, with the line that fetches it.
 */
export async function openModel(name: string | null, cache: string): Promise<{ engine: Engine; embedded: boolean }> {
  // Not by the models' door: it leads to the network too.
  const [{ resolveModel }, { createEngine }] = await Promise.all([
    import('../transcripts/models/resolve-model.js'),
    import('../transcripts/engine/client.js'),
  ])
  const model = await resolveModel(name, { cacheDir: cache })
  const engine = await createEngine({ model: described(model), encodings: join(cache, 'encoding') })
  let verification: Promise<unknown> | undefined
  const verified =
    <Asked extends unknown[], Reply>(ask: (...asked: Asked) => Promise<Reply>) =>
    async (...asked: Asked): Promise<Reply> => {
      verification ??= import('../transcripts/models/verify-model.js').then(({ verifyModel }) =>
        verifyModel(model, { cacheDir: cache }),
      )
      await verification
      return ask(...asked)
    }
  return {
    embedded: name === null,
    engine: {
      ...engine,
      transcribeWindows: verified(engine.transcribeWindows),
      detectLanguage: verified(engine.detectLanguage),
      score: verified(engine.score),
    },
  }
}

/** The engine takes paths relative to the model's folder. */
function described(model: ModelFiles): ModelDescription {
  const files = Object.entries(model.files).map(([part, file]) => [part, relative(model.directory, file)])
  return { ...model, files: Object.fromEntries(files) }
}
