import { expect, test } from 'vitest'
import { alignmentsOf } from './make.js'

const begins = (printed: string, said: string) => {
  const { inquiries } = alignmentsOf(`- ${printed}, säger Karin Åberg.`, [`A: ${said}`])
  const run = inquiries[0]!.located.runs[0]!
  return said
    .split(' ')
    .slice(run.h0, run.h0 + 2)
    .join(' ')
}

test('a quotation whose first words were misheard begins with them', () => {
  expect(
    begins(
      'Konstnären Elsa Bergman har målat trapphuset',
      'Det beror på regionen. Konstnaren är en elsabergman har målat trappuset.',
    ),
  ).toBe('Konstnaren är')
  expect(
    begins(
      'Jag litar på henne, men någon måste betala räkningarna',
      'Vi har varor. Jag håller med det, men någon måste betala räkningarna.',
    ),
  ).toBe('Jag håller')
})

test('a word of the sentence before, or one far away, is not its beginning', () => {
  expect(
    begins(
      'Jag litar på henne, men någon måste betala räkningarna',
      'Det vet jag. Håller med det, men någon måste betala räkningarna.',
    ),
  ).not.toContain('jag')
  expect(
    begins(
      'Jag litar på henne, men någon måste betala',
      'Vi vet att jag och du och han och alla vill men någon måste betala.',
    ),
  ).not.toBe('jag och')
})
