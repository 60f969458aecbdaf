import { type SpeechRules, words } from '#language'
import type { Edit } from '#model'
import { endsSentence } from './ends-sentence.js'

/**
 * "fisket påverkade troligen inte" for a spoken "jag tror inte att fisket påverkade", and the other way round: the no was
 * said with the thinking (negative raising, Horn 1978), outside the words held against each other. Told in other words
 * it may move; a quotation has no such freedom.
 * @param before what was said in the same breath before the words that were found
 * @param reporting the printed reporting clause: "Hon tror inte att"
 */
export function isMovedNegation(
  edit: Pick<Edit, 'kind' | 'printed' | 'heard'>,
  { before, reporting }: { before: string; reporting: string },
  rules: SpeechRules,
): boolean {
  if (edit.kind !== 'negation') return false
  const denies = (text: string) => words(text).some(({ norm }) => rules.isNegation(norm))
  if (denies(edit.printed)) return !denies(edit.heard) && !endsSentence(before) && denies(before)
  return denies(edit.heard) && denies(reporting)
}
