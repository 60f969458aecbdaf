import type { SpeechRules } from '#language'
import type { Article, Gap, Quotation, Transcript } from '#model'
import { heardWords } from './heard-words.js'
import type { Located, Run } from './located.js'

/** Heard words between two pieces that are no more than a breath, a "ja" or a restart. */
const BREATH_CONTENT_WORDS = 2
const BREATH_SECONDS = 4

/** Seconds are told to the hundredth. */
export const cents = (seconds: number) => Math.round(seconds * 100) / 100
/** What print and sound are looked up in. */
export interface Sources {
  article: Article
  transcripts: readonly Transcript[]
  rules: SpeechRules
  language: string
}

/** A piece's source: the recording it was heard in, or the transcript where no sound was given. */
export const sourceOf = (transcript: Transcript) => transcript.recording ?? transcript.id

/** How far apart two pieces were said, and what was said between. */
export function gapOf(a: Run, b: Run, { transcripts }: Sources): Gap {
  const one = transcripts[a.transcript]!
  const end = one.words[a.h1 - 1]?.endSeconds ?? null
  const start = transcripts[b.transcript]!.words[b.h0]?.startSeconds ?? null
  const ordered = a.transcript === b.transcript && b.h0 >= a.h1
  const heard = ordered
    ? one.words
        .slice(a.h1, b.h0)
        .map((word) => word.text.trim())
        .join(' ')
    : ''
  return { seconds: end === null || start === null || a.transcript !== b.transcript ? null : cents(start - end), heard }
}

/** Does the print itself say that something is left out, or that these are two utterances, between the two pieces? */
function printedAsApart(a: Run, b: Run, located: Located, quotation: Quotation, { article }: Sources): boolean {
  const before = located.printed[a.p1 - 1]!
  const after = located.printed[b.p0]!
  if (before.part !== after.part && /[.!?…]/.test(before.after || '.')) return true
  if (/…|\.\.\.|[[(]/.test(before.after)) return true
  return quotation.cuts.some(({ part, offset }) => {
    const block = article.blocks[quotation.parts[part]?.block ?? -1]
    const at = block?.starts[offset]
    return at !== undefined && at >= before.start && at <= after.end
  })
}

/** Two pieces that were said apart though the print has them in one breath. */
export function isSplice(a: Run, b: Run, located: Located, quotation: Quotation, sources: Sources): boolean {
  if (printedAsApart(a, b, located, quotation, sources)) return false
  if (a.transcript !== b.transcript)
    return sourceOf(sources.transcripts[a.transcript]!) !== sourceOf(sources.transcripts[b.transcript]!)
  if (b.h0 < a.h1) return b.h0 + 3 < a.h0 || b.h1 < a.h1
  const norms = heardWords(sources.transcripts[a.transcript]!, sources.language)
    .slice(a.h1, b.h0)
    .map((word) => word.norm)
  const content = norms.filter(
    (norm, i) => sources.rules.fillerAt(norms, i) === 0 && !sources.rules.isFunctionWord(norm),
  )
  const { seconds } = gapOf(a, b, sources)
  return content.length > BREATH_CONTENT_WORDS || (seconds !== null && seconds > BREATH_SECONDS && content.length > 0)
}
