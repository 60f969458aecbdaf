import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Opened {
  page: Page
  /** Every address the page asked for, its own file left out. */
  requests: string[]
  /** Errors and policy violations the browser told of. */
  complaints: string[]
}

/** A browser that shows pages from a temporary folder of its own. */
export class ReportBrowser {
  readonly #browser: Browser
  readonly #folder = mkdtempSync(join(tmpdir(), 'ordagrant-report-'))
  #pages = 0

  private constructor(browser: Browser) {
    this.#browser = browser
  }

  /** @throws Error that says how to get a browser when there is none: a report nobody has seen is not tested. */
  static async start(): Promise<ReportBrowser> {
    if (!existsSync(CHROMIUM)) {
      throw new Error(
        `No Chromium at ${CHROMIUM}. Install one ("apt-get install chromium") or name yours in the variable CHROMIUM.`,
      )
    }
    return new ReportBrowser(await chromium.launch({ executablePath: CHROMIUM, args: FLAGS }))
  }

  async open(html: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const file = join(this.#folder, `${++this.#pages}.html`)
    writeFileSync(file, html)
    const context = await this.#browser.newContext(options)
    const page = await context.newPage()
    const own = pathToFileURL(file).href
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => {
      if (request.url() !== own && !request.url().startsWith('data:')) requests.push(request.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(own)
    return { page, requests, complaints }
  }

  async stop(): Promise<void> {
    await this.#browser.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
