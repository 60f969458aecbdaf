import { isWord } from './lexicon.js'
import type { Alternative } from './speech-alternatives.js'
import { hasRules, languageTable, type RuleLanguage } from './tables.js'

/** A verb's stem is at least this long, so that short words with a verb's ending are left alone. */
const SHORTEST_STEM = 2

interface Verb {
  infinitive: string
  present: string
  past: string
  supine: string
}

const FINITE = ['present', 'past'] as const
type Form = (typeof FINITE)[number] | 'infinitive' | 'supine'

/**
 * What a verb may be taken for: another tense ("sparar" → "sparade", "har sparat", "ska spara"), or the same thing made
 * less sure ("kan spara"), and each of them back. Only real words are made. A noun with a verb's ending may slip through:
 * what was not said loses against what was.
 * @param words a finite form, an auxiliary and a supine, or a modal ("ska", "kommer att") and an infinitive; behind the first
 * word there may stand what Swedish puts there, a subject or adverbs ("sparar vi" → "kan vi spara")
 */
export function verbAlternatives(words: string, language: string): Alternative[] {
  if (!hasRules(language)) return []
  const found = new Map<string, Alternative>()
  for (const alternative of [...alternativesTo(words, language), ...aroundMiddle(words.split(' '), language)])
    if (alternative.other !== words && !found.has(alternative.other)) found.set(alternative.other, alternative)
  return [...found.values()]
}

function alternativesTo(words: string, language: RuleLanguage): Alternative[] {
  const at = words.lastIndexOf(' ')
  const last = words.slice(at + 1)
  if (at < 0) {
    return verbsWith(last, FINITE, language).flatMap((verb) => [
      ...tenses(verb),
      ...perfects(verb, language),
      ...withModals(verb, language),
    ])
  }
  const before = words.slice(0, at)
  if (languageTable(language, 'perfect-auxiliaries').some(({ word }) => word === before)) {
    return verbsWith(last, ['supine'], language).flatMap((verb) => [...tenses(verb), ...withModals(verb, language)])
  }
  const modal = languageTable(language, 'modals').find(({ word }) => word === before)
  if (!modal) return []
  return verbsWith(last, ['infinitive'], language).flatMap((verb) => {
    const others = [...tenses(verb), ...perfects(verb, language)]
    return others.map(({ other }) => ({ other, kind: modal.kind as Alternative['kind'] }))
  })
}

/** Verbs with something between their parts. One word for another is left out: it is asked about without what follows. */
function aroundMiddle([finite, ...rest]: readonly string[], language: RuleLanguage): Alternative[] {
  const isMiddle = (word: string) => languageTable(language, 'middle-words').some(({ form }) => form === word)
  const end = rest.findIndex((word) => !isMiddle(word))
  const middle = end < 0 ? rest : rest.slice(0, end)
  if (middle.length === 0) return []
  const parts = rest.slice(middle.length)
  return alternativesTo([finite, ...parts].join(' '), language).flatMap(({ other, kind }) => {
    const [first, ...others] = other.split(' ')
    return parts.length + others.length === 0 ? [] : [{ other: [first, ...middle, ...others].join(' '), kind }]
  })
}

const tenses = (verb: Verb): Alternative[] => FINITE.map((form) => ({ other: verb[form], kind: 'tense' }))

/** The perfect and the pluperfect. */
const perfects = ({ supine }: Verb, language: RuleLanguage): Alternative[] =>
  languageTable(language, 'perfect-auxiliaries').map(({ word }) => ({ other: `${word} ${supine}`, kind: 'tense' }))

const withModals = ({ infinitive }: Verb, language: RuleLanguage): Alternative[] =>
  languageTable(language, 'modals').map(({ word, kind }) => ({
    other: `${word} ${infinitive}`,
    kind: kind as Alternative['kind'],
  }))

const known = new Map<string, Verb[]>()

/** The verbs that have this word among these forms: a listed one, alone or after a prefix; else those of its ending. */
function verbsWith(word: string, forms: readonly Form[], language: RuleLanguage): Verb[] {
  const key = `${language} ${forms} ${word}`
  let verbs = known.get(key)
  if (!verbs) {
    const irregular = listed(word, forms, language)
    verbs = irregular.length > 0 ? irregular : byEnding(word, forms, language)
    known.set(key, verbs)
  }
  return verbs
}

function listed(word: string, forms: readonly Form[], language: RuleLanguage): Verb[] {
  const prefixes = ['', ...languageTable(language, 'verb-prefixes').map(({ prefix }) => prefix!)]
  return prefixes.flatMap((prefix) => {
    if (!word.startsWith(prefix) || word.length === prefix.length) return []
    const bare = word.slice(prefix.length)
    return (languageTable(language, 'irregular-verbs') as unknown as Verb[])
      .filter((verb) => forms.some((form) => verb[form] === bare))
      .map((verb) => mapForms(verb, (form) => prefix + form))
      .filter(({ infinitive }) => prefix === '' || isReal(infinitive, language))
  })
}

/**
 * By the endings of the table, more letters before fewer: the first that makes a verb of it, or every one for an
 * infinitive, which does not tell its conjugation.
 */
function byEnding(word: string, forms: readonly Form[], language: RuleLanguage): Verb[] {
  const verbs: Verb[] = []
  for (const endings of languageTable(language, 'verb-endings') as unknown as Verb[]) {
    for (const form of forms) {
      const ending = endings[form]
      const stem = word.slice(0, word.length - ending.length)
      if (ending === '' || !word.endsWith(ending) || stem.length < SHORTEST_STEM) continue
      const verb = mapForms(endings, (other) => stem + other)
      // Many a supine is in no dictionary ("utrett").
      if (!(['infinitive', ...FINITE] as const).every((one) => isReal(verb[one], language))) continue
      if (form !== 'infinitive') return [verb]
      verbs.push(verb)
    }
  }
  return verbs
}

const mapForms = ({ infinitive, present, past, supine }: Verb, change: (form: string) => string): Verb => ({
  infinitive: change(infinitive),
  present: change(present),
  past: change(past),
  supine: change(supine),
})

/** A dictionary's word, or its passive. */
const isReal = (form: string, language: RuleLanguage) =>
  isWord(form, language) !== false || (form.endsWith('s') && isWord(form.slice(0, -1), language) !== false)
