import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from '#model'
import { Encodings } from './encodings.js'
import type { Request, Results, Task, WorkerSettings } from './protocol.js'
import { scoreWordings } from './score.js'
import { Cancelled, type Encoded, Whisper } from './whisper.js'
import { detectLanguage, hearWindows } from './window.js'

/** The engine's worker thread: the runtime blocks its thread for the length of a call, so it must not be the caller's. */
const port = parentPort!
const settings = workerData as WorkerSettings
let current = 0
const checkCancelled = () => {
  if (Atomics.load(settings.cancelled, 0) === current) throw new Cancelled()
}

const encodings = new Encodings(settings.encodings, `${settings.model.sha256} ${settings.runtime}`)
let loading: Promise<Whisper> | undefined
let silence: Encoded | undefined
let lastCut: { samples: Float32Array; encoded: Encoded } | undefined

port.on('message', async (request: Request) => {
  if (request === 'close') {
    await (await loading?.catch(() => undefined))?.release()
    port.close()
    return
  }
  current = request.number
  try {
    port.postMessage({ number: request.number, result: await perform(request.task) })
  } catch (error) {
    const { number } = request
    if (error instanceof Cancelled) port.postMessage({ number, cancelled: true })
    else if (error instanceof UserError) {
      const { id, text, exitCode } = error
      port.postMessage({ number, told: { id, text, exitCode } })
    } else port.postMessage({ number, error: error instanceof Error ? error.message : String(error) })
  }
})

async function perform(task: Task): Promise<Results[Task['kind']]> {
  loading ??= Whisper.load(settings.model, settings.threads, checkCancelled)
  const whisper = await loading
  if (task.kind === 'transcribe') return hearWindows(whisper, task.windows, task.language)
  if (task.kind === 'language') {
    const found = detectLanguage(whisper, await whisper.encode([task.samples]))
    return found ?? { language: 'en', probability: 1 }
  }
  const encoded = await encodeCut(whisper, task.samples)
  const encodeSilence = async () => {
    silence ??= await encodeKept(whisper, new Float32Array(0))
    return silence
  }
  const { language, wordings, decoys } = task
  return scoreWordings(whisper, encoded, encodeSilence, language, wordings, decoys)
}

/** Questions about one cut come one after the other: its encoding is kept for the next. */
async function encodeCut(whisper: Whisper, samples: Float32Array): Promise<Encoded> {
  if (lastCut && same(lastCut.samples, samples)) return lastCut.encoded
  const encoded = await encodeKept(whisper, samples)
  lastCut = { samples, encoded }
  return encoded
}

async function encodeKept(whisper: Whisper, samples: Float32Array): Promise<Encoded> {
  return whisper.begin([await encodings.remember(samples, () => whisper.statesOfCut(samples))])
}

function same(a: Float32Array, b: Float32Array): boolean {
  return (
    a.length === b.length &&
    Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(Buffer.from(b.buffer, b.byteOffset, b.byteLength))
  )
}
