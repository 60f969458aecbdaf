import type { Answer, Article, Recording, Transcript } from '#model'
import { gradeAlignments, inquire, locateClaims } from '../../pipeline/alignment/index.js'
import { readArticle } from '../../pipeline/article/index.js'
import { findClaims } from '../../pipeline/claims/index.js'

export const articleOf = (markdown: string): Article =>
  readArticle({
    path: 'article.md',
    bytes: new TextEncoder().encode(`# Rubrik\n\nEn ingress om något annat.\n\n${markdown}\n`),
  })

/** Lines "SPEAKER: words" said one after the other, 0.4 s a word and 1 s between lines. */
export function transcriptOf(lines: string[], options: { hearing?: boolean } = {}): Transcript {
  const transcript: Transcript = {
    id: options.hearing ? 'h1' : 'tr1',
    recording: options.hearing ? 'r1' : null,
    path: options.hearing ? null : 'talk.txt',
    sha256: null,
    timed: true,
    machine: options.hearing ?? false,
    speakers: lines.some((line) => line.includes(': ')),
    language: 'sv',
    words: [],
    segments: [],
  }
  let seconds = 0
  for (const line of lines) {
    const [speaker, text] = line.includes(': ') ? (line.split(': ') as [string, string]) : [null, line]
    const firstWord = transcript.words.length
    const start = seconds
    for (const word of text.split(' ')) {
      transcript.words.push({
        text: word,
        startSeconds: seconds,
        endSeconds: seconds + 0.35,
        confidence: options.hearing ? 0.8 : null,
        segment: transcript.segments.length,
      })
      seconds += 0.4
    }
    transcript.segments.push({
      firstWord,
      endWord: transcript.words.length,
      startSeconds: start,
      endSeconds: seconds,
      speaker,
    })
    seconds += 1
  }
  return transcript
}

export const recordingOf = (transcript: Transcript): Recording => ({
  id: 'r1',
  path: 'audio/talk.mp3',
  sha256: 'x',
  seconds: (transcript.words.at(-1)?.endSeconds ?? 0) + 5,
  speechSeconds: 10,
  heardSeconds: 10,
  unheard: [],
  language: 'sv',
  truncated: false,
  note: null,
})

/** Margins by wording, as an ear would give them; a wording not named is far behind. */
export type Ear = (wording: string, base: string) => number | undefined

export function alignmentsOf(markdown: string, lines: string[], ear?: Ear) {
  const article = articleOf(markdown)
  const claims = findClaims(article, { language: 'sv', published: null })
  const transcript = transcriptOf(lines, { hearing: ear !== undefined })
  const recordings = ear ? [recordingOf(transcript)] : []
  const material = { article, claims, transcripts: [transcript], recordings, language: 'sv' }
  const located = locateClaims(material)
  const inquiries = inquire({ ...material, located })
  const answers: Answer[] = inquiries.flatMap(({ asked }) =>
    asked.map(({ question }) => ({
      question: question.id,
      scores: question.wordings.map((wording, i) => {
        const margin = i === 0 ? 0 : (ear?.(wording, question.wordings[0]!) ?? -12)
        return { margin, prior: 0, bounded: margin <= -12 }
      }),
    })),
  )
  const alignments = gradeAlignments({ ...material, inquiries, answers })
  return {
    article,
    claims,
    inquiries,
    alignments,
    quotations: alignments.filter(({ claim }) => claim.startsWith('q')),
    statements: alignments.filter(({ claim }) => claim.startsWith('s') && claim !== 's1' && claim !== 's2'),
  }
}
