import type { Comparison } from '#model'
import { editSeconds, heardAt } from './heard.js'
import type { ComparisonInput } from './input.js'

/**
 * Times in statements against the sound. Only the second hearing counts: a recogniser writes "2014-15" for 2015. Times in
 * quotations are part of the quotation's own grade.
 */
export function compareTimesWithSound(input: ComparisonInput): Comparison[] {
  return input.claims.times.flatMap((time): Comparison[] => {
    if (time.quotation !== null) return []
    return heardAt(input, time.place).flatMap(({ piece, edits }): Comparison[] => {
      const edit = edits.find(({ kind, support }) => kind === 'number' && support !== 'not-asked')
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
