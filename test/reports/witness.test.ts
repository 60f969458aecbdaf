import { expect, test } from 'vitest'
import { aboutTranscript } from '#model'

test.each([
  ['sv', 'Trycket: ”ska” – ljudet: ”inte”. Lyssna.', 'Trycket: ”ska” – utskriften: ”inte”. Lyssna.'],
  ['en', 'Print: “ska” – sound: “inte”. Listen.', 'Print: “ska” – transcript: “inte”. Listen.'],
  ['en', 'A shade: print “a”, sound “b”.', 'A shade: print “a”, transcript “b”.'],
  [
    'sv',
    'Siffran finns inte i utskriften av ljudet här. Utskriften kan ha hört fel.',
    'Siffran finns inte i utskriften här. Utskriften kan ha hört fel.',
  ],
  ['en', 'The transcript of the sound lacks the figure.', 'The transcript lacks the figure.'],
  ['en', 'They sound the same, so no side is picked.', 'They sound the same, so no side is picked.'],
] as const)('of a transcript without sound, %s: %s', (language, text, expected) => {
  expect(aboutTranscript(text, language)).toBe(expected)
})

test('what was printed or said stays as it is', () => {
  const text = 'Trycket: ”ljudet var starkt” – ljudet: ”utskriften av ljudet”.'
  expect(aboutTranscript(text, 'sv')).toBe('Trycket: ”ljudet var starkt” – utskriften: ”utskriften av ljudet”.')
})
