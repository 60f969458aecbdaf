import { sentences, words } from '#language'
import type { Article, Claims, Quotation, Statement, TextSpan } from '#model'
import { alignedWord } from './heard-words.js'
import type { PrintedWord } from './located.js'

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end

/** The words of a quotation's parts, or of a statement without its reporting clause, in printed order. */
export function printedWords(
  article: Article,
  claims: Claims,
  claim: Quotation | Statement,
  language: string,
): PrintedWord[] {
  const parts: TextSpan[] = claim.kind === 'quotation' ? claim.parts : [claim.span]
  const printed: PrintedWord[] = []
  let sentence = 0
  parts.forEach((part, partIndex) => {
    const block = article.blocks[part.block]!
    const text = block.text.slice(part.start, part.end)
    const names = claims.names
      .filter((name) => name.entity === 'person' && name.span.block === part.block)
      .map((name) => name.span)
    const left = claim.kind === 'statement' && claim.reporting?.span.block === part.block ? claim.reporting.span : null
    for (const span of sentences(text)) {
      let any = false
      const tokens = words(text.slice(span.start, span.end))
      tokens.forEach((token, at) => {
        const start = part.start + span.start + token.start
        const end = part.start + span.start + token.end
        if (left && overlaps(left, { start, end })) return
        any = true
        printed.push({
          text: token.text,
          after: text.slice(span.start + token.end, span.start + (tokens[at + 1]?.start ?? span.end - span.start)),
          ...alignedWord(token.text, language),
          start: block.starts[start]!,
          end: block.ends[end - 1]!,
          sentence,
          part: partIndex,
          name: names.some((name) => overlaps(name, { start, end })),
        })
      })
      if (any) sentence++
    }
  })
  return printed
}
