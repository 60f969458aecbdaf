import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '#model'
import { html } from '../../reports/html/template.js'
import { renderHtml, renderMarkdown, renderSarif, renderTerminal } from '../../reports/index.js'
import fc from '../property.js'
import { ReportBrowser } from './browser.js'
import { everyStateReport } from './every-state.js'
import { articleFrom } from './story-article.js'

const HOSTILE = [
  '</script><script>window.broken = 1</script>',
  '</style><img src=x onerror="window.broken = 1">',
  `" onfocus="window.broken = 1" autofocus x='`,
  '<!-- \u2028\u2029\u0000\u001b[2J\u202e --> &amp; &#60;b&#62; `window.broken = 1`',
  '\ud800 javascript:window.broken=1 [x](javascript:1) <svg/onload=window.broken=1>',
].join(' ')

/** Every text in the report that can come from outside is made hostile; what the types fix is left. */
function poisoned(report: Report): Report {
  const free = new Set(
    'title note text source printed heard name reason why sv en before after actual excerpt value calculation rowKey column raw unit counted hedge by at path engine check status speaker'.split(
      ' ',
    ),
  )
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return free.has(key) ? `${value} ${HOSTILE}` : value
    if (Array.isArray(value)) return value.map((inner) => visit(inner, key === 'expected' ? 'text' : key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(inner, name)]))
  }
  return visit(report, '') as Report
}

const source = `# ${HOSTILE.replaceAll('\u2028', ' ')}\n\n- ${HOSTILE.replaceAll('\u2028', ' ')}\n`
const article = articleFrom(source, `${HOSTILE}.md`, HOSTILE)
const report = poisoned(everyStateReport())

let browser: ReportBrowser
beforeAll(async () => {
  browser = await ReportBrowser.start()
})
afterAll(() => browser?.stop())

test('nothing in an article or a report becomes markup', async () => {
  const clip = {
    recording: 'r1',
    startSeconds: 0,
    endSeconds: 197,
    mime: 'audio/wav"><script>',
    base64: '"><script>window.broken = 1</script>',
  }
  const page = renderHtml({ report, article, clips: [clip], uiLanguage: 'sv', made: HOSTILE })
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page.match(/<style/g)).toHaveLength(1)
  expect(page).not.toMatch(/[\u0000\u001b\u2028\u2029]/)
  const opened = await browser.open(page)
  await opened.page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  expect(await opened.page.evaluate(() => (window as unknown as { broken?: number }).broken)).toBeUndefined()
  expect(await opened.page.locator('img, svg, iframe, [onfocus], [onerror], [autofocus]').count()).toBe(0)
  expect(await opened.page.title()).toContain('</script><script>window.broken = 1</script>')
  expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
  expect(opened.requests).toEqual([])
})

test('whatever the text, it comes out of the template as that text and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { markup } = html`<p title="${text}">${text}</p>`
      const inside = markup.slice('<p title="'.length, -'</p>'.length)
      expect(inside.replace('">', '')).not.toMatch(/[<>"'`]/)
    }),
  )
  expect(html`${[1, null, false, undefined, html`<b>${'<'}</b>`]}`.markup).toBe('1<b>&lt;</b>')
})

test('a terminal prints text and nothing that moves it', () => {
  const text = renderTerminal(report, { uiLanguage: 'sv', color: false, verbose: true, files: [`${HOSTILE}.html`] })
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/)
})

test('Markdown holds no HTML and no links but its own', () => {
  const text = renderMarkdown(report, 'en')
  expect(text).not.toMatch(/(?<!\\)<(script|img|svg|style)/)
  expect(text).not.toMatch(/(?<!\\)\]\(javascript/)
  expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1)
})

test('SARIF stays JSON, with paths as URIs', () => {
  const log = JSON.parse(renderSarif(report, 'en'))
  const uri: string = log.runs[0].artifacts[0].location.uri
  expect(uri).toMatch(/^[\w.~%!*'()/-]+$/)
})
