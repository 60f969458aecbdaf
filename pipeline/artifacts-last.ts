import { createHash } from 'node:crypto'
import type { Store } from './artifacts.js'
import { programState } from './artifacts-program.js'

const stage = 'last'
const version = 1

/**
 * What stages that are quick to redo gave the last time. One result is kept per slot: an article is edited a hundred times,
 * and what the ninety-nine gave would only fill the disk.
 */
export interface LastResults {
  /**
   * The slot's result when it was made by this program from the same inputs; else what `make` gives, kept.
   * @param isWhole whether a result may be kept; default: every one
   */
  remember<T>(
    slot: string,
    inputs: readonly unknown[],
    make: () => T | Promise<T>,
    isWhole?: (value: T) => boolean,
  ): Promise<T>
}

/** Results must be JSON: what is read back is what was made. */
export function lastResults(store: Store): LastResults {
  return {
    async remember(slot, inputs, make, isWhole = () => true) {
      const key = digest([programState(), ...inputs])
      const last = (await store.get(stage, version, slot)) as { key?: unknown; value?: unknown } | undefined
      if (last?.key === key) return last.value as Awaited<ReturnType<typeof make>>
      const value = await make()
      if (isWhole(value)) await store.set(stage, version, slot, { key, value })
      return value
    },
  }
}

/** A short name for any JSON value. */
export const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
