import type { Alignment, Answer, Question, Reliability } from '#model'
import type { Store } from './artifacts.js'
import { lastResults } from './artifacts-last.js'
import { findAndAsk, type Material } from './run-align.js'
import type { Clock } from './run-clock.js'

/** Who listens a second time. */
export interface Ear {
  /** Names the model and its engine: with others, the answers are others. */
  info: unknown
  /** Null when listening failed. */
  answer(questions: Question[]): Promise<Answer[] | null>
}

/** What was said of every claim, and how far each grade can be leant on. */
export interface Graded {
  alignments: Alignment[]
  reliabilities: [claim: string, Reliability][]
}

/**
 * Claims found in the transcripts, asked about, listened for and graded. Kept are the grades: the questions, a hundred
 * times as long, are asked anew when something changed.
 * @param ear null: nobody listens a second time
 */
export async function gradeClaims(store: Store, clock: Clock, material: Material, ear: Ear | null): Promise<Graded> {
  const { article, claims, transcripts, recordings, language } = material
  const inputs = [article.sha256, article.path, claims, transcripts, recordings, language, ear?.info ?? null]
  let heard = true
  return lastResults(store).remember(
    'graded',
    inputs,
    async () => {
      const { gradeAlignments, reliabilities, withAlternatives } = await import('./alignment/index.js')
      const inquiries = await findAndAsk(store, clock, material)
      const questions = inquiries.flatMap(({ asked }) => asked.map(({ question }) => question))
      const answered = ear ? await clock.time('listen', () => ear.answer(questions)) : []
      heard = answered !== null
      const answers = answered ?? []
      const graded = await clock.time('grade', () => gradeAlignments({ ...material, inquiries, answers }))
      const located = inquiries.map((inquiry) => inquiry.located)
      const alignments = withAlternatives(graded, located, transcripts)
      return { alignments, reliabilities: [...reliabilities({ alignments, inquiries, answers, language })] }
    },
    () => heard,
  )
}
