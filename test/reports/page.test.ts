import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clipPlaces, renderHtml } from '../../reports/index.js'
import { type Opened, ReportBrowser } from './browser.js'
import { toneClips } from './clips.js'
import { everyStateReport } from './every-state.js'
import { storyArticle, storyReport } from './fixture.js'

const article = storyArticle()
const story = storyReport()
const clips = toneClips(clipPlaces(story))
const storyPage = renderHtml({ report: story, article, clips, uiLanguage: 'sv', made: '8 mars 2016' })
const statesPage = renderHtml({ report: everyStateReport(), article, clips: [], uiLanguage: 'en' })

let browser: ReportBrowser
beforeAll(async () => {
  browser = await ReportBrowser.start()
})
afterAll(() => browser?.stop())

declare const window: { axe: typeof axe }

describe.each([
  ['story', storyPage],
  ['every state', statesPage],
])('%s', (_, html) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await browser.open(html)
    await opened.page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
    })
  })

  test.each(['light', 'dark'] as const)('axe finds nothing serious in %s', async (colorScheme) => {
    const { page } = opened
    await page.emulateMedia({ colorScheme })
    await page.evaluate(axe.source)
    // What is not about colour is the same in both.
    const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}
    const { violations, passes } = await page.evaluate((options) => window.axe.run(options), rules)
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(passes.map(({ id }) => id)).toContain('color-contrast')
  })

  test('nothing runs out of a narrow or a wide window', async () => {
    const { page } = opened
    for (const width of [320, 360, 800, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })

  test('every link inside the page leads somewhere, and no id stands twice', async () => {
    const { dead, doubles } = await opened.page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
      return {
        dead: hrefs.filter((href) => href !== '#' && !document.getElementById(href.slice(1))),
        doubles: ids.filter((id, index) => ids.indexOf(id) !== index),
      }
    })
    expect(dead).toEqual([])
    expect(doubles).toEqual([])
  })

  test('the page asks nothing of the network, and its policy lets its own style and script through', async () => {
    const { page, requests, complaints } = opened
    expect(requests).toEqual([])
    expect(complaints).toEqual([])
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1')!).fontFamily)).toContain('Charter')
    expect(await page.evaluate(() => document.documentElement.className)).toBe('script')
    await expect(page.evaluate(() => fetch('https://example.org/'))).rejects.toThrow()
    expect(requests).toEqual([])
  })
})

test('beside a quotation stands how often such a verdict was right, below it where else it may have been said', async () => {
  const { page } = await browser.open(storyPage)
  const beside = await page.locator('.quotation .note').allTextContents()
  expect(beside.filter((text) => /rätt i 210 av 213 provade fall/.test(text))).toHaveLength(1)
  expect(beside.filter((text) => /märktes i 240 av 285 provade fall.*syntetiskt tal/.test(text))).toHaveLength(1)
  expect(beside).toHaveLength(5)
  expect(await page.locator('.quotation .also').allTextContents()).toEqual([
    'Också möjligt vid 3:01 i p4-varmland-sexhandeln.mp3: Under de här åren har vi aktualiserat problemet och vi har fått många lagförda',
  ])
})

test('without scripts everything is there: text, folds, and a player for each clip', async () => {
  const { page } = await browser.open(storyPage, { javaScriptEnabled: false })
  expect(await page.locator('audio[controls]:visible').count()).toBe(clips.length)
  expect(await page.locator('button.sound:visible').count()).toBe(0)
  await page.locator('#information summary').first().click()
  expect(await page.locator('#information .finding').first().isVisible()).toBe(true)
  expect(await page.locator('a.without-script:visible').first().textContent()).toMatch(
    /Ljudklipp 1, spola till \d:\d\d/,
  )
})

test('the button plays exactly the seconds, and stops', async () => {
  const { page, complaints } = await browser.open(storyPage)
  const button = page.locator('#f4 button.sound').first()
  const { clip, from, to } = await button.evaluate((element) => ({ ...(element as HTMLElement).dataset }))
  expect(Number(from)).toBeCloseTo(154.86 - 122.52, 2)
  expect(Number(to)).toBeCloseTo(159.79 - 122.52, 2)
  const more = await page.locator('#f4 button.more').evaluate((element) => ({ ...(element as HTMLElement).dataset }))
  expect(Number(more.from)).toBeCloseTo(Number(from) - 5, 2)
  expect(Number(more.to)).toBeCloseTo(Number(to) + 5, 2)
  await button.click()
  expect(await button.getAttribute('aria-pressed')).toBe('true')
  await page.waitForFunction(
    ([id, start]) => (document.getElementById(id!) as HTMLAudioElement).currentTime > Number(start) + 0.1,
    [clip, from],
  )
  await page.evaluate(
    ([id, end]) => {
      const audio = document.getElementById(id!) as HTMLAudioElement
      audio.currentTime = Number(end) - 0.2
    },
    [clip, to],
  )
  await page.waitForFunction((id) => (document.getElementById(id!) as HTMLAudioElement).paused, clip)
  expect(await button.getAttribute('aria-pressed')).toBe('false')
  const stopped = await page.evaluate((id) => (document.getElementById(id!) as HTMLAudioElement).currentTime, clip)
  expect(stopped).toBeLessThan(Number(to) + 1)
  expect(complaints).toEqual([])
})

test('the keyboard reaches every control; j, k, p and ? do what the help says', async () => {
  const { page } = await browser.open(storyPage)
  const wanted = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, summary')].filter(
        (element) => element.checkVisibility() && !element.closest('dialog'),
      ).length,
  )
  const reached = new Set<string>()
  for (let presses = 0; presses < wanted + 5; presses++) {
    await page.keyboard.press('Tab')
    reached.add(
      await page.evaluate(() => {
        const all = [...document.querySelectorAll('a[href], button, summary')]
        return String(all.indexOf(document.activeElement as Element))
      }),
    )
  }
  reached.delete('-1')
  expect(reached.size).toBe(wanted)

  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement).blur()
    scrollTo({ top: 0, behavior: 'instant' })
  })
  const focused = () => page.evaluate(() => document.activeElement?.id)
  await page.keyboard.press('j')
  expect(await focused()).toBe('f1')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await focused()).toBe('f2')
  await page.keyboard.press('p')
  expect(await page.locator('#f2 button.sound').first().getAttribute('aria-pressed')).toBe('true')
  await page.keyboard.press('p')
  expect(await page.locator('#f2 button.sound').first().getAttribute('aria-pressed')).toBe('false')
  await page.keyboard.press('?')
  expect(await page.locator('dialog').isVisible()).toBe(true)
  await page.locator('#keys-on').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  expect(await focused()).not.toBe('f3')
})

test('on paper: no players or buttons, folds open, times printed', async () => {
  const { page } = await browser.open(storyPage, { javaScriptEnabled: false })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('audio:visible, button:visible').count()).toBe(0)
  expect(await page.locator('#information .finding .message').first().isVisible()).toBe(true)
  expect(await page.locator('#f2 .where').textContent()).toContain('1:28–1:35')
})
