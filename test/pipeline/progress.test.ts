import { expect, test } from 'vitest'
import { createProgress } from '../../pipeline/progress.js'

function shown(isTTY: boolean) {
  const written: string[] = []
  let clock = 0
  const terminal = { isTTY, columns: 80, write: (text: string) => written.push(text) }
  const progress = createProgress(terminal, 'en', () => clock)
  const at = (ms: number, fraction: number, path = 'a.mp3') => {
    clock = ms
    progress.onProgress({ stage: 'hear', path, fraction })
  }
  return { written, at, done: progress.done }
}

test('elsewhere than on a terminal: plain lines, at most one in ten seconds', () => {
  const { written, at } = shown(false)
  for (let second = 0; second <= 60; second++) at(second * 1000, second / 60)
  expect(written).toHaveLength(6)
  expect(written[0]).toBe('Listening: a.mp3 0 %\n')
  expect(written[3]).toBe('Listening: a.mp3 50 %, 30 s left\n')
  expect(written.join('')).not.toContain('\u001b')
})

test('the time left is measured from where this run began, not from the start of the recording', () => {
  const { written, at } = shown(false)
  at(0, 0.5)
  at(20_000, 0.6)
  // 0.1 took 20 s, so 0.4 takes 80 s.
  expect(written.at(-1)).toBe('Listening: a.mp3 60 %, 1 min 20 s left\n')
})

test('on a terminal: one line, drawn over, and removed at the end', () => {
  const { written, at, done } = shown(true)
  at(0, 0)
  at(5_000, 0.5)
  at(6_000, 1)
  done()
  expect(written.join('')).not.toContain('\n')
  expect(written.join('')).toContain('50 %, 5 s left')
  expect(written.at(-1)).toBe('\r\u001b[K')
})
