import type { Article, PublishedDate, Question, Report, Transcript } from '#model'
import type { Clip } from '../reports/clip.js'
import { openStore, type Store } from './artifacts.js'
import { isRemembered } from './artifacts-hash.js'
import { type LastResults, lastResults } from './artifacts-last.js'
import { takeLock } from './artifacts-lock.js'
import { bytesNeeded, ensureRoom, ensureWritable } from './artifacts-room.js'
import { buildReport } from './build-report.js'
import { type GivenSettings, languageCode, resolveSettings, type Settings } from './config.js'
import type { OnProgress } from './progress.js'
import { createQueue } from './queue.js'
import { applyRulings, gatherRulings } from './rulings.js'
import { type Clock, createClock } from './run-clock.js'
import { type Failures, failureOf, readable } from './run-failures.js'
import { gradeClaims } from './run-grade.js'
import { createEars, type Heard } from './run-hearing.js'
import { readNames, readTables, readTheArticle, readTranscripts } from './run-inputs.js'
import { openModel } from './run-model.js'
import type { Story } from './story.js'
import { readStoryFile } from './story-file.js'
import { errors } from './texts/index.js'

/** What a run gives: everything a renderer needs. */
export interface StoryRun {
  report: Report
  article: Article
  clips: Clip[]
}

export interface RunOptions {
  signal?: AbortSignal
  onProgress?: OnProgress
}

/**
 * A story's way through: read, hear, align, listen again, compare, check, report. Sound and hearing are stored as they
 * are made, so that a run that was cancelled, or comes again, does only what is left.
 * @throws UserError when there can be no report: nothing to write to, another run at work, no article that can be read.
 *   Any other part that fails is a warning in the report. The signal's reason when cancelled.
 */
export async function runStory(story: Story, given: GivenSettings, options: RunOptions = {}): Promise<StoryRun> {
  const signal = options.signal ?? new AbortController().signal
  const onProgress = options.onProgress ?? (() => {})
  const clock = createClock()
  const run = await clock.time('total', async () => {
    await ensureWritable(story.out)
    const store = await openStore(story.cache)
    const release = await takeLock(story.cache, story.out)
    try {
      return await goThrough({ story, given, store, clock, signal, onProgress })
    } finally {
      await release()
    }
  })
  return { ...run, report: { ...run.report, timings: clock.timings } }
}

interface Way {
  story: Story
  given: GivenSettings
  store: Store
  clock: Clock
  signal: AbortSignal
  onProgress: OnProgress
}

async function goThrough({ story, given, store, clock, signal, onProgress }: Way): Promise<StoryRun> {
  const failures: Failures = { signal, list: story.unreadable.map(({ path, error }) => failureOf(path, error)) }
  const last = lastResults(store)
  // Whatever may be wrong with what people wrote is found before an hour of hearing.
  const settings = await readSettings(story, given, last)
  const rulings = await gatherRulings(story.rulings)
  const [{ checks }, { parseCheckOptions, runChecks }] = await clock.time('load', () =>
    Promise.all([import('../checks/index.js'), import('./run-checks.js')]),
  )
  parseCheckOptions(checks, settings.checks)
  const article = await clock.time('read-article', () => readTheArticle(story, last))
  const published = await publishedOf(
    settings,
    article,
    given.published === undefined ? (story.settings?.path ?? null) : null,
  )
  const said = settings.language ?? article.language
  const language = { code: languageCode(said ?? 'sv'), assumed: said === null }
  await ensureRoom(story.out, await roomNeeded(story, store))

  const model = story.audio.length > 0 ? await openModel(settings.model, story.cache) : null
  const ears = model && createEars({ cache: story.cache, engine: model.engine, store, signal, onProgress })
  try {
    const listening = createQueue({ concurrency: 1, signal })
    const reading = createQueue({ concurrency: 4, signal })
    const hearing = listening.map(ears ? story.audio : [], (file, index) =>
      readable(
        failures,
        file.path,
        () => clock.time('hear', () => ears!.hear(file, `r${index + 1}`, said === null ? null : language.code)),
        file.absolute,
      ),
    )
    // Failing elsewhere first must not leave this rejection unhandled; it is awaited below.
    hearing.catch(() => {})
    const [datasets, namesList, files] = await clock.time('read-inputs', () =>
      Promise.all([
        readTables(story, reading, failures, last),
        readNames(story, reading, failures),
        readTranscripts(story, reading, failures),
      ]),
    )
    const claims = await clock.time('find', () =>
      last.remember('claims', [article.sha256, article.path, language.code, published], async () => {
        const { findClaims } = await import('./claims/index.js')
        return findClaims(article, { language: language.code, published })
      }),
    )
    const heard = (await hearing).filter((one): one is Heard => one !== null)

    const recordings = heard.map(({ recording }) => recording)
    const transcripts: Transcript[] = [...heard.map(({ transcript }) => transcript), ...files]
    const material = { article, claims, transcripts, recordings, language: language.code }
    const ear =
      model && ears && settings.listen
        ? {
            info: model.engine.info,
            answer: (questions: Question[]) => readable(failures, 'audio', () => ears.answer(questions)),
          }
        : null
    const { alignments, reliabilities } = await gradeClaims(store, clock, material, ear)
    const { alignmentMessages } = await import('./alignment/messages.js')
    const { comparisonMessages, compareClaims } = await import('./comparison/index.js')
    const comparisons = await clock.time('compare', () =>
      compareClaims({ ...material, datasets, alignments, namesList, published }),
    )
    const inputs = { ...material, ...claims, completeness: settings.recordings, alignments, comparisons, datasets }
    const checked = await clock.time('check', () =>
      runChecks(checks, { ...inputs, namesList, published }, settings.checks),
    )
    const built = buildReport({
      settings,
      article,
      language,
      published,
      claims,
      recordings,
      languageDoubts: heard.flatMap(({ recording, warnings }) =>
        warnings.map(({ values }) => ({ path: recording.path, ...values })),
      ),
      transcripts: files,
      datasets,
      model: model?.engine.info ?? null,
      modelEmbedded: model?.embedded ?? false,
      alignments,
      reliabilities: new Map(reliabilities),
      comparisons,
      checks: checked,
      failures: failures.list.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      tables: { alignment: alignmentMessages, comparison: comparisonMessages },
    })
    const report = applyRulings(built, rulings)
    const clips =
      settings.clips === 'embed' && ears ? await clock.time('clips', () => ears.clips(report, failures)) : []
    return { report, article, clips }
  } finally {
    await ears?.close()
  }
}

async function readSettings({ settings }: Story, given: GivenSettings, last: LastResults): Promise<Settings> {
  if (!settings) return resolveSettings(given)
  const source = new TextDecoder().decode(await readStoryFile(settings))
  const written = await last.remember('settings', [settings.path, source], async () => {
    const { readSettingsFile } = await import('./config-file.js')
    return readSettingsFile(settings.path, source)
  })
  return resolveSettings(given, written)
}

async function publishedOf(settings: Settings, article: Article, file: string | null): Promise<PublishedDate | null> {
  if (settings.published === null) return article.published
  const { publishedDate } = await import('./article/index.js')
  const date = publishedDate(settings.published)
  if (!date) throw errors.publishedInvalid(settings.published, file)
  return date
}

/** Sound that an earlier run has read is decoded already and needs no more room. */
async function roomNeeded(story: Story, store: Store): Promise<number> {
  const known = await Promise.all(story.audio.map(({ absolute }) => isRemembered(store, absolute)))
  return bytesNeeded(story.audio.filter((_, index) => !known[index]))
}
