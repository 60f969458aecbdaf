import { describe, expect, test } from 'vitest'
import { UserError } from '#model'
import { withTimes } from '../../transcripts/formats/build-transcript.js'
import { readTranscript } from '../../transcripts/formats/index.js'
import { parseTimestamp } from '../../transcripts/formats/timestamp.js'
import fc from '../property.js'

const read = (name: string, text: string | Uint8Array) =>
  readTranscript(
    { path: `transcripts/${name}`, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text },
    'tr1',
  )
const readJson = (value: unknown) => read('t.json', JSON.stringify(value))

/** One line per segment: `start-end speaker: word@start …`. */
function show(transcript: ReturnType<typeof read>): string[] {
  const at = (seconds: number | null) => (seconds === null ? '' : `@${Number(seconds.toFixed(2))}`)
  return transcript.segments.map((segment) => {
    const words = transcript.words.slice(segment.firstWord, segment.endWord)
    const head =
      segment.startSeconds === null
        ? ''
        : `${Number(segment.startSeconds.toFixed(2))}-${Number(segment.endSeconds!.toFixed(2))} `
    return `${head}${segment.speaker ?? '?'}: ${words.map((word) => word.text + at(word.startSeconds)).join(' ')}`
  })
}

function errorOf(run: () => unknown): UserError {
  try {
    run()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('Nothing was thrown')
}

describe('SubRip', () => {
  test('gives words their share of the cue, by characters', () => {
    const transcript = read(
      'a.srt',
      '1\n00:00:01,000 --> 00:00:03,000\nab cd\nefg\n\n2\n00:00:04,500 --> 00:00:05,500\nhej\n',
    )
    expect(show(transcript)).toEqual(['1-3 ?: ab@1 cd@1.6 efg@2.2', '4.5-5.5 ?: hej@4.5'])
    expect(transcript).toMatchObject({ timed: true, speakers: false, language: null, recording: null, id: 'tr1' })
    expect(transcript.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('reads byte order mark, CRLF, tags, entities, dashes of dialogue, blank lines missing between blocks', () => {
    const text =
      '\ufeff1\r\n0:01.5 --> 0:02,5\r\n<i>Ja</i> {\\an8}&amp; <font color="#fff">nej</font>\r\n2\r\n00:00:03,000 --> 00:00:04,000 X1:0\r\n- Va?\r\n'
    expect(show(read('a.srt', text))).toEqual(['1.5-2.5 ?: Ja@1.5 &@1.83 nej@2.06', '3-4 ?: Va?@3'])
  })

  test('keeps the words when times run backwards, overlap, or are out of order', () => {
    const text =
      '1\n00:00:05,000 --> 00:00:04,000\nsist\n\n2\n00:00:01,000 --> 00:00:09,000\nförst\n\n3\n00:00:02,000 --> 00:00:03,000\nsedan\n'
    expect(show(read('a.srt', text))).toEqual(['1-2 ?: först@1', '2-3 ?: sedan@2', '5-6 ?: sist@5'])
  })

  test('says the line whose times cannot be read', () => {
    const error = errorOf(() =>
      read('a.srt', '1\n00:00:01,000 --> 00:00:02,000\nhej\n\n2\n00:00:0x,000 --> 00:00:04,000\nhopp\n'),
    )
    expect(error.exitCode).toBe(2)
    expect(error.text.sv).toContain('a.srt, rad 6:')
    expect(error.text.en).toContain('a.srt, line 6:')
  })

  test('Windows-1252 and UTF-16 give the same words as UTF-8', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nåäö ÅÄÖ\n'
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)])
    const latin = Uint8Array.from(text, (c) => c.charCodeAt(0))
    const words = read('a.srt', text).words
    expect(read('a.srt', utf16).words).toEqual(words)
    expect(read('a.srt', latin).words).toEqual(words)
  })
})

