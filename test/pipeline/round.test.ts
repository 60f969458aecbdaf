import { expect, test } from 'vitest'
import { rounded } from '../../pipeline/build-report-round.js'
import fc from '../property.js'

test('seconds to 0.01, margins to 0.1, confidence to 0.01, and nothing else', () => {
  const report = {
    recordings: [{ seconds: 197.23649, heardSeconds: 1.005, unheard: [[1.23456, 2.34567, 'failed-tests']] }],
    edits: [{ margin: -0.04, startSeconds: null }],
    confidence: { overall: 0.98765, match: 1 },
    value: { low: 0.123456 },
  }
  expect(rounded(report)).toEqual({
    recordings: [{ seconds: 197.24, heardSeconds: 1, unheard: [[1.23, 2.35, 'failed-tests']] }],
    edits: [{ margin: 0, startSeconds: null }],
    confidence: { overall: 0.99, match: 1 },
    value: { low: 0.123456 },
  })
  expect(Object.is(rounded({ margin: -0.04 }).margin, 0)).toBe(true)
})

test('rounding twice changes nothing', () => {
  const seconds = fc.double({ min: -1e5, max: 1e5, noNaN: true })
  fc.assert(
    fc.property(seconds, (startSeconds) => {
      const once = rounded({ startSeconds })
      expect(rounded(once)).toEqual(once)
    }),
  )
})
