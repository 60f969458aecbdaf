import type { ArticlePlace } from '#model'
import { blockSpan } from './block-span.js'
import type { Page } from './context.js'
import { type Html, html } from './template.js'

/** The paragraph's place on the page. Lines will not do: a line may hold many paragraphs, a paragraph many lines. */
export const blockAnchor = (index: number): string => `p${index + 1}`

/** The line of a place, linked to its paragraph in the article; plain where no paragraph holds it (front matter). */
export function lineLink({ t, article }: Page, place: ArticlePlace): Html {
  const span = place.path === article.path ? blockSpan(article, place.start, place.end) : null
  const line = t.line(place.line)
  return span ? html`<a href="#${blockAnchor(span.block.index)}">${line}</a>` : html`${line}`
}
