import { constants } from 'node:fs'
import { access, readFile, realpath, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { errors } from './texts/index.js'

/** One file of a story. `path` is what the report shows: relative to the story, with `/`. */
export interface StoryFile {
  path: string
  absolute: string
  bytes: number
  modifiedMs: number
  inode: number
}

const megabyte = 1_000_000

/** Largest size of each kind of file, bytes. Sound has none: it is never read whole. */
export const limits = {
  article: 10 * megabyte,
  data: 50 * megabyte,
  transcript: 50 * megabyte,
  settings: megabyte,
  rulings: 10 * megabyte,
  audio: Number.POSITIVE_INFINITY,
}

/**
 * Looks at a file without reading it.
 * @param options.root Real path of the story's folder: the file must lie inside it. Null: it may lie anywhere.
 * @throws UserError (exit 2) when it is missing, no file, too large, not readable, or a link that leads out of the story.
 */
export async function storyFile(options: {
  absolute: string
  path: string
  limit: number
  root: string | null
  given?: string
}): Promise<StoryFile> {
  const { absolute, path, limit, root, given = path } = options
  try {
    const real = await realpath(absolute)
    if (root !== null && !real.startsWith(root.endsWith(sep) ? root : root + sep)) throw errors.outsideStory(given)
    const stats = await stat(real)
    if (!stats.isFile()) throw errors.notAFile(given)
    if (stats.size > limit) throw errors.fileTooLarge(given, Math.ceil(stats.size / megabyte), limit / megabyte)
    await access(real, constants.R_OK)
    return { path, absolute, bytes: stats.size, modifiedMs: stats.mtimeMs, inode: stats.ino }
  } catch (error) {
    throw fileError(given, error)
  }
}

/**
 * Reads a file that `storyFile` has looked at.
 * @throws UserError (exit 2) when it has gone or may not be read.
 */
export async function readStoryFile(file: StoryFile): Promise<Uint8Array> {
  try {
    return await readFile(file.absolute)
  } catch (error) {
    throw fileError(file.path, error)
  }
}

function fileError(path: string, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return errors.fileMissing(path)
    case 'EACCES':
    case 'EPERM':
      return errors.noPermission(path)
    case 'EISDIR':
      return errors.notAFile(path)
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'EIO':
      return errors.unreadable(path, error)
    default:
      return error
  }
}
