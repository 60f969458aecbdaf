import { type SpeechRules, speechRules } from '#language'
import type { Alignment, Answer, Article, Claims, Edit, Grade, Piece, Recording, Transcript } from '#model'
import { contextOf } from './context.js'
import { CUSTOMARY } from './differences.js'
import type { Located, Run } from './located.js'
import { isMovedNegation } from './moved-negation.js'
import type { Inquiry } from './questions.js'
import { speakerCheck } from './speaker.js'
import { cents, gapOf, isSplice, type Sources, sourceOf } from './splices.js'
import { isTrusted } from './trust.js'
import { type Verdict, verdictsOf } from './verdicts.js'

const tenths = (nats: number) => Math.round(nats * 10) / 10

function pieceOf(run: Run, located: Located, { transcripts }: Sources): Piece {
  const transcript = transcripts[run.transcript]!
  const words = transcript.words.slice(run.h0, run.h1)
  const printed = located.printed.slice(run.p0, run.p1)
  const speaker = transcript.segments[words[0]!.segment]?.speaker
  return {
    printed: {
      start: printed[0]!.start,
      end: printed.at(-1)!.end,
      text: printed
        .map((word) => word.text + word.after)
        .join('')
        .trim(),
    },
    source: sourceOf(transcript),
    startSeconds: words[0]!.startSeconds === null ? null : cents(words[0]!.startSeconds),
    endSeconds: words.at(-1)!.endSeconds === null ? null : cents(words.at(-1)!.endSeconds!),
    heard: words.map((word) => word.text.trim()).join(' '),
    ...(speaker ? { speaker } : {}),
  }
}

function editOf(verdict: Verdict, run: Run, located: Located, transcript: Transcript): Edit {
  const first = located.printed[verdict.p0]
  const start = first?.start ?? located.printed.at(-1)!.end
  const end = verdict.p1 > verdict.p0 ? located.printed[verdict.p1 - 1]!.end : start
  const op = run.ops.find((one) => one.p1 > verdict.p0 || (one.p0 >= verdict.p0 && one.p1 > one.p0)) ?? run.ops.at(-1)!
  const opEnd = run.ops.findLast((one) => one.p0 < Math.max(verdict.p1, verdict.p0 + 1)) ?? op
  const h0 = verdict.h0 !== null && verdict.h1! > verdict.h0 ? verdict.h0 : op.h0
  const h1 = verdict.h0 !== null && verdict.h1! > verdict.h0 ? verdict.h1! : Math.max(opEnd.h1, h0 + 1)
  const from = transcript.words[h0]?.startSeconds ?? null
  const to = transcript.words[Math.min(h1, transcript.words.length) - 1]?.endSeconds ?? null
  return {
    kind: verdict.kind,
    printed: verdict.printed,
    heard: verdict.heard,
    start,
    end,
    startSeconds: from === null ? null : cents(from),
    endSeconds: to === null ? null : cents(to),
    support: verdict.support,
    ...(verdict.margin === null ? {} : { margin: tenths(verdict.margin) }),
    meaning: verdict.meaning,
  }
}

/** Printed words of a found quotation that no piece covers: they may have been said elsewhere, or not at all. */
function unfoundEdits(located: Located, rules: SpeechRules): Edit[] {
  const edits: Edit[] = []
  const covered = (at: number) => located.runs.some((run) => at >= run.p0 && at < run.p1)
  for (let p0 = 0; p0 < located.printed.length; p0++) {
    if (covered(p0)) continue
    let p1 = p0
    while (p1 < located.printed.length && !covered(p1)) p1++
    const words = located.printed.slice(p0, p1)
    if (words.some((word) => !rules.isFunctionWord(word.norm))) {
      edits.push({
        kind: 'word-added',
        printed: words.map((word) => word.text).join(' '),
        heard: '',
        start: words[0]!.start,
        end: words.at(-1)!.end,
        startSeconds: null,
        endSeconds: null,
        support: 'undecided',
        meaning: true,
      })
    }
    p0 = p1
  }
  return edits
}

function gradeOf(edits: readonly Edit[], spliced: boolean): { grade: Grade; why: string } {
  const bearing = edits.filter((edit) => edit.meaning)
  if (bearing.some((edit) => edit.support === 'heard')) return { grade: 'altered', why: 'altered' }
  if (spliced) return { grade: 'spliced', why: 'spliced' }
  if (bearing.some((edit) => edit.support === 'undecided')) return { grade: 'undecided', why: 'undecided' }
  const standing = edits.filter(
    (edit) => edit.support === 'heard' || (edit.support === 'not-asked' && CUSTOMARY.has(edit.kind)),
  )
  return standing.length > 0 ? { grade: 'tidied', why: 'tidied' } : { grade: 'verbatim', why: 'verbatim' }
}

