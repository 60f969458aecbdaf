import type { EditKind } from '#model'
import { languageTable } from './tables.js'

/** Another wording that would change the meaning at that word. */
export interface Alternative {
  other: string
  kind: EditKind
}

/** What is true of speech in one language; every word in NFC lower case. */
export interface SpeechRules {
  /** Words in the filler that starts at `at`: "så att säga" is three; 0 when none does. */
  fillerAt(words: readonly string[], at: number): number
  isHedge(word: string): boolean
  isNegation(word: string): boolean
  /** Neither noun, main verb nor adjective: alone it carries no content. */
  isFunctionWord(word: string): boolean
  /** The written forms of a spoken one, itself first: "dom" → ["dom", "de", "dem"]. */
  writtenForms(word: string): readonly string[]
  /** Opposites, other tenses and modalities; compounds inherit from their last part ("sexköparen" ↔ "sexsäljaren"). */
  alternatives(word: string): readonly Alternative[]
  /**
   * Small words whose dropping turns a meaning, to be asked about at every gap; and fillers, which may be what stands in
   * that gap instead.
   */
  readonly hunted: readonly { word: string; kind: 'negation' | 'hedge' | 'filler' }[]
}

function load(language: 'sv' | 'en'): SpeechRules {
  const byClass = {
    filler: new Set<string>(),
    hedge: new Set<string>(),
    negation: new Set<string>(),
    function: new Set<string>(),
  }
  const hunted: { word: string; kind: 'negation' | 'hedge' | 'filler' }[] = []
  for (const { word, class: kind, hunt } of languageTable(language, 'speech-words')) {
    byClass[kind as keyof typeof byClass].add(word!)
    if (hunt === 'gap') hunted.push({ word: word!, kind: kind as 'negation' | 'hedge' | 'filler' })
  }
  const forms = new Map<string, string[]>()
  for (const { spoken, written } of languageTable(language, 'speech-forms')) {
    forms.set(spoken!, [...(forms.get(spoken!) ?? [spoken!]), written!])
  }
  const pairs = new Map<string, Alternative[]>()
  for (const { word, other, kind } of languageTable(language, 'speech-alternatives')) {
    pairs.set(word!, [...(pairs.get(word!) ?? []), { other: other!, kind: kind as EditKind }])
  }
  const longestFiller = Math.max(...[...byClass.filler].map((filler) => filler.split(' ').length))
  /** Endings a noun may carry; an alternative found for a base form is given the same ending ("köparen" → "säljaren"). */
  const endings = languageTable(language, 'noun-endings').map(({ ending }) => ending!)
  const roles = [...pairs].filter(([, others]) => others.some((other) => other.kind === 'role'))

  // "köpare" is listed; "köparen" and "sexköparens" are found through their ending and last part.
  const inherited = (word: string): Alternative[] => {
    for (const [base, others] of roles) {
      if (base.length < 5) continue
      const at = word.lastIndexOf(base)
      if (at < 0) continue
      const ending = word.slice(at + base.length)
      if (ending !== '' && !endings.includes(ending)) continue
      if (at > 0 && at < 3) continue
      return others
        .filter((other) => other.kind === 'role')
        .map(({ other, kind }) => ({ other: word.slice(0, at) + other + ending, kind }))
    }
    return []
  }
  return {
    fillerAt(words, at) {
      for (let length = Math.min(longestFiller, words.length - at); length > 0; length--) {
        if (byClass.filler.has(words.slice(at, at + length).join(' '))) return length
      }
      return 0
    },
    isHedge: (word) => byClass.hedge.has(word),
    isNegation: (word) => byClass.negation.has(word),
    isFunctionWord: (word) =>
      (forms.get(word) ?? [word]).some((form) => Object.values(byClass).some((members) => members.has(form))),
    writtenForms: (word) => forms.get(word) ?? [word],
    alternatives: (word) => pairs.get(word) ?? inherited(word),
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
  isFunctionWord: () => false,
  writtenForms: (word) => [word],
  alternatives: () => [],
  hunted: [],
}
