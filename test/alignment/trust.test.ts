import { expect, test } from 'vitest'
import { isWord } from '#language'
import { isTrusted } from '../../pipeline/alignment/trust.js'
import { readTranscript } from '../../transcripts/formats/index.js'

const trusted = (text: string) =>
  isTrusted(readTranscript({ path: 'a.txt', bytes: new TextEncoder().encode(text) }, 'tr1'), 'sv')

test('a text by a person is taken at its word, also when one new compound comes back in every sentence', () => {
  expect(
    trusted(`Vi gick runt i hamnen för att se hur många som blivit av med sina motorer under båtstölderna i somras.
Efter båtstölderna har många börjat låsa. Båtstölderna föll kraftigt när kommunen satte upp en kamera på kajen, men
båtstölderna tog fart igen så snart kameran var trasig. Polisen vet att de flesta båtar som försvinner aldrig kommer
tillbaka, och de som sov ombord märkte ingenting av båtstölderna.`),
  ).toBe(true)
})

test("a recogniser's garble is not", () => {
  expect(
    trusted(`Stratagin från Vorsi dhar har gått över lite med till informa shuno, för det byggande arbete som otakontakt
med dom som seller sex inan brottet har chef. Förra året jordesbarat var anmälningar en förkoppleri och en för sexjö.`),
  ).toBe(false)
})

test('what a recogniser scored is never taken at its word, however well it reads', () => {
  const read = (extra: object) =>
    isTrusted(
      readTranscript(
        {
          path: 'a.json',
          bytes: new TextEncoder().encode(
            JSON.stringify({
              segments: [{ start: 0, end: 4, text: 'Vi har sparat tolv miljoner kronor på lokaler.', ...extra }],
            }),
          ),
        },
        'tr1',
      ),
      'sv',
    )
  expect(read({})).toBe(true)
  expect(read({ avg_logprob: -0.21 })).toBe(false)
})

test.each(['samma', 'gick', 'höll', 'trodde', 'förstod', 'flest'])('"%s" is a word', (word) => {
  expect(isWord(word, 'sv')).toBe(true)
})
