import { expect, test } from 'vitest'
import { speechRules } from '#language'

test.each([
  ['ner', 'ned'],
  ['nerläggningen', 'nedläggningen'],
  ['varann', 'varandra'],
  ['tillbaks', 'tillbaka'],
  ['gett', 'givit'],
])('a spoken %s may be printed %s', (spoken, written) => {
  expect(speechRules('sv').writtenForms(spoken)).toContain(written)
})

test.each([
  ['ner', 'upp'],
  ['ned', 'ner'],
])('a spoken %s may not be printed %s', (spoken, written) => {
  expect(speechRules('sv').writtenForms(spoken)).not.toContain(written)
})
