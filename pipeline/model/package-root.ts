import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let root: string | undefined

/**
 * The folder that holds our package.json: data files and the embedded model are found from it, from source and from the
 * build alike.
 * @throws Error when the package was taken apart.
 */
export function packageRoot(): string {
  if (root) return root
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('Cannot find the folder of the ordagrant package')
    folder = parent
  }
  root = folder
  return root
}
