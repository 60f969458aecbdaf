import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sexhandelnPage } from './stories-page.js'
import { findingLines, quantityLines, quotationLines, runFolder, timeLines } from './stories-run.js'

/**
 * The example story with the exact truth in place of the sound. What must be said of it was decided with the story, in
 * test/truth/sexhandeln/differences.tsv, before there was a program.
 */
const read = (path: string) => readFile(fileURLToPath(new URL(path, import.meta.url)), 'utf8')

interface Line {
  start: number
  end: number
  speaker: string
  text: string
  text_figures: string
}
const truth = JSON.parse(await read('truth/sexhandeln/truth.json')) as Line[]
const article = await read('stories/sexhandeln/article.md')
const published = await read('truth/sexhandeln/article-as-published.txt')
const table = {
  'data/anmalningar.csv': await read('stories/sexhandeln/data/anmalningar.csv'),
  'data/anmalningar.meta.yaml': await read('stories/sexhandeln/data/anmalningar.meta.yaml'),
}

const whisper = (lines: Line[]) =>
  JSON.stringify({
    text: lines.map(({ text }) => text).join(' '),
    segments: lines.map((line, id) => ({ id, ...line })),
    language: 'sv',
  })
const clock = (seconds: number, comma: string) => {
  const at = (unit: number, of: number) => String(Math.floor(seconds / unit) % of).padStart(2, '0')
  const thousandths = String(Math.round(seconds * 1000) % 1000).padStart(3, '0')
  return `${at(3600, 100)}:${at(60, 60)}:${at(1, 60)}${comma}${thousandths}`
}
const srt = (lines: Line[]) =>
  lines
    .map(({ start, end, text }, index) => `${index + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${text}\n`)
    .join('\n')
const vtt = (lines: Line[]) =>
  `WEBVTT\n\n${lines
    .map(({ start, end, speaker, text }) => `${clock(start, '.')} --> ${clock(end, '.')}\n<v ${speaker}>${text}\n`)
    .join('\n')}`

/** Above information six, as information two. */
const spellings = 'error name-variants/same-sound-role: Kristofferssen → Christofferssen'
const twoYears = 'error altered-quotes/number-dropped: de här åren → de här två åren'
const spliced =
  'error spliced-quotes/sentences: inte högst på agendan. Det pågår ingen polisiär → inte högst på agendan. […] Det pågår ingen polisiär'
const mayBe =
  'error altered-quotes/hedge-changed: sexhandelns omfattning är relativt → sexhandelns omfattning kan vara relativt'
const persons = 'warning unit-mismatches/both: två personer → två anmälningar | 2 anmälningar'
const hotel = 'warning statement-mismatches/changed: hotell där köparen bor → hotell där säljaren bor'
const only = 'info statement-mismatches/shade-added: de två enda anmälningar → de två anmälningar'
const rather = 'info statement-mismatches/shade-dropped: ändå varit framgångsrika → ändå varit ganska framgångsrika'
const expected = [spellings, twoYears, spliced, mayBe, persons, hotel, only, rather]

const story = (changed: Record<string, string> = {}) => ({
  'article.md': article,
  'transcripts/p4.json': whisper(truth),
  ...table,
  ...changed,
})
const { 'article.md': _, ...withoutArticle } = story()
const { 'transcripts/p4.json': __, ...withoutTranscript } = story()

