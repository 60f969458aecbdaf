/** How long the stages took, milliseconds. Stages that run in parts or side by side are summed. */
export interface Clock {
  timings: Record<string, number>
  time<T>(stage: string, task: () => T | Promise<T>): Promise<T>
}

export function createClock(): Clock {
  const timings: Record<string, number> = {}
  return {
    timings,
    async time(stage, task) {
      const started = performance.now()
      try {
        return await task()
      } finally {
        timings[stage] = Math.round((timings[stage] ?? 0) + performance.now() - started)
      }
    },
  }
}
