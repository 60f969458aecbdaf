import type { UserError } from '#model'
import type { WindowResult } from './engine-types.js'
import type { ModelDescription } from './model-facts.js'
import type { Score } from './score.js'

/** What the worker is started with. `cancelled[0]` holds the number of the request to give up, 0 for none. */
export interface WorkerSettings {
  model: ModelDescription
  threads: number
  /** Where encodings of cuts are kept; null: nowhere. */
  encodings: string | null
  runtime: string
  cancelled: Int32Array
}

export type Task =
  | { kind: 'transcribe'; windows: Float32Array[]; language: string | null }
  | { kind: 'language'; samples: Float32Array }
  | { kind: 'score'; samples: Float32Array; language: string; wordings: string[]; decoys: number }

export interface Results {
  transcribe: WindowResult[]
  language: { language: string; probability: number }
  score: Score[]
}

/** Numbers start at 1 and rise. */
export type Request = { number: number; task: Task } | 'close'

export type Reply =
  | { number: number; result: Results[Task['kind']] }
  | { number: number; cancelled: true }
  | { number: number; error: string }
  /** What the user can do something about: of an error only its message crosses from thread to thread. */
  | { number: number; told: Pick<UserError, 'id' | 'text' | 'exitCode'> }
