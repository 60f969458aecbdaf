import PQueue from 'p-queue'

export interface Queue {
  /**
   * Runs a task when its turn comes.
   * @throws the signal's reason when the run is cancelled before the task's turn.
   */
  add<T>(task: () => Promise<T>): Promise<T>
  /** Runs a task for each item, and returns the results in the items' order. */
  map<T, R>(items: readonly T[], task: (item: T, index: number) => Promise<R>): Promise<R[]>
}

/** @param options.concurrency How many tasks run at once, at least 1. */
export function createQueue(options: { concurrency: number; signal: AbortSignal }): Queue {
  const { concurrency, signal } = options
  const queue = new PQueue({ concurrency })
  const add = <T>(task: () => Promise<T>): Promise<T> =>
    queue.add(
      async () => {
        signal.throwIfAborted()
        return task()
      },
      { signal },
    ) as Promise<T>
  return {
    add,
    map: (items, task) => Promise.all(items.map((item, index) => add(() => task(item, index)))),
  }
}