describe('WebVTT', () => {
  test('speakers from voice tags, several in a cue; comments and settings are no words', () => {
    const text =
      'WEBVTT\nLanguage: sv\n\nNOTE\n1 --> 2 inte en tid\n\n00:01.000 --> 00:03.000 align:start\n<v.loud Anna Berg>Hej på dig\n<v Olle>Hej</v>\n\n00:04.000 --> 00:05.000\n<00:04.500><c>Nej</c>\n'
    const transcript = read('a.vtt', text)
    expect(show(transcript)).toEqual(['1-2.57 Anna Berg: Hej@1 på@1.57 dig@2', '2.57-3 Olle: Hej@2.57', '4-5 ?: Nej@4'])
    expect(transcript).toMatchObject({ language: 'sv', speakers: true })
  })

  test('rolling captions say each line once', () => {
    const text =
      'WEBVTT\n\n00:00.000 --> 00:02.000\nvi såg det\n\n00:02.000 --> 00:04.000\nvi såg det\noch gick hem\n\n00:04.000 --> 00:06.000\noch gick hem\nsent\n'
    expect(
      read('a.vtt', text)
        .words.map((word) => word.text)
        .join(' '),
    ).toBe('vi såg det och gick hem sent')
  })

  test('a line said twice in a row is kept when it is no rolling caption', () => {
    const text = 'WEBVTT\n\n00:00.000 --> 00:01.000\nNej.\n\n00:01.000 --> 00:02.000\nNej.\n'
    expect(read('a.vtt', text).words).toHaveLength(2)
  })
})

describe('plain text', () => {
  test('without times or speakers: one segment a line', () => {
    const transcript = read('a.txt', 'Vi såg honom.\n\nSå här: han gick 12:30 hem.\n')
    expect(show(transcript)).toEqual(['?: Vi såg honom.', '?: Så här: han gick 12:30 hem.'])
    expect(transcript.timed).toBe(false)
  })

  test('speakers where the file has them throughout', () => {
    expect(show(read('a.txt', 'REPORTER: Hur många?\nOLA LIND: Det är 30.\nREPORTER: Tack.\n'))).toEqual([
      'REPORTER: Hur många?',
      'OLA LIND: Det är 30.',
      'REPORTER: Tack.',
    ])
  })

  test('times and speakers; the next time bounds the words, a line without time goes on', () => {
    const transcript = read('a.txt', '[0:42.5] ANNA: ja då\n[0:43.5] OLLE: nej\noch jo\n')
    expect(show(transcript)).toEqual(['42.5-43.5 ANNA: ja@42.5 då@43', '43.5-44.75 OLLE: nej@43.5 och@43.95 jo@44.41'])
  })

  test('a service that heads each turn with name and time', () => {
    expect(show(read('a.txt', 'Talare 1  0:03\nHej.\n\nTalare 2  0:05\nHej hej.\n'))).toEqual([
      '3-4 Talare 1: Hej.@3',
      '5-6 Talare 2: Hej@5 hej.@5.44',
    ])
  })

  test('begins with a bracket, yet is no JSON', () => {
    expect(read('a.txt', '[00:01] Hej\n[00:02] hopp\n').timed).toBe(true)
  })
})

