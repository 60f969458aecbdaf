import { extname, join, resolve } from 'node:path'
import { UserError } from '#model'
import type { Hearing } from '../transcripts/assemble.js'
import { openStore } from './artifacts.js'
import { takeLock } from './artifacts-lock.js'
import { bytesNeeded, ensureRoom } from './artifacts-room.js'
import { languageCode, resolveSettings } from './config.js'
import type { OnProgress } from './progress.js'
import { createEars, type Ears } from './run-hearing.js'
import { openModel } from './run-model.js'
import { audioKinds } from './story.js'
import { type StoryFile, storyFile } from './story-file.js'
import { errors } from './texts/index.js'

export interface AudioOptions {
  language?: string
  model?: string
  signal: AbortSignal
  onProgress: OnProgress
}

/**
 * Hears one recording. What was heard is kept in `.ordagrant` where one stands, so that a hearing that was interrupted
 * goes on.
 * @throws UserError; the signal's reason when cancelled
 */
export function runTranscription(audio: string, options: AudioOptions): Promise<Hearing> {
  const language = options.language === undefined ? null : languageCode(options.language)
  return withEars(audio, options, (ears, file) => ears.hear(file, 'r1', language))
}

/** Opens one recording outside a story for a task. */
export async function withEars<T>(
  audio: string,
  { model, signal, onProgress }: AudioOptions,
  task: (ears: Ears, file: StoryFile) => Promise<T>,
): Promise<T> {
  if (!(audioKinds as readonly string[]).includes(extname(audio).toLowerCase()))
    throw errors.unknownKind(audio, audioKinds)
  const file = await storyFile({ absolute: resolve(audio), path: audio, limit: Number.POSITIVE_INFINITY, root: null })
  const cache = join(process.cwd(), '.ordagrant')
  const elsewhere = (error: unknown): never => {
    throw error instanceof UserError && error.id === 'not-writable' ? errors.startElsewhere(process.cwd()) : error
  }
  const store = await openStore(cache).catch(elsewhere)
  const release = await takeLock(cache).catch(elsewhere)
  try {
    await ensureRoom(cache, bytesNeeded([file]))
    const { engine } = await openModel(resolveSettings({ model }).model, cache)
    const ears = createEars({ cache, store, engine, signal, onProgress })
    try {
      return await task(ears, file)
    } finally {
      await ears.close()
    }
  } finally {
    await release()
  }
}
