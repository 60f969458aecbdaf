import type { Answer, Question, Recording, Report, Transcript } from '#model'
import type { Clip } from '../reports/clip.js'
import type { Hearing } from '../transcripts/assemble.js'
import type { Engine } from '../transcripts/engine/engine-types.js'
import type { Listened, ListenOptions } from '../transcripts/listen.js'
import type { Store } from './artifacts.js'
import { rememberedHash } from './artifacts-hash.js'
import type { OnProgress } from './progress.js'
import { type Failures, readable } from './run-failures.js'
import { createSounds } from './run-sounds.js'
import type { StoryFile } from './story-file.js'

/** Raised when what is stored here changes, also with the versions in transcripts/first-hearing.ts. */
const hearingVersion = 4
const clipVersion = 1

/** What was heard in one recording. */
export interface Heard extends Hearing {
  recording: Recording
  transcript: Transcript
}

export interface Ears {
  /** Makes a recording known under an id, without decoding it. */
  open(file: StoryFile, id: string): Promise<Named>
  /** @throws UserError when the file cannot be read as sound. */
  hear(file: StoryFile, id: string, language: string | null): Promise<Heard>
  /** The second hearing. @throws UserError (exit 3) when the engine fails */
  answer(questions: Question[]): Promise<Answer[]>
  /** The sound that a report plays. */
  clips(report: Report, failures: Failures): Promise<Clip[]>
  /** The second hearing on its own, of some seconds of one recording. */
  listen(id: string, asked: Pick<ListenOptions, 'fromSeconds' | 'toSeconds' | 'texts' | 'language'>): Promise<Listened>
  close(): Promise<void>
}

/**
 * The ears of a run. Sound is decoded and the model loaded only when something is not stored yet, so that a second run
 * touches neither.
 */
export function createEars(options: {
  cache: string
  store: Store
  engine: Engine
  signal: AbortSignal
  onProgress: OnProgress
}): Ears {
  const { cache, store, engine, signal, onProgress } = options
  const sounds = createSounds({ cache, signal, onProgress })
  const kept = (stage: string) => ({
    get: (key: string) => store.get(stage, 1, key),
    set: (key: string, value: unknown) => store.set(stage, 1, key, value),
  })

  async function hearAs(file: StoryFile, recording: Named, language: string | null): Promise<Heard> {
    const inputs = JSON.stringify([recording.sha256, engine.info.sha256, engine.info.engine, language])
    const known = (await store.get('hearing', hearingVersion, inputs)) as Heard | undefined
    if (known) return renamed(known, recording)
    const { hear } = await import('../transcripts/first-hearing.js')
    const heard = await hear({
      recording,
      sound: await sounds.opened(recording.id),
      engine,
      language,
      signal,
      onProgress: ({ seconds, totalSeconds }) =>
        onProgress({ stage: 'hear', path: file.path, fraction: totalSeconds > 0 ? seconds / totalSeconds : 1 }),
      store: kept('window'),
    })
    await store.set('hearing', hearingVersion, inputs, heard)
    return heard
  }

  async function opened(file: StoryFile, id: string): Promise<Named> {
    const recording = { id, path: file.path, sha256: await rememberedHash(store, file.absolute, signal) }
    sounds.add(recording, file)
    return recording
  }

  return {
    open: opened,

    async hear(file, id, language) {
      const recording = await opened(file, id)
      const heard = await hearAs(file, recording, language)
      const other = mostlyOther(heard)
      return other === null ? heard : hearAs(file, recording, other)
    },

    async answer(questions) {
      if (questions.length === 0) return []
      const { answerQuestions } = await import('../transcripts/second-hearing.js')
      return answerQuestions({
        questions,
        sounds: sounds.lazy,
        hashes: sounds.hashes,
        engine,
        signal,
        onProgress: ({ questions, total }) => onProgress({ stage: 'listen', path: null, fraction: questions / total }),
        store: kept('answer'),
      })
    },

    async clips(report, failures) {
      const { clipPlaces } = await import('../reports/clip.js')
      const places = clipPlaces(report)
      const clips: Clip[] = []
      for (const [index, place] of places.entries()) {
        const inputs = JSON.stringify([sounds.hashes.get(place.recording), place.startSeconds, place.endSeconds])
        const cut = async (): Promise<Pick<Clip, 'mime' | 'base64'>> => {
          const known = (await store.get('clip', clipVersion, inputs)) as Pick<Clip, 'mime' | 'base64'> | undefined
          if (known) return known
          const { encodeClip } = await import('../transcripts/sound/encode-clip.js')
          const samples = await sounds.lazy.get(place.recording)!.read(place.startSeconds, place.endSeconds)
          const { mime, bytes } = await encodeClip(samples)
          const made = { mime, base64: Buffer.from(bytes).toString('base64') }
          await store.set('clip', clipVersion, inputs, made)
          return made
        }
        signal.throwIfAborted()
        const clip = await readable(failures, place.recording, cut)
        if (clip) clips.push({ ...place, ...clip })
        onProgress({ stage: 'clips', path: null, fraction: (index + 1) / places.length })
      }
      return clips
    },

    async listen(id, asked) {
      const { listen } = await import('../transcripts/listen.js')
      return listen({ sound: await sounds.opened(id), engine, signal, ...asked })
    },

    async close() {
      await Promise.allSettled([engine.close(), sounds.close()])
    },
  }
}

type Named = Pick<Recording, 'id' | 'path' | 'sha256'>

/** A recording keeps what was heard when its file gets another name or place in the order. */
function renamed({ recording, transcript, warnings }: Heard, now: Named): Heard {
  return {
    recording: { ...recording, ...now },
    transcript: { ...transcript, id: now.id.replace(/^r/, 'h'), recording: now.id },
    warnings,
  }
}

/**
 * The language that most of a recording was surely in, when it is another than the one it was heard in: words heard in
 * the wrong language are no words at all.
 */
function mostlyOther({ recording, warnings }: Heard): string | null {
  const seconds = new Map<string, number>()
  for (const { id, values } of warnings) {
    if (id !== 'window-language-differs') continue
    const language = String(values.language)
    seconds.set(language, (seconds.get(language) ?? 0) + Number(values.to) - Number(values.from))
  }
  const [most] = [...seconds].sort((a, b) => b[1] - a[1])
  return most && most[1] > recording.speechSeconds / 2 ? most[0] : null
}
