import { createRequire } from 'node:module'
import type { Root } from 'hast'
import { unified } from 'unified'

const require = createRequire(import.meta.url)
let rehypeParse: typeof import('rehype-parse').default | undefined

/**
 * Parses HTML. The parser is loaded when first needed: it takes as long to load as all else that Markdown is read with, and
 * most Markdown has neither a tag nor a character reference.
 */
export function parseHtml(source: string, { fragment }: { fragment: boolean }): Root {
  rehypeParse ??= (require('rehype-parse') as typeof import('rehype-parse')).default
  return unified().use(rehypeParse, { fragment }).parse(source)
}
