import { expect, test } from 'vitest'
import { type Article, type ArticleBlock, articlePlace } from '#model'
import { blockSpan } from '../../reports/html/block-span.js'
import { withoutOverlaps } from '../../reports/html/facts.js'
import { renderHtml } from '../../reports/index.js'
import { quotation, time } from './facts.js'
import { storyArticle, storyReport } from './fixture.js'

/** Two paragraphs on one line of HTML, the second with markup, an entity and a letter in two code points inside. */
const source = '<p>Året 2013 var bra.</p><p>– Det <b>ga\u030ar</b> &amp; g\u00ado\u0308r bra.</p>\n'

function block(index: number, text: string, marks: [unit: string, source: string][]): ArticleBlock {
  const starts: number[] = []
  const ends: number[] = []
  let at = source.indexOf(marks[0]![1], index === 0 ? 0 : 30)
  for (const [unit, written] of marks) {
    at = source.indexOf(written, at)
    for (let i = 0; i < unit.length; i++) {
      starts.push(unit === written ? at + i : at)
      ends.push(unit === written ? at + i + 1 : at + written.length)
    }
    at += written.length
  }
  expect(marks.map(([unit]) => unit).join('')).toBe(text)
  return { index, block: 'body', text, starts, ends, dash: index === 1 }
}

const article: Article = {
  ...storyArticle(),
  path: 'article.html',
  format: 'html',
  source,
  blocks: [
    block(0, 'Året 2013 var bra.', [['Året 2013 var bra.', 'Året 2013 var bra.']]),
    block(1, 'Det går & gör bra.', [
      ['Det ', 'Det '],
      ['g', 'g'],
      ['å', 'a\u030a'],
      ['r', 'r'],
      [' ', ' '],
      ['&', '&amp;'],
      [' ', ' '],
      ['g', 'g'],
      ['ö', 'o\u0308'],
      ['r bra.', 'r bra.'],
    ]),
  ],
}

const said = articlePlace(article, { block: 1, start: 0, end: 18 })
const year = articlePlace(article, { block: 0, start: 5, end: 9 })

test('spans of the file become spans of what a reader sees', () => {
  expect(blockSpan(article, year.start, year.end)).toMatchObject({ from: 5, to: 9 })
  expect(blockSpan(article, said.start, said.end)).toMatchObject({ from: 0, to: 18 })
  const gor = articlePlace(article, { block: 1, start: 10, end: 13 })
  expect(blockSpan(article, gor.start, gor.end)).toMatchObject({ from: 10, to: 13 })
  expect(blockSpan(article, 0, 2)).toBeNull()
})

test('the galley shows the words and not their markup; paragraphs of one line keep apart', () => {
  const story = storyArticle()
  const report = storyReport()
  Object.assign(report, { findings: [], people: [], quantities: [], statements: [] })
  const edit = {
    kind: 'word-changed',
    printed: 'gör',
    heard: 'gick',
    startSeconds: 1,
    endSeconds: 2,
    support: 'heard',
    meaning: true,
  } as const
  const gor = articlePlace(article, { block: 1, start: 10, end: 13 })
  report.quotations = [
    {
      ...quotation(story, 'q1', { text: 'Det står' }),
      place: said,
      text: 'Det går & gör bra.',
      grade: 'altered',
      edits: [{ ...edit, start: gor.start, end: gor.end }],
    },
  ]
  report.times = [{ ...time(story, 't1', 'Under 2013', '2013-01-01', '2013-12-31'), place: year, text: '2013' }]
  const page = renderHtml({ report, article, clips: [], uiLanguage: 'sv' })
  expect(page).toContain('Det går &amp; <mark>gör</mark> bra.')
  expect(page).toMatch(
    /Året <a class="fact state-verified" href="#t1">2013<span[^>]*> \(Stämmer\)<\/span><\/a> var bra\./,
  )
  expect(page).toContain('<span class="passage state-contradicted">Det går &amp; gör bra.</span>')
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
})

test('of facts that overlap the loudest stays, and of equals the shorter', () => {
  const fact = { block: 0, anchor: 'x', label: 'x' }
  const kept = withoutOverlaps([
    { ...fact, from: 0, to: 20, state: 'verified' },
    { ...fact, from: 5, to: 9, state: 'contradicted' },
    { ...fact, from: 4, to: 12, state: 'contradicted' },
    { ...fact, from: 20, to: 24, state: 'unchecked' },
    { ...fact, block: 1, from: 5, to: 9, state: 'verified' },
  ])
  expect(kept.map(({ block: at, from, to }) => [at, from, to])).toEqual([
    [0, 5, 9],
    [0, 20, 24],
    [1, 5, 9],
  ])
})
