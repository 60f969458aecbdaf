import { parseDocument } from 'yaml'
import { badFrontMatter } from './errors.js'

/** Front matter longer than this (characters) is no front matter. */
const MAX_FRONT_MATTER = 65_536

export interface FrontMatter {
  meta: Record<string, unknown>
  /** Source offset at which the article begins. */
  end: number
}

/**
 * The YAML between a first line `---` and the next line `---`; nothing when the file does not begin so, or when the
 * lines between hold no mapping (then `---` was a rule across the page).
 * @throws UserError with the line, when it is no readable YAML.
 */
export function readFrontMatter(path: string, source: string): FrontMatter {
  const none = { meta: {}, end: 0 }
  const opening = /^\s{0,3}---[ \t]*(?:\r\n|\n|\r)/.exec(source.slice(0, 200))
  if (!opening) return none
  const start = opening[0].length
  const closing = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/.exec(source.slice(start, start + MAX_FRONT_MATTER))
  if (!closing) {
    if (/^[\w-]+:/.test(source.slice(start, start + 100)))
      throw badFrontMatter(path, 1, 'no closing --- / avslutande --- saknas')
    return none
  }
  const text = source.slice(start, start + closing.index)
  const document = parseDocument(text.replaceAll(/\r\n?/g, '\n'), { prettyErrors: true, uniqueKeys: false })
  const [error] = document.errors
  const firstLine = opening[0].split(/\r\n|\n|\r/).length
  if (error) {
    throw badFrontMatter(path, firstLine + (error.linePos?.[0].line ?? 1) - 1, error.message.split('\n')[0] ?? '')
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 50 })
  } catch (cause) {
    throw badFrontMatter(path, firstLine, cause instanceof Error ? cause.message : String(cause))
  }
  const end = start + closing.index + closing[0].length
  if (value === null || value === undefined) return { meta: {}, end }
  if (typeof value !== 'object' || Array.isArray(value)) return none
  return { meta: value as Record<string, unknown>, end }
}
