import { soundsSame } from '#language'
import { type Article, type ArticlePlace, articlePlace, type Name, type Person } from '#model'
import { type NameWords, nameWords } from './names-words.js'
import { isSlip, samePart, samePerson } from './people-match.js'

interface Cluster {
  mentions: Name[]
}

/**
 * The people of an article, each with the mentions taken to be that person, in order of first mention. A person has more
 * than one entry in `spellings` only when one part of the name is spelled in different ways; each entry is then that part
 * in its base form, with the mentions that print it so.
 */
export function findPeople(article: Article, names: readonly Name[], language: string): Person[] {
  const words = nameWords(language)
  const people = names.filter(({ entity }) => entity === 'person')
  const clusters: Cluster[] = []
  const order = new Map(names.map(({ id }, index) => [id, index]))
  // Full names first: a headline may print the surname alone before anybody is introduced.
  const full = (name: Name) => name.family !== null && name.given.length > 0
  for (const name of [...people.filter(full), ...people.filter((name) => !full(name))]) {
    const homes = clusters.filter(({ mentions }) => mentions.some((other) => samePerson(name, other, words, language)))
    const home = full(name) ? homes.at(-1) : nearest(homes, name, order)
    if (home) home.mentions.push(name)
    else clusters.push({ mentions: [name] })
  }
  const byOrder = (a: Name, b: Name) => order.get(a.id)! - order.get(b.id)!
  return clusters
    .map(({ mentions }) => mentions.toSorted(byOrder))
    .sort(([a], [b]) => byOrder(a!, b!))
    .map((mentions, index) => toPerson(article, mentions, `p${index + 1}`, words, language))
}

/** Of several who share a name, the one mentioned last before; else the first mentioned after. */
function nearest(homes: Cluster[], name: Name, order: Map<string, number>): Cluster | undefined {
  const at = order.get(name.id)!
  const last = ({ mentions }: Cluster) =>
    Math.max(...mentions.map(({ id }) => order.get(id)!).filter((other) => other < at), -1)
  // "Jonsson" is Anna Jonsson's before it is a slip for Pål Jonson's.
  const exact = homes.filter(({ mentions }) => mentions.some((other) => parts(other).includes(parts(name)[0]!)))
  return (exact.length > 0 ? exact : homes).toSorted((a, b) => last(b) - last(a))[0]
}

function toPerson(article: Article, mentions: Name[], id: string, words: NameWords, language: string): Person {
  const fullest = mentions.reduce((best, name) => (length(name) > length(best) ? name : best))
  const roles: Person['roles'] = []
  for (const { role } of mentions) {
    if (role && !roles.some(({ text }) => text.toLowerCase() === role.text.toLowerCase())) roles.push(role)
  }
  return {
    id,
    name: fullest.base,
    mentions: mentions.map(({ id }) => id),
    spellings: spellings(article, mentions, fullest, words, language),
    roles,
  }
}

const length = (name: Name) => parts(name).length
/** The words of a name, genitive removed: "Maria", "Malmer", "Stenergard". */
const parts = (name: Name): string[] => [...name.given, ...(name.family?.split(' ') ?? [])]

const lastOf = (name: Name): string => parts(name).at(-1)!

type Spelling = { text: string; count: number; places: ArticlePlace[] }

/** Each part of the fullest name with the forms the mentions print; the parts with one form only say nothing. */
function spellings(article: Article, mentions: Name[], fullest: Name, words: NameWords, language: string): Spelling[] {
  const varied: Spelling[] = []
  for (const part of parts(fullest)) {
    const forms = new Map<string, Spelling>()
    for (const mention of mentions) {
      const form = formOf(part, mention, fullest, words, language)
      if (form === undefined) continue
      const text =
        [...forms.keys()].find((known) => known.toLowerCase() === form.toLowerCase() || `${known}s` === form) ?? form
      const known = forms.get(text) ?? { text, count: 0, places: [] }
      known.count++
      known.places.push(articlePlace(article, mention.span))
      forms.set(text, known)
    }
    if (forms.size > 1) varied.push(...mergeGenitives([...forms.values()]))
  }
  if (new Set(varied.map(({ text }) => text)).size > 1) return varied
  const places = mentions.map(({ span }) => articlePlace(article, span))
  return [{ text: fullest.base, count: places.length, places }]
}

/** How a mention prints that part of the fullest name. */
function formOf(part: string, mention: Name, fullest: Name, words: NameWords, language: string): string | undefined {
  const form = parts(mention).find((other) => samePart(part, other, words, language))
  if (form !== undefined) return form
  if (fullest.given.includes(part)) return mention.given.find((other) => isSlip(part, other))
  const bare = part === lastOf(fullest) && mention.given.length === 0
  return bare && soundsSame(part, lastOf(mention), language) ? lastOf(mention) : undefined
}

/** A form met with -s before it was met without is the same form. */
function mergeGenitives(forms: Spelling[]): Spelling[] {
  const merged: Spelling[] = []
  for (const form of forms.toSorted((a, b) => a.text.length - b.text.length)) {
    const base = merged.find(({ text }) => `${text}s` === form.text)
    if (!base) merged.push(form)
    else {
      base.count += form.count
      base.places = [...base.places, ...form.places].sort((a, b) => a.start - b.start)
    }
  }
  return merged.length > 1 ? merged.sort((a, b) => a.places[0]!.start - b.places[0]!.start) : []
}
