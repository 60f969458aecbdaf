import { type Alternative, alternativesOf } from './speech-alternatives.js'
import { languageTable } from './tables.js'

export type { Alternative }

export interface Hunted {
  word: string
  kind: 'negation' | 'hedge' | 'number' | 'filler' | 'word-dropped'
  where: 'gap' | 'start' | 'front' | 'end'
}

/** What is true of speech in one language; every word in NFC lower case. */
export interface SpeechRules {
  /** Words in the filler that starts at `at`: "så att säga" is three; 0 when none does. */
  fillerAt(words: readonly string[], at: number): number
  isHedge(word: string): boolean
  isNegation(word: string): boolean
  /** Words that make a number less exact when they stand before it: "omkring", "drygt". */
  readonly approximators: ReadonlySet<string>
  /** Neither noun, main verb nor adjective: alone it carries no content. */
  isFunctionWord(word: string): boolean
  /** The written forms of a spoken one, itself first: "dom" → ["dom", "de", "dem"]. */
  writtenForms(word: string): readonly string[]
  /**
   * What would mean something else in place of a word, or of two with a space between: opposites, other tenses and
   * modalities, the others of a set ("maj" of the months). Compounds inherit from their last part ("sexköparen" ↔ "sexsäljaren").
   */
  alternatives(words: string): readonly Alternative[]
  /**
   * Small words and numbers whose dropping turns a meaning, to be asked about at every gap, or before ("jag tror att") or
   * after ("tror jag") every sentence, or in front of its verb ("kanske hinner vi"); and fillers, which may be what stands
   * in a gap instead.
   */
  readonly hunted: readonly Hunted[]
}

function load(language: 'sv' | 'en'): SpeechRules {
  const byClass = {
    filler: new Set<string>(),
    hedge: new Set<string>(),
    negation: new Set<string>(),
    function: new Set<string>(),
  }
  const hunted: Hunted[] = []
  for (const { word, class: kind, hunt } of languageTable(language, 'speech-words')) {
    if (kind! in byClass) byClass[kind as keyof typeof byClass].add(word!)
    for (const where of hunt!.split(' ').filter((place) => place !== ''))
      hunted.push({
        word: word!,
        kind: (kind === 'word' ? 'word-dropped' : kind) as Hunted['kind'],
        where: where as Hunted['where'],
      })
  }
  const forms = new Map<string, string[]>()
  for (const { spoken, written } of languageTable(language, 'speech-forms')) {
    forms.set(spoken!, [...(forms.get(spoken!) ?? [spoken!]), written!])
  }
  const approximators = new Set(
    languageTable(language, 'number-hedges').flatMap(({ form, side }) => (side === 'before' ? [form!] : [])),
  )
  const longestFiller = Math.max(...[...byClass.filler].map((filler) => filler.split(' ').length))
  const alternatives = alternativesOf(language)
  return {
    fillerAt(words, at) {
      for (let length = Math.min(longestFiller, words.length - at); length > 0; length--) {
        if (byClass.filler.has(words.slice(at, at + length).join(' '))) return length
      }
      return 0
    },
    isHedge: (word) => byClass.hedge.has(word),
    isNegation: (word) => byClass.negation.has(word),
    approximators,
    isFunctionWord: (word) =>
      (forms.get(word) ?? [word]).some((form) => Object.values(byClass).some((members) => members.has(form))),
    writtenForms: (word) => forms.get(word) ?? [word],
    alternatives,
    hunted,
  }
}

const loaded = new Map<string, SpeechRules>()

/** Speech rules of a language; a language without data gets those of none: nothing is a filler, nothing is hunted. */
export function speechRules(language: string): SpeechRules {
  let rules = loaded.get(language)
  if (!rules) {
    rules = language === 'sv' || language === 'en' ? load(language) : silentRules
    loaded.set(language, rules)
  }
  return rules
}

const silentRules: SpeechRules = {
  fillerAt: () => 0,
  isHedge: () => false,
  isNegation: () => false,
  approximators: new Set(),
  isFunctionWord: () => false,
  writtenForms: (word) => [word],
  alternatives: () => [],
  hunted: [],
}
