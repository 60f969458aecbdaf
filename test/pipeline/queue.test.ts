import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createQueue } from '../../pipeline/queue.js'

test('runs as many at once as told, and gives results in the order asked for', async () => {
  const queue = createQueue({ concurrency: 2, signal: new AbortController().signal })
  let running = 0
  let most = 0
  const results = await queue.map([30, 1, 20, 5], async (ms, index) => {
    most = Math.max(most, ++running)
    await wait(ms)
    running--
    return index
  })
  expect(results).toEqual([0, 1, 2, 3])
  expect(most).toBe(2)
})

test('cancelled: what waits never starts', async () => {
  const abort = new AbortController()
  const queue = createQueue({ concurrency: 1, signal: abort.signal })
  const started: number[] = []
  const all = queue.map([1, 2, 3], async (item) => {
    started.push(item)
    await wait(5)
    abort.abort()
  })
  await expect(all).rejects.toMatchObject({ name: 'AbortError' })
  await wait(20)
  expect(started).toEqual([1])
})
