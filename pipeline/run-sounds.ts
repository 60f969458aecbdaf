import { join } from 'node:path'
import type { Recording } from '#model'
import type { Sound } from '../transcripts/sound/open-sound.js'
import type { OnProgress } from './progress.js'
import type { StoryFile } from './story-file.js'

/** The decoded sound of a run's recordings, each opened when somebody first reads from it. */
export function createSounds(options: { cache: string; signal: AbortSignal; onProgress: OnProgress }) {
  const { cache, signal, onProgress } = options
  const files = new Map<string, StoryFile>()
  const hashes = new Map<string, string>()
  const lazy = new Map<string, Sound>()
  const open = new Map<string, Promise<Sound>>()

  async function decode(id: string): Promise<Sound> {
    const file = files.get(id)
    const sha256 = hashes.get(id)
    if (!file || !sha256) throw new Error(`No recording ${id}`)
    const { openSound } = await import('../transcripts/sound/open-sound.js')
    const told = () => onProgress({ stage: 'decode', path: file.path, fraction: null })
    return openSound(file.absolute, { spoolDir: join(cache, 'sound'), sha256, signal, onProgress: told })
  }

  function opened(id: string): Promise<Sound> {
    const known = open.get(id)
    if (known) return known
    const opening = decode(id)
    open.set(id, opening)
    return opening
  }

  return {
    hashes,
    /** By recording id; reading from one opens it. Their length is not known before: it is in the Recording. */
    lazy,
    opened,
    add({ id, sha256 }: Pick<Recording, 'id' | 'sha256'>, file: StoryFile): void {
      files.set(id, file)
      hashes.set(id, sha256)
      lazy.set(id, {
        seconds: Number.NaN,
        truncated: false,
        read: async (from, to) => (await opened(id)).read(from, to),
        close: async () => {},
      })
    },
    async close(): Promise<void> {
      const settled = await Promise.allSettled(open.values())
      await Promise.all(settled.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)))
    },
  }
}
