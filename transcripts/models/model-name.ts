import { badModelName } from './model-errors.js'

const NAME =
  /^([A-Za-z0-9][A-Za-z0-9_.-]{0,95})\/([A-Za-z0-9][A-Za-z0-9_.-]{0,95})(?:@([A-Za-z0-9][A-Za-z0-9_./-]{0,99}))?$/

export interface ModelName {
  /** `owner/name`. */
  id: string
  owner: string
  name: string
  revision: string | null
}

/** @throws UserError when the text is no model name; dots that would climb out of a folder are none. */
export function parseModelName(text: string): ModelName {
  const match = NAME.exec(text)
  if (!match || text.includes('..')) throw badModelName(text)
  const [, owner, name, revision] = match
  return { id: `${owner}/${name}`, owner: owner!, name: name!, revision: revision ?? null }
}
