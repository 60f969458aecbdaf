import { findNumerals, hasRules, type RuleLanguage } from '#language'
import type { Comparison, Edit } from '#model'
import { editSeconds, heardAt } from './heard.js'
import type { ComparisonInput } from './input.js'

/**
 * Times in statements against the sound. Only the second hearing counts: a recogniser writes "2014-15" for 2015. Times in
 * quotations are part of the quotation's own grade. A date that indirect speech adds to what was said is not another date.
 */
export function compareTimesWithSound(input: ComparisonInput): Comparison[] {
  const { language } = input
  if (!hasRules(language)) return []
  return input.claims.times.flatMap((time): Comparison[] => {
    if (time.quotation !== null) return []
    return heardAt(input, time.place).flatMap(({ piece, edits }): Comparison[] => {
      const edit = edits.find((one) => one.kind === 'number' && saysNumber(one, language))
      if (!edit) return []
      const outcome = edit.support === 'heard' ? 'disagrees' : edit.support === 'print' ? 'agrees' : 'not-checkable'
      const place = editSeconds(piece, edit)
      return [
        {
          claim: time.id,
          against: 'audio',
          aspect: 'date',
          place,
          value: outcome === 'agrees' ? time.text : edit.heard,
          calculation: null,
          outcome,
          reason: { id: `sound-time-${outcome}`, values: { printed: time.text, heard: edit.heard || '–' } },
          match: 0.85,
          evidence: place ? [{ place, text: piece.heard }] : [],
          others: [],
        },
      ]
    })
  })
}

/** Did the second hearing ask, and does the sound then hold the print or a number of its own? */
const saysNumber = ({ support, heard }: Edit, language: RuleLanguage): boolean =>
  support === 'print' || (support !== 'not-asked' && findNumerals(heard, language).length > 0)