describe('JSON', () => {
  test('Whisper without words interpolates, with words takes their times; the language by name', () => {
    const transcript = readJson({
      text: ' Hej hopp. Ja.',
      language: 'swedish',
      segments: [
        { id: 0, start: 0, end: 2, text: ' Hej hopp.', avg_logprob: -0.3 },
        { id: 1, start: 3, end: 4, text: ' Ja.', words: [{ word: ' Ja.', start: 3.2, end: 3.9, probability: 0.9 }] },
      ],
    })
    expect(show(transcript)).toEqual(['0-2 ?: Hej@0 hopp.@0.8', '3-4 ?: Ja.@3.2'])
    expect(transcript.language).toBe('sv')
    expect(transcript.words[1]!.confidence).toBeNull()
  })

  test('whisper.cpp: offsets in milliseconds, tokens joined to words, bytes torn apart give way to the text', () => {
    const token = (text: string, from: number, to: number) => ({ text, offsets: { from, to }, p: 0.9 })
    const transcript = readJson({
      result: { language: 'sv' },
      transcription: [
        {
          offsets: { from: 1000, to: 2000 },
          text: ' Hejsan nu',
          tokens: [
            token('[_BEG_]', 0, 0),
            token(' Hej', 1100, 1300),
            token('san', 1300, 1500),
            token(' nu', 1600, 1900),
          ],
        },
        {
          offsets: { from: 2000, to: 3000 },
          text: ' Får',
          tokens: [token(' F\ufffd', 2000, 2100), token('\ufffdr', 2100, 2900)],
        },
      ],
    })
    expect(show(transcript)).toEqual(['1-2 ?: Hejsan@1.1 nu@1.6', '2-3 ?: Får@2'])
  })

  test('faster-whisper: a list of segments, or of bare words', () => {
    expect(
      show(
        readJson([
          { start: 0, end: 1, text: ' Hej', words: [{ start: 0.1, end: 0.8, word: ' Hej', probability: 0.5 }] },
        ]),
      ),
    ).toEqual(['0-1 ?: Hej@0.1'])
    const words = [
      { word: ' Hej.', start: 0.1, end: 0.5 },
      { word: ' Vi', start: 0.6, end: 0.8 },
      { word: ' ses', start: 0.8, end: 1 },
      { word: ' då', start: 4, end: 4.3 },
    ]
    expect(show(readJson(words))).toEqual(['0.1-0.5 ?: Hej.@0.1', '0.6-1 ?: Vi@0.6 ses@0.8', '4-4.3 ?: då@4'])
  })

  test('WhisperX: speakers by word, numerals without times', () => {
    const transcript = readJson({
      segments: [
        {
          start: 0,
          end: 3,
          text: ' Det är 30 Jaha',
          speaker: 'SPEAKER_00',
          words: [
            { word: 'Det', start: 0.1, end: 0.3, score: 0.9, speaker: 'SPEAKER_00' },
            { word: 'är', start: 0.4, end: 0.5, score: 0.9, speaker: 'SPEAKER_00' },
            { word: '30' },
            { word: 'Jaha', start: 2, end: 2.4, score: 0.9, speaker: 'SPEAKER_01' },
          ],
        },
      ],
      word_segments: [],
      language: 'sv',
    })
    expect(show(transcript)).toEqual(['0.1-0.5 SPEAKER_00: Det@0.1 är@0.4 30@0.5', '2-2.4 SPEAKER_01: Jaha@2'])
  })

  test('damage is told by line; unknown JSON, binary and emptiness by name', () => {
    expect(errorOf(() => read('t.json', '{\n "segments": [\n  {"start": 0,,\n')).text.en).toContain('t.json, line 3:')
    expect(errorOf(() => readJson({ hello: 1 })).text.en).toContain('unknown kind')
    expect(errorOf(() => readJson({ segments: [] })).text.sv).toContain('inga ord')
    expect(errorOf(() => read('t.txt', ' \n')).text.sv).toContain('inga ord')
    expect(errorOf(() => read('t.srt', new Uint8Array([1, 0, 2, 0]))).text.en).toContain('not text')
    expect(errorOf(() => read('t.json', '['.repeat(100_000))).text.en).toContain('nested')
    expect(errorOf(() => read('t.txt', new Uint8Array(50 * 2 ** 20 + 1))).text.en).toContain('50 MB')
  })
})

test('word times never run backwards and stay inside the cue', () => {
  const time = fc.oneof(fc.constant(null), fc.double({ min: -10, max: 100, noNaN: true }))
  const word = fc.record({ text: fc.string({ minLength: 1, maxLength: 12 }), start: time, end: time })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), fc.nat(50), fc.nat(50), (words, from, length) => {
      let now = from
      for (const { start, end } of withTimes(words, from, from + length)) {
        expect(start).toBeGreaterThanOrEqual(now - 1e-9)
        expect(end).toBeGreaterThanOrEqual(start! - 1e-9)
        expect(end).toBeLessThanOrEqual(from + length + 1e-9)
        now = end!
      }
    }),
  )
})

test('any text is read or refused with a line the user can act on', () => {
  const piece = fc.constantFrom(
    '00:01.000 --> 00:02.000\n',
    '-->',
    '\n',
    '\n\n',
    'WEBVTT\n\n',
    '[0:01] ',
    'A: ',
    'ord ',
    '<v X>',
    '&lt;',
    '{"segments":[',
    ']}',
    '0:02 ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      try {
        const { words, segments } = read('x.txt', pieces.join(''))
        expect(segments.at(-1)!.endWord).toBe(words.length)
      } catch (error) {
        expect(error).toBeInstanceOf(UserError)
      }
    }),
  )
})

test('timestamps', () => {
  expect(parseTimestamp('1:02:03,45')).toBe(3723.45)
  expect(parseTimestamp('90:00')).toBe(5400)
  expect(parseTimestamp('0:42.1')).toBeCloseTo(42.1)
  for (const wrong of ['1:61', '1:2:3:4', '', '12', '0:1x', '1:99:00']) expect(parseTimestamp(wrong)).toBeNull()
})
