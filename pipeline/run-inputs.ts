import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import type { Article, Dataset, Transcript } from '#model'
import type { LastResults } from './artifacts-last.js'
import type { Queue } from './queue.js'
import { type Failures, readable } from './run-failures.js'
import type { Story } from './story.js'
import { readStoryFile, type StoryFile } from './story-file.js'

/** A name list as the data room reads it. */
export type NamesList = Awaited<ReturnType<typeof import('./data/index.js').readNamesList>>

/** Reads the article. @throws UserError (exit 2): without an article there is no report. */
export async function readTheArticle({ article }: Story, last: LastResults): Promise<Article> {
  const bytes = await readStoryFile(article)
  return last.remember('article', [article.path, sha256(bytes)], async () => {
    const { readArticle } = await import('./article/index.js')
    return readArticle({ path: article.path, bytes })
  })
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Reads the tables; one that can't be read is left out and noted. */
export async function readTables(
  story: Story,
  queue: Queue,
  failures: Failures,
  last: LastResults,
): Promise<Dataset[]> {
  const datasets = await queue.map(story.data, ({ file, meta }, index) =>
    readable(failures, file.path, async () => {
      const described = meta ? { path: meta.path, text: new TextDecoder().decode(await readStoryFile(meta)) } : null
      const table = { path: file.path, bytes: await readStoryFile(file), meta: described }
      const id = `d${index + 1}`
      return last.remember(`table ${id}`, [file.path, sha256(table.bytes), described], async () => {
        const { readDataset } = await import('./data/index.js')
        return readDataset(table, id)
      })
    }),
  )
  return datasets.filter((dataset) => dataset !== null)
}

/** Reads the newsroom's list of names, when there is one that can be read. */
export async function readNames(story: Story, queue: Queue, failures: Failures): Promise<NamesList | null> {
  const { names } = story
  if (!names) return null
  const { readNamesList } = await import('./data/index.js')
  return queue.add(() =>
    readable(failures, names.path, async () => readNamesList({ path: names.path, bytes: await readStoryFile(names) })),
  )
}

/** Reads the transcripts made elsewhere. One with a recording's base name belongs to that recording. */
export async function readTranscripts(story: Story, queue: Queue, failures: Failures): Promise<Transcript[]> {
  if (story.transcripts.length === 0) return []
  const { readTranscript } = await import('../transcripts/formats/index.js')
  const transcripts = await queue.map(story.transcripts, (file, index) =>
    readable(failures, file.path, async () => {
      const transcript = await readTranscript({ path: file.path, bytes: await readStoryFile(file) }, `tr${index + 1}`)
      return { ...transcript, recording: recordingOf(file, story.audio) }
    }),
  )
  return transcripts.filter((transcript) => transcript !== null)
}

/** `audio/samtal.mp3` ↔ `transcripts/samtal.vtt`, `transcripts/samtal.sv.vtt`. */
function recordingOf(transcript: StoryFile, audio: StoryFile[]): string | null {
  const stem = (path: string) => basename(path, extname(path)).normalize('NFC').toLowerCase()
  const wanted = stem(transcript.path)
  const index = audio.findIndex(({ path }) => [wanted, wanted.replace(/\.[a-z]{2,3}$/, '')].includes(stem(path)))
  return index < 0 ? null : `r${index + 1}`
}
