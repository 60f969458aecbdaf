import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#model'

/**
 * What a row of `speech-verbs.tsv` is for. `say`: stands beside a quotation ("…, säger X") and before a clause
 * ("X säger att …"); `tail`: beside a quotation only; `claim`: before a clause only; `report`: before an object, with a
 * person as subject ("hon beskriver läget"); `according`: "enligt X"; `that`: opens what was said, `about` those of them that tell of the saying after its subject ("säger hon om beslutet"); `pronoun`: stands for a speaker named before, `plural` for
 * several;
 * `self`: a subject that never is a source ("som jag säger"); `translation`, `byline`, `published`, `facts`: phrases
 * that mark translated words, bylines, datelines and fact boxes. Of what may follow a verb of saying: `not-subject` words
 * show that the verb is part of what is said ("säger till dem"), `adverb` those of them that may stand before "att", `determiner` and `subject-ending` (how definite nouns
 * end) that a source without a name follows. `resume` opens what is said after an attribution, as does a clause with an `own` word ("I", "our") and none for `other` people; `narrate` what the reporter adds, `anaphor` a sentence that goes on
 * from the one before, `work` stands before titles, `order` says where the subject of an attribution may stand, `speech-noun` names the quotations themselves, `writing`
 * tells that they were written, not said.
 */
export type SpeechWordKind =
  | 'say'
  | 'tail'
  | 'claim'
  | 'report'
  | 'according'
  | 'that'
  | 'about'
  | 'pronoun'
  | 'plural'
  | 'self'
  | 'translation'
  | 'byline'
  | 'published'
  | 'facts'
  | 'not-subject'
  | 'determiner'
  | 'subject-ending'
  | 'resume'
  | 'own'
  | 'other'
  | 'anaphor'
  | 'work'
  | 'speech-noun'
  | 'order'
  | 'narrate'
  | 'adverb'
  | 'writing'

const languages = ['sv', 'en'] as const
const tables = new Map<string, Map<SpeechWordKind, ReadonlySet<string>>>()

function table(language: (typeof languages)[number]): Map<SpeechWordKind, ReadonlySet<string>> {
  const known = tables.get(language)
  if (known) return known
  const kinds = new Map<SpeechWordKind, Set<string>>()
  const lines = readFileSync(join(packageRoot(), 'pipeline/language', language, 'speech-verbs.tsv'), 'utf8').split('\n')
  for (const line of lines.slice(1)) {
    const [form, , kind] = line.split('\t')
    if (!form || !kind) continue
    const forms = kinds.get(kind as SpeechWordKind) ?? new Set()
    kinds.set(kind as SpeechWordKind, forms.add(form.normalize('NFC')))
  }
  tables.set(language, kinds)
  return kinds
}

/**
 * The forms of one kind, lower case, some of several words. Of a language without data, or an unknown one (null), the
 * forms of every language: what marks speech is much the same trade everywhere, and the words hardly collide.
 */
export function speechWords(language: string | null, kind: SpeechWordKind): ReadonlySet<string> {
  const one = languages.find((known) => known === language)
  if (one) return table(one).get(kind) ?? new Set()
  return new Set(languages.flatMap((known) => [...(table(known).get(kind) ?? [])]))
}
