import { describe, expect, it } from 'vitest'
import { planWindow, type SpeechSpan, speechWithin } from '../../transcripts/engine/plan-window.js'
import fc from '../property.js'

describe('planWindow', () => {
  it('ends at a pause rather than in speech', () => {
    const spans: SpeechSpan[] = [
      [1, 12],
      [12.5, 24],
      [24.6, 40],
    ]
    expect(planWindow(spans, 0, 30, 100)).toEqual({ startSeconds: 1, endSeconds: 24, cutsSpeech: false })
    expect(planWindow(spans, 24, 30, 100)).toEqual({ startSeconds: 24.6, endSeconds: 40, cutsSpeech: false })
  })
  it('cuts running speech when there is no late pause', () => {
    expect(
      planWindow(
        [
          [0, 4],
          [5, 80],
        ],
        0,
        30,
        100,
      ),
    ).toEqual({ startSeconds: 0, endSeconds: 30, cutsSpeech: true })
  })
  it('leaves out what lies in a long pause', () => {
    expect(
      planWindow(
        [
          [0, 4],
          [9, 12],
        ],
        0,
        30,
        100,
      ),
    ).toEqual({ startSeconds: 0, endSeconds: 4, cutsSpeech: false })
  })
  it('finds nothing where nobody speaks', () => {
    expect(planWindow([[0, 4]], 4, 30, 100)).toBeNull()
    expect(planWindow([], 0, 30, 100)).toBeNull()
  })
  it('always moves on, stays within a window, and in the end has covered all speech', () => {
    const spansOf = fc.array(fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 10, max: 9000 })), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(spansOf, (pairs) => {
        let at = 0
        const spans = pairs.map(([gap, length]): SpeechSpan => {
          const from = at + gap / 100
          at = from + length / 100
          return [from, at]
        })
        let position = 0
        let covered = 0
        for (;;) {
          const window = planWindow(spans, position, 30, at)
          if (!window) break
          expect(window.endSeconds).toBeGreaterThan(position)
          expect(window.endSeconds - window.startSeconds).toBeLessThanOrEqual(30.005)
          covered += speechWithin(spans, window.startSeconds, window.endSeconds)
          position = window.endSeconds
        }
        expect(covered).toBeCloseTo(speechWithin(spans, 0, at), 0)
      }),
    )
  })
})
