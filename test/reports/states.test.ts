import { expect, test } from 'vitest'
import { loudest } from '../../reports/state.js'
import { findingState, findingsAbout, personState, quotationState, statementState } from '../../reports/states.js'
import { everyStateReport } from './every-state.js'
import { ruling } from './facts.js'
import { storyReport } from './fixture.js'

test('a report is never louder about a statement than its findings', () => {
  const report = storyReport()
  const state = (id: string) => {
    const statement = report.statements.find((s) => s.id === id)!
    return statementState(statement, findingsAbout(report, statement))
  }
  // Located word for word; not located; a unit that differs; information; a name's spelling and information; to be listened to.
  expect(['s1', 's2', 's3', 's4', 's5', 's6'].map(state)).toEqual([
    'verified',
    'unchecked',
    'contradicted',
    'note',
    'note',
    'listen',
  ])
  report.findings = []
  expect(['s1', 's2', 's3', 's4', 's5', 's6'].map(state)).toEqual([
    'verified',
    'unchecked',
    'verified',
    'unchecked',
    'unchecked',
    'unchecked',
  ])
})

test('grades, findings and people have the state that a reader is told', () => {
  const report = everyStateReport()
  expect(report.quotations.map(quotationState)).toEqual([
    'unchecked',
    'unsure',
    'contradicted',
    'unchecked',
    'unchecked',
  ])
  expect(report.findings.map(findingState)).toEqual([
    'contradicted',
    'ruled',
    'ruled',
    'ruled',
    'ruled',
    'ruled',
    'note',
    'note',
    'unsure',
  ])
  const [first] = report.people
  expect(personState(first!)).toBe('ruled')
  // Heard is not checked: two spellings and no list.
  delete first!.ruling
  expect(personState(first!)).toBe('unchecked')
  const [quotation] = report.quotations
  quotation!.ruling = ruling('stet')
  expect(quotationState(quotation!)).toBe('ruled')
  expect(loudest(['verified', 'unchecked', 'listen'])).toBe('listen')
})
