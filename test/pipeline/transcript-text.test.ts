import { expect, test } from 'vitest'
import { type TranscriptFormat, transcriptText } from '../../pipeline/run-transcript-text.js'
import type { Hearing } from '../../transcripts/assemble.js'
import { readTranscript } from '../../transcripts/formats/index.js'

const said = [
  ['Vi', 0.5, 0.7],
  ['såg', 0.7, 1.1],
  ['30 < 40', 1.1, 1.9],
  ['Därefter', 3_661.25, 3_661.9],
  ['regn', 3_661.9, 3_662.4],
] as const

const hearing: Hearing = {
  transcript: {
    id: 'h1',
    recording: 'r1',
    path: null,
    sha256: null,
    timed: true,
    speakers: false,
    machine: false,
    language: 'sv',
    words: said.map(([text, startSeconds, endSeconds], index) => ({
      text,
      startSeconds,
      endSeconds,
      confidence: 0.9,
      segment: index < 3 ? 0 : 1,
    })),
    segments: [
      { firstWord: 0, endWord: 3, startSeconds: 0.5, endSeconds: 1.9, speaker: null },
      { firstWord: 3, endWord: 5, startSeconds: 3_661.25, endSeconds: 3_662.4, speaker: null },
    ],
  },
  recording: {
    id: 'r1',
    path: 'a.mp3',
    sha256: '',
    seconds: 4000,
    speechSeconds: 4,
    heardSeconds: 4,
    unheard: [],
    language: 'sv',
    truncated: false,
    note: null,
  },
  warnings: [],
}

const readBack = (format: TranscriptFormat) =>
  readTranscript({ path: `a.${format}`, bytes: new TextEncoder().encode(transcriptText(hearing, format)) }, 'tr1')
const text = (format: TranscriptFormat) =>
  readBack(format)
    .words.map((word) => word.text)
    .join(' ')

test.each(['vtt', 'srt', 'json', 'txt'] as const)('%s is read back with its words', (format) => {
  expect(text(format)).toBe('Vi såg 30 < 40 Därefter regn')
})

test.each(['vtt', 'srt', 'json'] as const)('%s is read back with its times', (format) => {
  const times = readBack(format).segments.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds])
  expect(times).toEqual([
    [0.5, 1.9],
    [3661.25, 3662.4],
  ])
})

test('subtitles are written as the formats have it', () => {
  expect(transcriptText(hearing, 'vtt')).toBe(
    'WEBVTT\n\n00:00:00.500 --> 00:00:01.900\nVi såg 30 &lt; 40\n\n01:01:01.250 --> 01:01:02.400\nDärefter regn\n',
  )
  expect(transcriptText(hearing, 'srt')).toMatch(/^1\n00:00:00,500 --> 00:00:01,900\nVi såg 30 < 40\n\n2\n01:01:01,250/)
})
