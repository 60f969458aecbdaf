import { describe, expect, it } from 'vitest'
import { applyRules, endsInLoop } from '../../transcripts/engine/decoding-rules.js'
import { TimeWarp } from '../../transcripts/engine/dtw.js'
import { logSumExp } from '../../transcripts/engine/logits.js'
import type { ModelFacts } from '../../transcripts/engine/model-facts.js'

/** Ten words (0–9), end-of-text 10, two marks, then timestamps 13–32. */
const facts = {
  endOfText: 10,
  firstTimestamp: 13,
  maxInitialTimestamp: 2,
  suppress: [7],
  suppressAtStart: [0, 10],
} as unknown as ModelFacts
const row = (values: Record<number, number> = {}) => {
  const logits = new Float32Array(33)
  for (const [i, value] of Object.entries(values)) logits[Number(i)] = value
  return logits
}
const allowed = (logits: Float32Array) => [...logits.keys()].filter((i) => logits[i] !== Number.NEGATIVE_INFINITY)
const allowedAfter = (decoded: number[], values: Record<number, number> = {}) => {
  const logits = row(values)
  applyRules(logits, decoded, facts)
  return allowed(logits)
}

describe('decoding rules', () => {
  it('begin with an early timestamp', () => {
    expect(allowedAfter([])).toEqual([13, 14, 15])
  })
  it('want words after the opening timestamp, never a mark or a suppressed word', () => {
    expect(allowedAfter([13], { 3: 9 })).toEqual([0, 1, 2, 3, 4, 5, 6, 8, 9, 10])
  })
  it('pair a closing timestamp: the same again, a later one or the end, no words', () => {
    expect(allowedAfter([13, 4, 20])).toEqual([...range(20, 32)])
  })
  it('never go back in time, and give a segment some length', () => {
    expect(allowedAfter([13, 4, 20, 20, 5], { 3: 9 }).filter((i) => i >= 13)).toEqual(range(21, 32))
  })
  it('take a timestamp where together they are likelier than any word', () => {
    expect(allowedAfter([13, 4], { 3: 2 })).toEqual(range(14, 32))
    expect(allowedAfter([13, 4], { 3: 4 })).toContain(3)
  })
  it('see a phrase said over and over, and not what only rhymes', () => {
    expect(endsInLoop([1, 2, 3, ...Array.from({ length: 6 }, () => [4, 5]).flat()], 13)).toBe(true)
    expect(endsInLoop([4, 4, 4, 4, 4, 4], 13)).toBe(true)
    expect(endsInLoop([4, 5, 4, 5, 4, 5, 4, 6, 4, 5, 4, 5], 13)).toBe(false)
  })
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

describe('TimeWarp', () => {
  it('follows the heavy diagonal and keeps its buffers clean between calls', () => {
    const warp = new TimeWarp()
    const weights = new Float32Array(3 * 9).fill(-1)
    for (let c = 0; c < 9; c++) weights[Math.floor(c / 3) * 9 + c] = 1
    expect([...warp.firstColumns(weights, 3, 9)]).toEqual([0, 3, 6])
    const uneven = new Float32Array(2 * 5).fill(-1)
    uneven[0] = 1
    for (const c of [1, 2, 3, 4]) uneven[5 + c] = 1
    expect([...warp.firstColumns(uneven, 2, 5)]).toEqual([0, 1])
    expect([...warp.firstColumns(weights, 3, 9)]).toEqual([0, 3, 6])
  })
})

describe('logSumExp', () => {
  it('is exact to 1e-4 and knows a row of nothing', () => {
    const values = Float32Array.from({ length: 5000 }, (_, i) => 9 * Math.sin(i))
    const exact = Math.log(values.reduce((sum, value) => sum + Math.exp(value), 0))
    expect(logSumExp(values, 0, 5000)).toBeCloseTo(exact, 4)
    expect(logSumExp(new Float32Array(4).fill(Number.NEGATIVE_INFINITY), 0, 4)).toBe(Number.NEGATIVE_INFINITY)
  })
})
