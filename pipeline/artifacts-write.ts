import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errors } from './texts/index.js'

/** What a rename gives where a folder has the file's name. */
const IN_THE_WAY: ReadonlySet<string> = new Set(['EISDIR', 'ENOTEMPTY'])

/**
 * Writes a file so that a reader sees the old content or the new, never half of it.
 * @param folder The one that errors name: what a user knows it by.
 * @throws UserError: `disk-full` (exit 3), `not-writable` (exit 2).
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  folder = dirname(path),
): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(content)
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    if (IN_THE_WAY.has((error as NodeJS.ErrnoException).code ?? '')) throw errors.folderInTheWay(path)
    throw writeError(folder, error)
  }
}

/** An error of the file system while writing, as something a user can act on. */
export function writeError(folder: string, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return errors.diskFull(folder, error)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return errors.notWritable(folder)
    default:
      return error
  }
}
