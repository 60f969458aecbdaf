import { hasRules, languageTable } from '#language'

/** What is known of the words that stand in and beside names in one language. */
export interface NameWords {
  isGiven(word: string): boolean
  /** One of the commonest family names: two people may well share it. */
  isCommonFamily(word: string): boolean
  hasFamilyEnding(word: string): boolean
  isParticle(word: string): boolean
  isRole(word: string): boolean
  isOrganisation(word: string): boolean
  isPlace(word: string): boolean
  /** Not known as a place, but formed like one: one word, and no definite noun ("Exportdagen"). */
  mayBePlace(word: string): boolean
  isPlacePreposition(word: string): boolean
  /** What is named after people: "Gustav Adolfs torg". */
  isSite(word: string): boolean
  isParty(word: string): boolean
  /** "vice", "tidigare": stands before a role and belongs to it. */
  isRoleOpener(word: string): boolean
  isRoleLink(word: string): boolean
}

const loaded = new Map<string, NameWords>()

/** Word lists (data) behind one door; in a language without rules nothing is known, and nothing is assumed. */
export function nameWords(language: string): NameWords {
  let known = loaded.get(language)
  if (!known) {
    known = load(language)
    loaded.set(language, known)
  }
  return known
}

function load(language: string): NameWords {
  const table = (name: string) => (hasRules(language) ? languageTable(language, name) : [])
  const forms = (name: string, key: string, value: string, fold = false) =>
    new Set(table(name).flatMap((row) => (row[key] === value ? [fold ? row.form!.toLowerCase() : row.form!] : [])))
  const given = forms('common-names', 'kind', 'given')
  const family = forms('common-names', 'kind', 'family')
  const endings = [...forms('name-words', 'kind', 'family-ending')]
  const particles = forms('name-words', 'kind', 'particle')
  const prepositions = forms('name-words', 'kind', 'place-preposition')
  const sites = forms('name-words', 'kind', 'site')
  const roleOpeners = forms('name-words', 'kind', 'role-opener')
  const roleLinks = forms('name-words', 'kind', 'role-link')
  const parties = forms('name-words', 'kind', 'party')
  const matcher = (name: string) => {
    const words = forms(name, 'match', 'word', true)
    const suffixes = [...forms(name, 'match', 'suffix')]
    return (word: string) => {
      const lower = word.toLowerCase()
      return [lower, lower.replace(/s$/, '')].some(
        (form) => words.has(form) || suffixes.some((suffix) => form.endsWith(suffix) && form.length >= suffix.length),
      )
    }
  }
  const isOrganisation = matcher('organisations')
  const definite = [...forms('name-words', 'kind', 'definite-ending')]
  return {
    isGiven: (word) => given.has(word) || (word.includes('-') && word.split('-').every((part) => given.has(part))),
    isCommonFamily: (word) => family.has(word),
    hasFamilyEnding: (word) => {
      const lower = word.toLowerCase()
      return endings.some((ending) => lower.endsWith(ending) && lower.length > ending.length + 1)
    },
    isParticle: (word) => particles.has(word),
    isRole: matcher('roles'),
    isOrganisation,
    mayBePlace: (word) =>
      /^\p{Lu}\p{Ll}+$/u.test(word) && !isOrganisation(word) && !definite.some((ending) => word.endsWith(ending)),
    isPlace: matcher('places'),
    isPlacePreposition: (word) => prepositions.has(word),
    isSite: (word) => sites.has(word),
    isRoleOpener: (word) => roleOpeners.has(word),
    isRoleLink: (word) => roleLinks.has(word),
    isParty: (word) => parties.has(word),
  }
}
