import { copyFile, mkdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { DigestMemory, fileSha256 } from './digest-memory.js'
import { download } from './download.js'
import { askHub, fileAddress, hubAddress } from './hub.js'
import { modelIncomplete } from './model-errors.js'
import { allFiles, chooseFiles, filesIn, type ModelFiles } from './model-layout.js'
import { type ModelLock, readLock, writeLock } from './model-lock.js'
import { parseModelName } from './model-name.js'
import { modelsHome } from './models-home.js'
import { notOnnx, storageError } from './pull-errors.js'
import { modelIn } from './resolve-model.js'

export interface PullProgress {
  file: string
  /** Bytes of the whole model that are on disk, and that it has. */
  bytes: number
  totalBytes: number
}

export interface PullOptions {
  /** Base address of a hub with the same API. Default: ORDAGRANT_MODEL_MIRROR, else the public hub. */
  mirror?: string
  modelsHome?: string
  signal?: AbortSignal
  onProgress?: (progress: PullProgress) => void
  /** First pause before trying again after a cut connection, milliseconds. Default 500. */
  retryMs?: number
}

/**
 * Puts a model into the models home, and locks it: `owner/name[@revision]` from a hub, or an existing directory (copied,
 * afterwards called `local/<its name>`). A revision is resolved to its commit, every file held against the hash that the
 * hub publishes for it; a download that was cut goes on where it stopped. Pulling what is there costs one question.
 * @throws UserError: no such model; no ONNX files; the hub can't be reached; a wrong checksum; disk full.
 */
export async function pullModel(spec: string, options: PullOptions = {}): Promise<ModelFiles> {
  const home = options.modelsHome ?? modelsHome()
  try {
    const source = resolve(spec)
    const isDirectory = (await stat(source).catch(() => null))?.isDirectory() ?? false
    return isDirectory ? await pullDirectory(source, home, options) : await pullFromHub(spec, home, options)
  } catch (error) {
    throw storageError(home, error)
  }
}

async function pullFromHub(spec: string, home: string, options: PullOptions): Promise<ModelFiles> {
  const name = parseModelName(spec)
  const base = hubAddress(options.mirror)
  const { commit, files } = await askHub(base, name, options.signal)
  const chosen = chooseFiles(files.map((file) => file.path))
  if ('missing' in chosen) throw notOnnx(spec, chosen.missing)
  const directory = join(home, name.owner, name.name, commit)
  const wanted = allFiles(chosen).map((path) => files.find((file) => file.path === path)!)
  const totalBytes = wanted.reduce((sum, file) => sum + file.bytes, 0)
  const earlier = await readLock(directory).catch(() => null)
  const locked: ModelLock['files'] = {}
  let done = 0
  for (const file of wanted) {
    const tell = (bytes: number) => options.onProgress?.({ file: file.path, bytes: done + bytes, totalBytes })
    const target = join(directory, file.path)
    let sha256 = await presentSha256(target, file.bytes, file.sha256 ?? earlier?.files[file.path]?.sha256 ?? null)
    sha256 ??= await download(fileAddress(base, name.id, commit, file.path), file, target, {
      signal: options.signal,
      onBytes: tell,
      retryMs: options.retryMs ?? 500,
    })
    locked[file.path] = { sha256, bytes: file.bytes }
    tell(file.bytes)
    done += file.bytes
  }
  await writeLock(directory, {
    version: 1,
    name: name.id,
    revision: commit,
    requested: name.revision ?? 'main',
    files: locked,
  })
  return modelIn(directory, new DigestMemory(null))
}

/** The hash of a file from an earlier pull, when it is the one expected; else null, and it is fetched. */
async function presentSha256(path: string, bytes: number, expected: string | null): Promise<string | null> {
  const size = (await stat(path).catch(() => null))?.size
  if (size !== bytes || expected === null) return null
  return (await fileSha256(path)) === expected ? expected : null
}

async function pullDirectory(source: string, home: string, options: PullOptions): Promise<ModelFiles> {
  const chosen = chooseFiles(await filesIn(source))
  if ('missing' in chosen) throw modelIncomplete(source, chosen.missing)
  const origin = await modelIn(source, new DigestMemory(null))
  const directory = join(home, 'local', basename(source), origin.sha256.slice(0, 40))
  const files: ModelLock['files'] = {}
  const sizes = await Promise.all(allFiles(chosen).map(async (file) => (await stat(join(source, file))).size))
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0)
  let bytes = 0
  for (const [i, file] of allFiles(chosen).entries()) {
    options.signal?.throwIfAborted()
    const target = join(directory, file)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(source, file), target)
    files[file] = { sha256: await fileSha256(target), bytes: sizes[i]! }
    bytes += sizes[i]!
    options.onProgress?.({ file, bytes, totalBytes })
  }
  await writeLock(directory, {
    version: 1,
    name: `local/${basename(source)}`,
    revision: origin.sha256.slice(0, 40),
    requested: null,
    files,
  })
  return modelIn(directory, new DigestMemory(null))
}
