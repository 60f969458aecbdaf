import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

interface Head {
  meta: Record<string, unknown>
  title: string | null
  language: string | null
}

const string = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** What a page says of itself: `<html lang>`, `<title>`, `<meta>`, `<time>`, and the dates and authors of its JSON-LD. */
export function readHead(root: Root): Head {
  const meta: Record<string, unknown> = {}
  let title: string | null = null
  let language: string | null = null
  const keep = (key: string | null, value: string | null) => {
    if (key && value && !Object.hasOwn(meta, key) && key !== '__proto__') meta[key] = value
  }
  visit(root, 'element', (element) => {
    const { tagName, properties } = element
    if (tagName === 'html') language = string(properties.lang)
    else if (tagName === 'title') title ??= string(ownText(element).replaceAll(/\s+/g, ' '))
    else if (tagName === 'meta') {
      const itemProp = Array.isArray(properties.itemProp) ? properties.itemProp[0] : properties.itemProp
      const property = Array.isArray(properties.property) ? properties.property[0] : properties.property
      keep(string(property) ?? string(properties.name) ?? string(itemProp), string(properties.content))
    } else if (tagName === 'time') keep('time', string(properties.dateTime))
    else if (tagName === 'script' && properties.type === 'application/ld+json') {
      for (const [key, value] of linkedData(ownText(element))) keep(key, value)
    }
  })
  return { meta, title, language }
}

const ownText = (element: Element): string =>
  element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')

/** `datePublished`, `headline` and `author` of the first JSON-LD object that has a publication date. */
function linkedData(json: string): [string, string | null][] {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    return []
  }
  const graph = (data as { '@graph'?: unknown } | null)?.['@graph']
  const objects = [data, graph].flat().filter((one) => typeof one === 'object' && one !== null)
  const found = objects.find((one) => 'datePublished' in (one as object)) as Record<string, unknown> | undefined
  if (!found) return []
  const author = [found.author].flat()[0] as { name?: unknown } | string | undefined
  return [
    ['datePublished', string(found.datePublished)],
    ['headline', string(found.headline)],
    ['author', string(typeof author === 'object' ? author?.name : author)],
  ]
}
