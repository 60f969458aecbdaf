import type { Element } from 'hast'
import { EXIT, visit } from 'unist-util-visit'

/** Elements that never hold the article's own words. */
const elements = new Set(
  'script style noscript template nav form button select option textarea svg math iframe object embed video audio canvas dialog menu map head'.split(
    ' ',
  ),
)
const roles = new Set('navigation banner contentinfo complementary search dialog alertdialog menu toolbar'.split(' '))
/** Words of class names and ids, as content systems name what stands around articles. */
const names = new Set(
  (
    'ad ads advert advertisement annons banner breadcrumb breadcrumbs comment comments kommentarer consent cookie cookies gdpr ' +
    'menu navbar navigation newsletter nyhetsbrev paywall popup modal promo puff puffar recirculation recommended recommendations ' +
    'related relaterat relaterade share sharing dela social sidebar skiplink sponsor sponsored subscribe tags taggar teaser teasers toolbar ' +
    'mostread topplista'
  ).split(' '),
)
const factNames = new Set('fact facts factbox fakta faktaruta factsbox infobox'.split(' '))

const words = (element: Element): string[] => {
  const { className, id } = element.properties
  const text = `${Array.isArray(className) ? className.join(' ') : ''} ${typeof id === 'string' ? id : ''}`
  return text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
}

export const hasName = (element: Element, wanted: ReadonlySet<string>): boolean =>
  words(element).some((word) => wanted.has(word))

export const isFactBox = (element: Element): boolean => hasName(element, factNames)

/**
 * Is an element part of the page and not of the article: navigation, share buttons, cookie notices, comments, related
 * links, whatever is hidden. `inArticle`: inside `<article>`, where `<header>` holds the headline.
 */
export function isFurniture(element: Element, inArticle: boolean): boolean {
  const { tagName, properties } = element
  if (elements.has(tagName)) return true
  if (tagName === 'aside') return !isFactBox(element)
  if (tagName === 'footer' && !inArticle) return true
  if (tagName === 'header' && !inArticle && !holdsHeadline(element)) return true
  if (properties.hidden !== undefined && properties.hidden !== false) return true
  if (properties.ariaHidden === 'true') return true
  if (typeof properties.style === 'string' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(properties.style))
    return true
  if (typeof properties.role === 'string' && roles.has(properties.role)) return true
  // Class names of the page's frame ("has-sidebar", "no-comments") say what the page has, not what the element is.
  return !['html', 'body', 'article', 'main', 'p', 'h1'].includes(tagName) && hasName(element, names)
}

/** An `<h1>` that is more than the linked name of the site. */
function holdsHeadline(header: Element): boolean {
  let found = false
  visit(header, 'element', ({ tagName, children }) => {
    if (tagName === 'h1') found = children.some((child) => child.type === 'text' && child.value.trim() !== '')
    return found ? EXIT : undefined
  })
  return found
}