/** The seconds where an unfound quotation would stand, between its located neighbours, hold sound that was not heard. */
function fellInUnheard(
  at: number,
  quotations: readonly Located[],
  recordings: readonly Recording[],
  transcripts: readonly Transcript[],
): boolean {
  const before = quotations
    .slice(0, at)
    .findLast((one) => one.runs.length > 0)
    ?.runs.at(-1)
  const after = quotations.slice(at + 1).find((one) => one.runs.length > 0)?.runs[0]
  if (!before || !after || before.transcript !== after.transcript) return false
  const transcript = transcripts[before.transcript]!
  const recording = recordings.find((one) => one.id === transcript.recording)
  const from = transcript.words[before.h1 - 1]?.endSeconds
  const to = transcript.words[after.h0]?.startSeconds
  if (!recording || from === null || from === undefined || to === null || to === undefined || to <= from) return false
  return recording.unheard.some(([start, end]) => Math.min(end, to) - Math.max(start, from) >= 2)
}

/** What the answers mean: pieces, gaps, edits with support, and a grade for each quotation. */
export function gradeAlignments(input: {
  article: Article
  claims: Claims
  inquiries: readonly Inquiry[]
  answers: readonly Answer[]
  transcripts: readonly Transcript[]
  recordings: readonly Recording[]
  language: string
}): Alignment[] {
  const { article, claims, inquiries, transcripts, recordings, language } = input
  const answers = new Map(input.answers.map((answer) => [answer.question, answer]))
  const sources: Sources = { article, transcripts, rules: speechRules(language), language }
  const quotationsLocated = inquiries.filter((one) => one.located.kind === 'quotation').map((one) => one.located)
  return inquiries.map(({ located, differences, asked }) => {
    const quotation = claims.quotations.find((one) => one.id === located.claim)
    const pieces = located.runs.map((run) => pieceOf(run, located, sources))
    const pairs = located.runs.slice(1).map((run, i) => [located.runs[i]!, run] as const)
    const gaps = pairs.map(([a, b]) => gapOf(a, b, sources))
    const edits = located.runs.flatMap((run, i) =>
      verdictsOf({
        differences: differences[i]!,
        asked: asked.filter((one) => one.run === i),
        answers,
        printed: located.printed,
        rules: sources.rules,
        language,
        trusted: isTrusted(transcripts[run.transcript]!, language),
      }).map((verdict) => editOf(verdict, run, located, transcripts[run.transcript]!)),
    )
    const spliced = quotation ? pairs.some(([a, b]) => isSplice(a, b, located, quotation, sources)) : false
    const base = {
      claim: located.claim,
      pieces,
      gaps,
      context: contextOf(located, transcripts),
      similarity: Math.round(located.similarity * 1000) / 1000,
      chance: Number(located.chance.toPrecision(2)),
      speakerCheck: quotation ? speakerCheck(quotation, pieces, language) : ('not-checked' as const),
    }
    if (!quotation) {
      const { text, span, reporting } = claims.statements.find((one) => one.id === located.claim)!
      const clause = reporting && text.slice(reporting.span.start - span.start, reporting.span.end - span.start)
      const told = { before: base.context.before, reporting: clause ?? '' }
      const reworded = edits.map((edit) =>
        isMovedNegation(edit, told, sources.rules) ? { ...edit, kind: 'word-order' as const, meaning: false } : edit,
      )
      return { ...base, edits: reworded, grade: null, spliced: false, why: 'statement' }
    }
    const foreign = quotation.translated || otherLanguage(located, transcripts, language)
    if (foreign)
      return {
        ...base,
        edits: [],
        grade: 'not-comparable',
        spliced: false,
        why: quotation.translated ? 'translated' : 'other-language',
      }
    if (located.runs.length === 0) {
      const unheard = fellInUnheard(quotationsLocated.indexOf(located), quotationsLocated, recordings, transcripts)
      return {
        ...base,
        edits: [],
        grade: unheard ? 'not-heard' : 'not-found',
        spliced: false,
        why: unheard ? 'not-heard' : 'not-found',
      }
    }
    const all = [...edits, ...unfoundEdits(located, sources.rules)]
    return { ...base, edits: all, spliced, ...gradeOf(all, spliced) }
  })
}

/** Everything that was heard is in another language than the article. */
function otherLanguage(located: Located, transcripts: readonly Transcript[], language: string): boolean {
  if (located.runs.length > 0)
    return located.runs.every((run) => differs(transcripts[run.transcript]!.language, language))
  return transcripts.length > 0 && transcripts.every((transcript) => differs(transcript.language, language))
}

const differs = (heard: string | null, language: string) => heard !== null && heard !== language
