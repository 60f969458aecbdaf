import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot, UserError } from '#model'
import type { Engine } from './engine-types.js'
import type { ModelDescription } from './model-facts.js'
import type { Reply, Request, Results, Task, WorkerSettings } from './protocol.js'

interface Waiting {
  number: number
  task: Task
  resolve: (result: never) => void
  reject: (error: unknown) => void
  signal: AbortSignal | undefined
  stopListening: () => void
}

/**
 * An engine for one model. Nothing is loaded until the first call; after that the worker keeps the process alive only
 * while it works. Calls are answered one after the other.
 *
 * @param options.threads threads of the runtime; default: the machine's
 * @param options.encodings folder where encodings of the last cuts asked about are kept; default: nowhere
 */
export async function createEngine(options: {
  model: ModelDescription
  threads?: number
  encodings?: string
}): Promise<Engine> {
  const { model, threads = availableParallelism(), encodings = null } = options
  const { version } = createRequire(import.meta.url)('onnxruntime-node/package.json') as { version: string }
  const runtime = `onnxruntime-node ${version}`
  const client = new Client({ model, threads, encodings, runtime })
  return {
    info: { name: model.name, sha256: model.sha256, engine: runtime },
    transcribeWindows: (windows, { language, signal }) => client.ask({ kind: 'transcribe', windows, language }, signal),
    detectLanguage: (samples, { signal } = {}) => client.ask({ kind: 'language', samples }, signal),
    score: (samples, language, wordings, { signal, decoys = 0 } = {}) =>
      client.ask({ kind: 'score', samples, language, wordings, decoys }, signal),
    close: () => client.close(),
  }
}

class Client {
  private readonly settings: Omit<WorkerSettings, 'cancelled'>
  private readonly cancelled = new Int32Array(new SharedArrayBuffer(4))
  private readonly queue: Waiting[] = []
  private worker: Worker | undefined
  private active: Waiting | undefined
  private lastNumber = 0
  private closed = false

  constructor(settings: Omit<WorkerSettings, 'cancelled'>) {
    this.settings = settings
  }

  ask<K extends Task['kind']>(task: Task & { kind: K }, signal: AbortSignal | undefined): Promise<Results[K]> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new Error('The engine is closed'))
      if (signal?.aborted) return reject(signal.reason)
      const onAbort = () => this.cancel(waiting)
      const waiting: Waiting = {
        number: ++this.lastNumber,
        task,
        resolve,
        reject,
        signal,
        stopListening: () => signal?.removeEventListener('abort', onAbort),
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.queue.push(waiting)
      this.next()
    })
  }

  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    const { worker, active } = this
    for (const waiting of this.queue.splice(0))
      this.finish(waiting, () => waiting.reject(new Error('The engine was closed')))
    if (!worker) return
    if (active) Atomics.store(this.cancelled, 0, active.number)
    worker.ref()
    const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.postMessage('close' satisfies Request)
    await exited
  }

  private next(): void {
    if (this.active) return
    const waiting = this.queue.shift()
    if (!waiting) {
      // Who closes waits for the worker's end: until then it keeps the process alive.
      if (!this.closed) this.worker?.unref()
      return
    }
    this.active = waiting
    this.worker ??= this.start()
    this.worker.ref()
    this.worker.postMessage({ number: waiting.number, task: waiting.task } satisfies Request)
  }

  private start(): Worker {
    const settings: WorkerSettings = { ...this.settings, cancelled: this.cancelled }
    const worker = new Worker(join(packageRoot(), 'dist/transcripts/engine/worker.js'), { workerData: settings })
    worker.on('message', (reply: Reply) => {
      const { active } = this
      if (active?.number !== reply.number) return
      this.active = undefined
      this.finish(active, () => {
        if ('result' in reply) active.resolve(reply.result as never)
        else if ('cancelled' in reply) active.reject(active.signal?.reason ?? new Error('The engine was closed'))
        else if ('told' in reply) active.reject(new UserError(reply.told.id, reply.told.text, reply.told))
        else active.reject(failure(this.settings.model.name, reply.error))
      })
      this.next()
    })
    worker.on('error', (error) => this.fail(worker, error))
    worker.on('exit', (code) => this.fail(worker, new Error(`The worker ended with ${code}`)))
    return worker
  }

  /** The worker is gone: what it was asked is lost, what waits is asked of a new one. */
  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return
    this.worker = undefined
    const { active } = this
    this.active = undefined
    if (active) this.finish(active, () => active.reject(failure(this.settings.model.name, error.message, error)))
    if (!this.closed) this.next()
  }

  private cancel(waiting: Waiting): void {
    if (waiting === this.active) {
      Atomics.store(this.cancelled, 0, waiting.number)
      return
    }
    const place = this.queue.indexOf(waiting)
    if (place < 0) return
    this.queue.splice(place, 1)
    this.finish(waiting, () => waiting.reject(waiting.signal?.reason))
  }

  private finish(waiting: Waiting, settle: () => void): void {
    waiting.stopListening()
    settle()
  }
}

function failure(model: string, message: string, cause?: unknown): UserError {
  // The runtime's messages have lines and full stops of their own.
  const detail = message.replace(/\s+/g, ' ').replace(/[ .]+$/, '')
  return new UserError(
    'engine-failed',
    {
      sv: `Talmotorn föll ihop med modellen ${model}: ${detail}. Kontrollera modellen med ”ordagrant model verify” och att minnet räcker.`,
      en: `The speech engine failed with model ${model}: ${detail}. Check the model with "ordagrant model verify", and that there is memory enough.`,
    },
    { exitCode: 3, cause },
  )
}
