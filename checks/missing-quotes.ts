import { z } from 'zod'
import type { Grade, Message, Quotation } from '#model'
import { defineCheck, type Frozen } from './define-check.js'
import { clock, sourceName } from './drafting/index.js'

const ABSENT: ReadonlySet<Grade> = new Set(['not-found', 'not-heard'])

export default defineCheck({
  id: 'missing-quotes',
  version: 1,
  title: { sv: 'Citat som inte finns i ljudet', en: 'Quotations not in the sound' },
  why: {
    sv: 'Ett citat som ingen inspelning bär upp är inte kontrollerat: det ska synas, inte tigas ihjäl.',
    en: 'A quotation that no recording bears out is not checked: that must be seen, not passed over.',
  },
  severity: 'error',
  needs: ['article', 'quotations', 'transcripts', 'alignments'],
  options: z.strictObject({
    manyBelow: z
      .number()
      .min(0)
      .max(1)
      .default(1 / 3),
  }),
  messages: {
    one: {
      sv: 'Citatet finns inte i de inspelningar som lämnats ({duration}, allt hört).',
      en: 'The quotation is not in the recordings given ({duration}, all heard).',
    },
    'one-partly': {
      sv: 'Citatet hittades inte. Av talet i inspelningarna ({duration}) kunde {unheard} s inte höras.',
      en: 'The quotation was not found. Of the speech in the recordings ({duration}), {unheard} s could not be heard.',
    },
    'one-transcript': {
      sv: 'Citatet finns inte i de utskrifter som lämnats.',
      en: 'The quotation is not in the transcripts given.',
    },
    many: {
      sv: '{missing} av {total} citat hittades inte i de inspelningar som lämnats ({duration}). Är det rätt inspelningar?',
      en: '{missing} of {total} quotations were not found in the recordings given ({duration}). Are they the right ones?',
    },
    'many-transcript': {
      sv: '{missing} av {total} citat hittades inte i de utskrifter som lämnats. Är det rätt utskrifter?',
      en: '{missing} of {total} quotations were not found in the transcripts given. Are they the right ones?',
    },
    written: {
      sv: 'Citatet är skrivet, inte sagt, enligt artikeln: det är inte kontrollerat. Jämför med det som skrevs.',
      en: 'By the article the quotation was written, not spoken: it was not checked. Compare with what was written.',
    },
    'not-heard': {
      sv: 'Orden före och efter är funna, men sekunderna emellan gick inte att höra.',
      en: 'The words before and after are found, but the seconds between could not be heard.',
    },
  },
  run(inputs, { manyBelow }, report) {
    const grades = new Map(inputs.alignments.map((alignment) => [alignment.claim, alignment.grade]))
    const gradeOf = (quotation: Frozen<Quotation>) => grades.get(quotation.id) ?? 'not-found'
    const whole = inputs.quotations.filter((q) => !q.fragment && gradeOf(q) !== 'not-comparable')
    const missing = whole.filter((q) => ABSENT.has(gradeOf(q)))
    if (missing.length === 0) return
    const [written, absent] = [missing.filter((q) => q.written), missing.filter((q) => !q.written)]
    const spoken = whole.length - written.length

    const unheard = inputs.recordings.reduce(
      (sum, r) => sum + r.unheard.reduce((own, span) => own + span[1]! - span[0]!, 0),
      0,
    )
    const cut = unheard > 0 || inputs.recordings.some((r) => r.truncated)
    const duration = clock(inputs.recordings.reduce((sum, r) => sum + r.seconds, 0))
    const noSound = inputs.recordings.length === 0
    const sources = [...inputs.recordings, ...(noSound ? inputs.transcripts : [])].map((s) => sourceName(inputs, s.id))
    // Only where everything said was given, and heard, does absence prove anything.
    const proves = inputs.completeness === 'complete' && !cut

    const say = (quotation: Frozen<Quotation>, message: Message, proven: boolean) =>
      report({
        standing: proven ? 'contradicted' : 'cannot-tell',
        severity: proven ? 'error' : quotation.written ? 'info' : 'warning',
        confidence: { overall: 1 },
        message,
        place: quotation.place,
        actual: quotation.text,
        expected: [],
        evidence: [],
        suggestions: [],
        identity: {
          sentence: quotation.text,
          words: message.id.startsWith('many') ? '*' : '',
          evidence: sources.join('\u001f'),
        },
      })

    for (const quotation of written) say(quotation, { id: 'written', values: {} }, false)
    if (spoken > 1 && (spoken - absent.length) / spoken < manyBelow) {
      const values = { missing: absent.length, total: spoken, duration }
      return say(absent[0]!, { id: noSound ? 'many-transcript' : 'many', values }, proves)
    }
    for (const quotation of absent) {
      if (gradeOf(quotation) === 'not-heard') say(quotation, { id: 'not-heard', values: {} }, false)
      else {
        const id = noSound ? 'one-transcript' : unheard > 0 ? 'one-partly' : 'one'
        say(quotation, { id, values: { duration, unheard: Math.round(unheard) } }, proves)
      }
    }
  },
})
