import type { Element, Root } from 'hast'
import { EXIT, SKIP, visit } from 'unist-util-visit'
import { isFurniture } from './html-furniture.js'

export function findElements(root: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(root, 'element', (element) => {
    if (test(element)) found.push(element)
  })
  return found
}

/** Letters in paragraphs and bare text under an element, furniture and links left out. */
function proseLength(element: Element): number {
  let length = 0
  visit(element, (node) => {
    if (node.type === 'element' && node !== element && (node.tagName === 'a' || isFurniture(node, true))) return SKIP
    if (node.type === 'text') length += node.value.trim().length
    return undefined
  })
  return length
}

const longest = (elements: readonly Element[]): Element | null => {
  let best: { element: Element; length: number } | null = null
  for (const element of elements) {
    const length = proseLength(element)
    if (length > 0 && (!best || length > best.length)) best = { element, length }
  }
  return best?.element ?? null
}

const hasHeading = (element: Element): boolean => {
  let found = false
  visit(element, 'element', ({ tagName }) => {
    found = tagName === 'h1'
    return found ? EXIT : undefined
  })
  return found
}

const isBody = ({ properties: { itemProp } }: Element): boolean =>
  Array.isArray(itemProp) ? itemProp.includes('articleBody') : itemProp === 'articleBody'

/**
 * The element that holds the article: the `<article>` with most prose; else the smallest element round
 * `itemprop=articleBody` that has the headline too; else `<main>`; else the smallest element that holds the headline and
 * four fifths of the page's prose (the rest is frame).
 */
export function chooseRoot(root: Root): Element | null {
  const articles = findElements(
    root,
    ({ tagName, properties }) => tagName === 'article' || properties.role === 'article',
  )
  // Teasers and comments are articles too, often inside the real one.
  const article = longest(articles)
  if (article) return article
  const body = longest(findElements(root, isBody))
  if (body) return climb(root, body)
  const main = longest(
    findElements(root, ({ tagName, properties }) => tagName === 'main' || properties.role === 'main'),
  )
  if (main) return main
  const [page] = findElements(root, ({ tagName }) => tagName === 'body')
  return page ? densest(page) : null
}

/** From an element outwards to the first that holds a headline, but not to the whole page. */
function climb(root: Root, inner: Element): Element {
  const around = findElements(
    root,
    (element) => contains(element, inner) && !['html', 'body'].includes(element.tagName) && hasHeading(element),
  )
  return around.at(-1) ?? inner
}

const contains = (outer: Element, inner: Element): boolean => {
  const [a, b] = [outer.position, inner.position]
  return a !== undefined && b !== undefined && a.start.offset! <= b.start.offset! && a.end.offset! >= b.end.offset!
}

function densest(page: Element): Element {
  const enough = proseLength(page) * 0.8
  let best = page
  for (;;) {
    const wanted = hasHeading(best)
    const inner = best.children.find(
      (child): child is Element =>
        child.type === 'element' &&
        !isFurniture(child, false) &&
        proseLength(child) >= enough &&
        hasHeading(child) === wanted,
    )
    if (!inner || ['p', 'h1'].includes(inner.tagName)) return best
    best = inner
  }
}
