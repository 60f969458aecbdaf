import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { DigestMemory } from './digest-memory.js'
import { modelAmbiguous, modelIncomplete, modelMissing } from './model-errors.js'
import { allFiles, chooseFiles, filesIn, type ModelFiles, type ModelPart } from './model-layout.js'
import { EMBEDDED_NAME, embeddedDirectory, type ModelLock, readLock } from './model-lock.js'
import { type ModelName, parseModelName } from './model-name.js'
import { modelsHome } from './models-home.js'

export interface ResolveOptions {
  /** Where pulled models lie. Default: see modelsHome. */
  modelsHome?: string
  /** Where digests of a directory without a lock are remembered; null or left out: they are computed each time. */
  cacheDir?: string | null
}

/**
 * The files of a model: null or `whisper-base` is the embedded one; else an existing directory, else `owner/name` or
 * `owner/name@revision` among the pulled ones. Nothing is verified here: see verifyModel.
 * @throws UserError (exit 2): no such model, with the line that pulls it; a directory that lacks files; several versions.
 */
export async function resolveModel(nameOrDir: string | null, options: ResolveOptions = {}): Promise<ModelFiles> {
  const memory = new DigestMemory(options.cacheDir ?? null)
  const directory = await directoryOf(nameOrDir, options.modelsHome ?? modelsHome())
  const model = await modelIn(directory, memory)
  await memory.save()
  return model
}

async function directoryOf(nameOrDir: string | null, home: string): Promise<string> {
  if (nameOrDir === null || nameOrDir === EMBEDDED_NAME) return embeddedDirectory()
  const asDirectory = resolve(nameOrDir)
  if ((await stat(asDirectory).catch(() => null))?.isDirectory()) return asDirectory
  const name = parseModelName(nameOrDir)
  const versions = await versionsOf(join(home, name.owner, name.name))
  const fitting = versions.filter(({ lock }) => fits(lock, name))
  // Without a wish, the repository's own main version, if that is there.
  const main = name.revision === null ? fitting.filter(({ lock }) => lock.requested === 'main') : []
  const choice = main.length === 1 ? main : fitting
  if (choice.length === 0) throw modelMissing(nameOrDir, home)
  if (choice.length > 1) {
    throw modelAmbiguous(
      name.id,
      choice.map(({ lock }) => (lock.revision ?? '').slice(0, 12)),
    )
  }
  return choice[0]!.directory
}

function fits(lock: ModelLock, { revision }: ModelName): boolean {
  if (revision === null || lock.requested === revision) return true
  return revision.length >= 7 && (lock.revision ?? '').startsWith(revision)
}

async function versionsOf(folder: string): Promise<{ directory: string; lock: ModelLock }[]> {
  const names = await readdir(folder).catch(() => [])
  const versions: { directory: string; lock: ModelLock }[] = []
  for (const name of names.sort()) {
    const lock = await readLock(join(folder, name)).catch(() => null)
    if (lock) versions.push({ directory: join(folder, name), lock })
  }
  return versions
}

/** The model in a directory. Digests come from its lock where it has one, else from the files. */
export async function modelIn(directory: string, memory: DigestMemory): Promise<ModelFiles> {
  const chosen = chooseFiles(await filesIn(directory))
  if ('missing' in chosen) throw modelIncomplete(directory, chosen.missing)
  const lock = await readLock(directory)
  const digest = createHash('sha256')
  for (const file of allFiles(chosen)) {
    const sha256 = lock?.files[file]?.sha256 ?? (await memory.sha256(join(directory, file)))
    digest.update(`${file} ${sha256}\n`)
  }
  const parts = Object.entries(chosen.parts) as [ModelPart, string][]
  return {
    name: lock?.name ?? basename(directory),
    directory,
    revision: lock?.revision ?? null,
    files: Object.fromEntries(parts.map(([part, file]) => [part, join(directory, file)])) as ModelFiles['files'],
    externalData: chosen.externalData.map((file) => join(directory, file)),
    sha256: digest.digest('hex'),
  }
}

/** The embedded model and every pulled one, by name. Half-pulled and incomplete ones are left out. */
export async function listModels(options: ResolveOptions = {}): Promise<ModelFiles[]> {
  const home = options.modelsHome ?? modelsHome()
  const memory = new DigestMemory(options.cacheDir ?? null)
  const models = [await modelIn(embeddedDirectory(), memory)]
  for (const owner of (await readdir(home).catch(() => [])).sort()) {
    for (const name of (await readdir(join(home, owner)).catch(() => [])).sort()) {
      for (const { directory } of await versionsOf(join(home, owner, name))) {
        const model = await modelIn(directory, memory).catch(() => null)
        if (model) models.push(model)
      }
    }
  }
  await memory.save()
  return models
}
