import { parseHtml } from './html-parser.js'
import type { SourceText } from './source-text.js'

const known = new Map<string, string>()

/** What a character reference stands for; itself when it stands for nothing. */
function decodeReference(reference: string): string {
  const cached = known.get(reference)
  if (cached !== undefined) return cached
  const child = parseHtml(reference, { fragment: true }).children[0]
  const decoded = child?.type === 'text' ? child.value : reference
  if (known.size < 5000) known.set(reference, decoded)
  return decoded
}

/**
 * Adds a parsed text node to `out`. Parsers give a node's value and the source range it was read from; this walks both
 * at once to learn which source units each value unit stands for: entities, Markdown's escapes, and what parsers leave
 * out (indentation and `>` at the start of a continued line) make them differ.
 */
export function addDecodedText(
  out: SourceText,
  source: string,
  range: { start: number; end: number },
  value: string,
  escapes: boolean,
): void {
  let from = range.start
  for (let at = 0; at < value.length && from < range.end; ) {
    const unit = source[from]!
    if (unit === '&') {
      const reference = /^&(?:#x[\da-f]{1,8}|#\d{1,9}|[a-z][a-z\d]{1,40});?/i.exec(source.slice(from, from + 44))?.[0]
      const decoded = reference && from + reference.length <= range.end ? decodeReference(reference) : null
      if (reference && decoded && decoded !== reference && value.startsWith(decoded, at)) {
        out.addDecoded(decoded, from, from + reference.length)
        at += decoded.length
        from += reference.length
        continue
      }
    }
    if (escapes && unit === '\\' && /[!-/:-@[-`{-~]/.test(source[from + 1] ?? '') && value[at] === source[from + 1]) {
      out.addDecoded(value[at]!, from, from + 2)
      at += 1
      from += 2
    } else if (unit === value[at]) {
      out.addVerbatim(source, from, from + 1)
      at += 1
      from += 1
    } else from += 1
  }
}
