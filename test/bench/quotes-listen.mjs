import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gradeAlignments, inquire, locateClaims } from '../../dist/pipeline/alignment/index.js'
import { probeScores } from '../../dist/pipeline/alignment/probe-scores.js'
import { packageRoot } from '../../dist/pipeline/model/index.js'
import { hear } from '../../dist/transcripts/first-hearing.js'
import { answerQuestions, following } from '../../dist/transcripts/second-hearing.js'
import { openSound } from '../../dist/transcripts/sound/open-sound.js'
import { hashOf, plain, plantedAt, printAlone, startOf } from './quotes-data.mjs'

export const cacheFolder = process.env.ORDAGRANT_BENCH_CACHE ?? join(tmpdir(), 'ordagrant-bench-quotes')
mkdirSync(cacheFolder, { recursive: true })

const code = (...files) =>
  hashOf(files.map((file) => readFileSync(join(packageRoot(), 'dist/transcripts', file), 'utf8')).join('\n'))
const modelCode = [
  'engine/features.js',
  'engine/whisper.js',
  'engine/encoder.js',
  'engine/encoder-graph.js',
  'engine/product-precision.js',
]
const hearingCode = () =>
  code(
    'first-hearing.js',
    'stretch.js',
    'assemble.js',
    'engine/decode.js',
    'engine/decoding-rules.js',
    'engine/word-times.js',
    'engine/window.js',
    ...modelCode,
  )
const scoringCode = () => code('engine/score.js', 'engine/score-rest.js', ...modelCode)

/** What `make` gives, kept in the cache folder for the next run. */
export async function kept(key, make) {
  const file = join(cacheFolder, `${hashOf(JSON.stringify(key))}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const made = await make()
  writeFileSync(file, JSON.stringify(made))
  return made
}

export const open = ({ sound, sha256 }) => openSound(sound, { spoolDir: join(cacheFolder, 'sound'), sha256 })

export function firstHearing(recording, sound, engine) {
  const { name, sha256 } = recording
  return kept(['hearing', hearingCode(), engine.info, sha256], () =>
    hear({ recording: { id: 'r1', path: `${name}.opus`, sha256 }, sound, engine, language: 'sv' }),
  )
}

/** Asks about one quotation; the seconds it took are kept with the answers. */
async function answered(questions, recording, sound, engine) {
  const found = new Map()
  let took = 0
  const ask = async (question) => {
    const { startSeconds, endSeconds, wordings } = question
    const asked = [[startSeconds, endSeconds, wordings]]
    const { answers, seconds } = await kept(
      ['answers', scoringCode(), engine.info, recording.sha256, asked],
      async () => {
        const began = performance.now()
        const answers = await answerQuestions({ questions: [question], sounds: new Map([['r1', sound]]), engine })
        return { answers, seconds: (performance.now() - began) / 1000 }
      },
    )
    took += seconds
    return answers[0].scores
  }
  for (const question of questions) {
    const scores = await following(question, found, ask)
    found.set(question.id, { question: question.id, scores })
  }
  return { answers: [...found.values()], seconds: took }
}

/** One quotation through location, second hearing and grading, with what the sound said to every probe. */
export async function listenTo(quote, recording, hearing, sound, engine) {
  const { article, claims } = printAlone(quote.printed)
  const transcripts = [hearing.transcript]
  const recordings = [hearing.recording]
  const language = 'sv'
  const located = locateClaims({ article, claims, transcripts, language })
  const inquiries = inquire({ article, claims, located, transcripts, recordings, language })
  const questions = inquiries.flatMap(({ asked }) => asked.map(({ question }) => question))
  const { answers, seconds } = await answered(questions, recording, sound, engine)
  const [alignment] = gradeAlignments({ article, claims, inquiries, answers, transcripts, recordings, language })
  const scores = probeScores(inquiries[0].asked, new Map(answers.map((answer) => [answer.question, answer])))
  const probes = [...scores].map(([probe, score]) => ({ ...probe, ...score }))
  return {
    ...judge(quote, recording, alignment, probes, located[0].printed),
    seconds,
    cut: `${questions[0]?.startSeconds}`,
    recording: recording.name,
  }
}

function judge(quote, recording, alignment, probes, printed) {
  const words = printed.map(({ text }) => text)
  const base = plain(quote.base).join(' ')
  const planted = plantedAt(quote)
  const restores = ({ p0, p1, text }) =>
    plain([...words.slice(0, p0), text, ...words.slice(p1)].join(' ')).join(' ') === base
  const told = alignment.edits.filter(({ support, meaning }) => meaning && support === 'heard')
  const offsets = [...quote.printed.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match.index)
  const first = offsets[Math.max(0, planted.from - 1)] ?? 0
  const last = offsets[Math.min(planted.to + 1, offsets.length - 1)] ?? quote.printed.length
  const truth =
    quote.printed === quote.base ? undefined : probes.filter(restores).sort((a, b) => b.margin - a.margin)[0]
  const start = startOf(quote, recording)
  const found = alignment.pieces[0]?.startSeconds ?? null
  return {
    ...quote,
    grade: alignment.grade,
    why: alignment.edits
      .filter(({ meaning }) => meaning)
      .map(({ kind, printed, heard, support, margin }) => ({ kind, printed, heard, support, margin })),
    spot: told.some(({ start, end }) => start <= last && end >= first),
    startError: start === null || found === null ? null : Math.abs(found - start),
    truth: truth ? { kind: truth.kind, margin: truth.margin, origin: truth.origin, bounded: truth.bounded } : null,
    probes: probes
      .filter(({ margin, bounded }) => !bounded && margin > -4)
      .map(({ kind, origin, margin, text, p0, p1 }) => ({
        kind,
        origin,
        margin,
        text,
        printed: words.slice(p0, p1).join(' '),
      })),
    heard: alignment.pieces.map(({ heard }) => heard).join(' | '),
  }
}
