import * as z from 'zod'
import { httpGet } from './http-get.js'
import type { ModelName } from './model-name.js'
import { cannotReach, noSuchModel } from './pull-errors.js'

/** The public hub of models; another by `--mirror` or ORDAGRANT_MODEL_MIRROR. */
const PUBLIC_HUB = 'https://huggingface.co'
const MAX_ANSWER_BYTES = 20 * 2 ** 20

const Answer = z.object({
  sha: z.string().regex(/^[0-9a-f]{40}$/),
  siblings: z.array(
    z.object({
      rfilename: z.string(),
      size: z.number().int().nonnegative().optional(),
      blobId: z.string().optional(),
      lfs: z.object({ sha256: z.string(), size: z.number().int().nonnegative() }).nullish(),
    }),
  ),
})

/** A file as the hub publishes it: large ones with SHA-256, small ones with their Git blob id (SHA-1). */
export interface HubFile {
  path: string
  bytes: number
  sha256: string | null
  gitBlob: string | null
}

export interface HubModel {
  /** The 40 digits that the wished revision stands for now. */
  commit: string
  files: HubFile[]
}

export function hubAddress(mirror: string | undefined, env: Record<string, string | undefined> = process.env): string {
  return (mirror || env.ORDAGRANT_MODEL_MIRROR || PUBLIC_HUB).replace(/\/+$/, '')
}

/** @throws UserError when the hub has no such model or revision, or can't be reached or understood. */
export async function askHub(base: string, name: ModelName, signal: AbortSignal | undefined): Promise<HubModel> {
  const revision = name.revision ?? 'main'
  const url = `${base}/api/models/${name.id}/revision/${encodeURIComponent(revision)}?blobs=true`
  const text = await answerTo(url, name, signal)
  const parsed = Answer.safeParse(parse(text))
  if (!parsed.success) throw cannotReach(base, new Error('the answer is not what a model hub answers'))
  return {
    commit: parsed.data.sha,
    files: parsed.data.siblings.map(({ rfilename, size, blobId, lfs }) => ({
      path: rfilename,
      bytes: lfs?.size ?? size ?? 0,
      sha256: lfs?.sha256 ?? null,
      gitBlob: lfs ? null : (blobId ?? null),
    })),
  }
}

async function answerTo(url: string, name: ModelName, signal: AbortSignal | undefined): Promise<string> {
  let status: number
  const parts: Buffer[] = []
  try {
    const response = await httpGet(url, { headers: { accept: 'application/json' }, signal })
    status = response.statusCode ?? 0
    let bytes = 0
    for await (const piece of response) {
      bytes += (piece as Buffer).length
      if (bytes > MAX_ANSWER_BYTES) throw new Error('the answer is larger than 20 MB')
      parts.push(piece as Buffer)
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw cannotReach(url, error)
  }
  // The hub answers 401 for what doesn't exist as well as for what it won't show.
  if (status === 401 || status === 403 || status === 404) throw noSuchModel(name, url)
  if (status !== 200) throw cannotReach(url, new Error(`it answered ${status}`))
  return Buffer.concat(parts).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function fileAddress(base: string, id: string, commit: string, path: string): string {
  return `${base}/${id}/resolve/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`
}