describe('the example story as text', () => {
  test('tells what it must and nothing else, and shows what agrees', async () => {
    const report = await runFolder(story())
    expect(findingLines(report)).toEqual(expected)
    expect(quotationLines(report)).toEqual([
      'tidied 42.35–54.59 Orla Kristofferssen (label-agrees)',
      'tidied 60.59–77.85 Orla Kristofferssen (label-agrees)',
      'altered 88.57–94.02 Orla Christofferssen (label-agrees)',
      'spliced* 101.8–103.91 + 127.49–142.67 Orla Christofferssen (label-agrees)',
      'altered 154.86–174.76 Orla Christofferssen (label-agrees)',
    ])
    expect(report.quotations[3]?.gaps.map(({ seconds }) => seconds)).toEqual([23.58])
    expect(quantityLines(report)).toEqual([
      '30 anmälningar 2013: agrees (cell, audio)',
      'två personer Förra året: disagrees (cell, article, audio)',
      'en Förra året: agrees (cell, audio)',
      'en Förra året: agrees (cell, audio)',
      'två anmälningar 2015: agrees (cell, audio)',
      'två former innevarande år: not-checkable',
    ])
    const calculations = report.quantities.flatMap(({ comparisons }) =>
      comparisons.map(({ calculation }) => calculation),
    )
    expect(calculations).toEqual(
      expect.arrayContaining(['sexköp 27 + koppleri 3 = 30', 'sexköp 1 + koppleri 1 = 2', '1 + 1 = 2']),
    )
    expect(timeLines(report)).toEqual([
      'För tre år sen 2013-01-01–2013-12-31: agrees',
      '2013 2013-01-01–2013-12-31: agrees',
      'Förra året 2015-01-01–2015-12-31: agrees',
      '2015 2015-01-01–2015-12-31: agrees',
      'Senaste två åren 2014-01-01–2016-12-31: agrees',
      'innevarande år 2016-01-01–2016-12-31: agrees',
      'förra årets 2015-01-01–2015-12-31: agrees',
    ])
    expect(report.people).toMatchObject([
      {
        spellings: [
          { text: 'Kristofferssen', count: 1, places: [{ line: 13 }] },
          { text: 'Christofferssen', count: 2, places: [{ line: 26 }, { line: 34 }] },
        ],
        roles: [{ text: 'lokalpolisområdeschef' }],
        spellingCheckedAgainst: [],
      },
    ])
    expect(report.datasets).toMatchObject([{ rows: 16, status: 'illustrative' }])
    expect(report.coverage.quotations).toEqual({ total: 5, located: 5, undecided: 0, notFound: 0, notHeard: 0 })
  })

  test.each([
    ['as plain text', { 'article.txt': published, 'story.yaml': 'published: 2016\n' }],
    ['as a page of a news site', { 'article.html': sexhandelnPage(published), 'story.yaml': 'published: 2016\n' }],
    ['with decomposed letters', { 'article.md': article.normalize('NFD') }],
    ['with line ends of Windows', { 'article.md': article.replaceAll('\n', '\r\n') }],
    ['with a byte order mark', { 'article.md': `\uFEFF${article}` }],
    [
      'with spaces that do not break',
      { 'article.md': article.replaceAll(/(?<=[\p{L}\d-]) (?=[\p{L}\d])/gu, '\u00a0') },
    ],
  ])('says the same %s', async (_name, files) => {
    const report = await runFolder({ ...withoutArticle, ...files })
    expect(findingLines(report).toSorted()).toEqual(expected.toSorted())
    expect(report.quotations.map(({ grade }) => grade)).toEqual(['tidied', 'tidied', 'altered', 'spliced', 'altered'])
    expect(report.quotations.map(({ speakerCheck }) => speakerCheck)).toEqual(Array(5).fill('label-agrees'))
    expect(report.quantities.map(({ outcome }) => outcome)).toEqual([
      ...['agrees', 'disagrees', 'agrees', 'agrees', 'agrees', 'not-checkable'],
    ])
  })

  test.each([
    ['SubRip', { 'transcripts/p4.srt': srt(truth) }],
    ['WebVTT', { 'transcripts/p4.vtt': vtt(truth) }],
    [
      'SubRip with decomposed letters and line ends of Windows',
      {
        'transcripts/p4.srt': srt(truth).normalize('NFD').replaceAll('\n', '\r\n'),
      },
    ],
    [
      'figures in digits',
      { 'transcripts/p4.json': whisper(truth.map((line) => ({ ...line, text: line.text_figures }))) },
    ],
  ])('says the same with %s', async (_name, files) => {
    expect(findingLines(await runFolder({ ...withoutTranscript, ...files }))).toEqual(expected)
  })

  test('says the same with lines that have labels and no times; how far apart a splice lies is then unknown', async () => {
    const lines = truth.map(({ speaker, text }) => `${speaker.toUpperCase()}: ${text}`).join('\n')
    const report = await runFolder({ ...withoutTranscript, 'transcripts/p4.txt': lines })
    expect(findingLines(report)).toEqual(expected.map((line) => line.replace('quotes/sentences', 'quotes/untimed')))
    expect(report.quotations[3]).toMatchObject({ gaps: [{ seconds: null }], pieces: [{ startSeconds: null }, {}] })
  })

  test.each([
    ['the year of publication', 'published: 2016', 'published: 2018'],
    ['the year of the campaign', 'Under 2013', 'Under 2012'],
    ['the year in the question', 'under 2015', 'under 2014'],
  ])('tells one thing more when %s is another', async (_name, from, to) => {
    const changed = article.replace(from, to)
    expect(changed).not.toBe(article)
    const lines = findingLines(await runFolder(story({ 'article.md': changed })))
    expect(expected.filter((line) => !lines.includes(line))).toEqual([])
    expect(lines.filter((line) => !expected.includes(line))).toEqual([
      expect.stringMatching(/^(error|warning) date-conflicts\//),
    ])
  })
})
