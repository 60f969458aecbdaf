import { z } from 'zod'
import type { Alignment } from '#model'
import { defineCheck, type Frozen } from './define-check.js'
import { type Evidence, joinText, placeOf, SURE_CHANCE, sentenceAt, sourceName, spanAt } from './drafting/index.js'

/** The joins of a quotation, widest first: where the alignment marks them, else every gap. As indexes into `gaps`. */
function joinsOf({ pieces, gaps, edits }: Frozen<Alignment>): number[] {
  const all = [...gaps.keys()].filter((i) => pieces[i] && pieces[i + 1])
  const marked = all.filter((i) =>
    edits.some(
      (e) => e.kind === 'join' && e.start >= pieces[i]!.printed.start && e.start <= pieces[i + 1]!.printed.start,
    ),
  )
  const width = (i: number) => Math.abs(gaps[i]!.seconds ?? 0)
  return (marked.length > 0 ? marked : all).toSorted((a, b) => width(b) - width(a))
}

/** Sentences said in a gap; 0 when the transcript has no punctuation. */
const sentencesIn = (heard: string): number => heard.match(/[.!?…](?=\s|$)/g)?.length ?? 0

/** The last words before a join and the first after it. */
const lastWords = (text: string): string => text.split(' ').slice(-4).join(' ')
const firstWords = (text: string): string => text.split(' ').slice(0, 4).join(' ')

const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`

export default defineCheck({
  id: 'spliced-quotes',
  version: 1,
  title: { sv: 'Hopfogade citat', en: 'Spliced quotations' },
  why: {
    sv: 'Två svar som trycks som ett kan säga något som ingen har sagt, fast varje ord är sant.',
    en: 'Two answers printed as one can say what nobody said, though every word is true.',
  },
  severity: 'error',
  needs: ['article', 'quotations', 'transcripts', 'alignments'],
  options: z.strictObject({ shown: z.int().min(20).max(2000).default(240) }),
  messages: {
    sentences: {
      sv: '{seconds} s och {sentences} meningar ligger mellan delarna. Det här sades emellan: ”{between}”',
      en: '{seconds} s and {sentences} sentences lie between the parts. This was said in between: “{between}”',
    },
    seconds: {
      sv: '{seconds} s ligger mellan delarna. Det här sades emellan: ”{between}”',
      en: '{seconds} s lie between the parts. This was said in between: “{between}”',
    },
    untimed: {
      sv: 'Delarna trycks som en följd. Det här sades emellan: ”{between}”',
      en: 'The parts are printed as one run. This was said in between: “{between}”',
    },
    reversed: {
      sv: 'Den senare delen sades före den första, {seconds} s tidigare.',
      en: 'The later part was said before the first, {seconds} s earlier.',
    },
    sources: {
      sv: 'Delarna kommer från olika inspelningar men trycks som en följd.',
      en: 'The parts come from different recordings but are printed as one run.',
    },
  },
  run(inputs, { shown }, report) {
    const { article } = inputs
    const quotations = new Set(inputs.quotations.map((quotation) => quotation.id))
    for (const alignment of inputs.alignments) {
      if (!alignment.spliced || !quotations.has(alignment.claim)) continue
      const join = joinsOf(alignment)[0]
      if (join === undefined) continue
      const before = alignment.pieces[join]!
      const after = alignment.pieces[join + 1]!
      const { seconds, heard } = alignment.gaps[join]!
      const sentences = sentencesIn(heard)
      const id =
        before.source !== after.source
          ? 'sources'
          : seconds === null
            ? 'untimed'
            : seconds < 0
              ? 'reversed'
              : sentences > 1
                ? 'sentences'
                : 'seconds'
      const said = (piece: typeof before): Evidence[] =>
        piece.startSeconds === null || piece.endSeconds === null
          ? []
          : [
              {
                type: 'audio',
                place: {
                  kind: 'audio',
                  recording: piece.source,
                  startSeconds: piece.startSeconds,
                  endSeconds: piece.endSeconds,
                },
                text: piece.heard,
              },
            ]
      const between = { ...before, startSeconds: before.endSeconds, endSeconds: after.startSeconds, heard }
      const span = spanAt(article, before.printed.start, after.printed.end)
      const sentence = sentenceAt(article, span)
      const sure = alignment.chance <= SURE_CHANCE
      report({
        standing: sure ? 'contradicted' : 'needs-listening',
        severity: sure ? 'error' : 'warning',
        confidence: { overall: 1 - alignment.chance, alignment: 1 - alignment.chance },
        message: {
          id,
          values: {
            seconds: Math.round(Math.abs(seconds ?? 0) * 10) / 10,
            sentences,
            between: shorten(heard, shown),
          },
        },
        place: placeOf(article, span),
        actual: joinText(lastWords(before.printed.text), firstWords(after.printed.text)),
        expected: [joinText(lastWords(before.printed.text), '[…]', firstWords(after.printed.text))],
        evidence: [before, ...(id === 'sentences' || id === 'seconds' ? [between] : []), after].flatMap(said),
        suggestions: [],
        identity: {
          sentence: article.blocks[span.block]!.text.slice(sentence.start, sentence.end),
          words: joinText(lastWords(before.printed.text), firstWords(after.printed.text)),
          evidence: sourceName(inputs, before.source),
        },
      })
    }
  },
})
