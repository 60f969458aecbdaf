import { expect, test } from 'vitest'
import { exitCode } from '../../pipeline/exit.js'
import { aFinding, aRecording, aReport } from './a-report.js'

const ruling = { verdict: 'stet' as const, by: 'A', at: '2026-01-01T00:00:00.000Z' }

test('findings at the gate’s level end with 1', () => {
  const error = aReport({ findings: [aFinding()] })
  const warning = aReport({ findings: [aFinding({ severity: 'warning' })] })
  const info = aReport({ findings: [aFinding({ severity: 'info' })] })
  expect([error, warning, info].map((report) => exitCode(report, 'error'))).toEqual([1, 0, 0])
  expect([error, warning, info].map((report) => exitCode(report, 'warning'))).toEqual([1, 1, 0])
  expect([error, warning, info].map((report) => exitCode(report, 'never'))).toEqual([0, 0, 0])
})

test('a finding that somebody ruled on is not open', () => {
  expect(exitCode(aReport({ findings: [aFinding({ ruling })] }), 'warning')).toBe(0)
  expect(exitCode(aReport({ findings: [aFinding({ ruling }), aFinding()] }), 'error')).toBe(1)
})

test('4: more than 2 % of the speech failed the hearing’s tests, or the end was not reached', () => {
  const code = (unheard: [number, number, string][], speechSeconds = 100) =>
    exitCode(aReport({ recordings: [aRecording(), aRecording({ unheard, speechSeconds })] }), 'error')
  expect(code([[0, 2, 'failed-tests']])).toBe(0)
  expect(code([[0, 2.5, 'failed-tests']])).toBe(4)
  expect(
    code([
      [0, 1.5, 'failed-tests'],
      [9, 10, 'failed-tests'],
    ]),
  ).toBe(4)
  // Measured against its speech, not its length, which is 200 s.
  expect(code([[0, 3, 'failed-tests']], 200)).toBe(0)
  expect(code([[0, 50, 'damaged']])).toBe(0)
  expect(code([[200, 200, 'truncated']])).toBe(4)
})

test('when several hold: 2, 3, 4, 1', () => {
  const findings = [aFinding()]
  const recordings = [aRecording({ unheard: [[200, 200, 'truncated']] })]
  const checks = [{ id: 'x', version: 1, outcome: 'error' as const, findings: 0 }]
  const warnings = [{ id: 'input-unreadable', text: '' }]
  expect(exitCode(aReport({ findings, recordings, checks, warnings }), 'error')).toBe(2)
  expect(exitCode(aReport({ findings, recordings, checks }), 'error')).toBe(3)
  expect(exitCode(aReport({ findings, recordings, warnings: [{ id: 'stage-failed', text: '' }] }), 'error')).toBe(3)
  expect(exitCode(aReport({ findings, recordings }), 'error')).toBe(4)
  expect(exitCode(aReport({ findings, recordings }), 'never')).toBe(4)
  expect(exitCode(aReport({ findings, warnings: [{ id: 'no-tables', text: '' }] }), 'error')).toBe(1)
})
