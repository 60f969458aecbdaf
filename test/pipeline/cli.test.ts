import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '#model'

/** The program as built; `npm test` builds it first. */
const cli = fileURLToPath(new URL('../../dist/bin/ordagrant.js', import.meta.url))

let base: string
let folder: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'ordagrant-test-'))
  folder = join(base, 'Blåbär & lösa citat åäö')
  await mkdir(folder)
})
afterEach(() => rm(base, { recursive: true, force: true }))

interface Ended {
  code: number | null
  out: string
  err: string
}

function start(args: string[], cwd = base): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, NO_COLOR: '1' } })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })))
  return { child, ended }
}
const run = (...args: string[]) => start(args).ended

const article = `---
published: 2024-05-02
language: sv
---

# Bron blir dyrare

Bron över älven blir dyrare än väntat. Det säger projektledaren Karin Lund.

– Vi räknade aldrig med att marken skulle vara så mjuk, säger Karin Lund, projektledare.

Kommunen fick 14 klagomål under 2023.
`
const transcript = `WEBVTT

00:00:01.000 --> 00:00:05.000
Bron över älven blir dyrare än väntat.

00:00:06.000 --> 00:00:11.000
<v Karin Lund>Vi räknade aldrig med att marken skulle vara så mjuk.

00:00:12.000 --> 00:00:15.000
Kommunen fick fjorton klagomål under 2023.
`
const altered = transcript.replace('räknade aldrig med', 'räknade med')

async function put(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
const report = async (at = folder) => JSON.parse(await readFile(join(at, 'report.json'), 'utf8')) as Report
const story = (text = transcript) => put({ 'article.md': article, 'transcripts/samtal.vtt': text })

/** One line of error and the code; nothing on standard output. */
function expectError({ code, out, err }: Ended, wanted: number, told: string): void {
  expect(err).toContain(told)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(out).toBe('')
  expect(code).toBe(wanted)
}

describe('a check', () => {
  test('writes html and json, prints a summary and where they are, and ends with 0', async () => {
    await story()
    const { code, out, err } = await run('check', folder)
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toContain('report.html')
    expect((await readdir(folder)).sort()).toEqual(
      ['.ordagrant', 'article.md', 'report.html', 'report.json', 'transcripts'].sort(),
    )
    const { quotations, transcripts, story: told } = await report()
    expect(quotations.map(({ grade, speakerCheck }) => [grade, speakerCheck])).toEqual([['verbatim', 'label-agrees']])
    expect(transcripts).toMatchObject([{ id: 'tr1', path: 'transcripts/samtal.vtt', speakers: true }])
    expect(told).toMatchObject({ language: 'sv', published: '2024-05-02', recordings: 'partial' })
  })

  test('ends with 1 for an error nobody ruled on, 0 when told never to, or once it is ruled', async () => {
    await story(altered)
    expect((await run('check', folder)).code).toBe(1)
    expect((await run('check', folder, '--fail-on', 'never')).code).toBe(0)
    const [finding] = (await report()).findings.filter(({ severity }) => severity === 'error')
    expect(finding?.check).toBe('altered-quotes')
    const ruled = await run('rule', finding!.id, 'confirmed', folder, '--by', 'Anna Ek', '--reason', 'hörde själv')
    expect(ruled).toMatchObject({ code: 0, err: '' })
    expect((await run('check', folder)).code).toBe(0)
    const again = await report()
    expect(again.findings.find(({ id }) => id === finding!.id)?.ruling).toMatchObject({
      verdict: 'confirmed',
      by: 'Anna Ek',
      reason: 'hörde själv',
    })
    expect(again.rulings).toEqual({ used: 1, unused: [] })

    // The words changed: the ruling is of no use any more, and that is said.
    await put({ 'article.md': article.replace('aldrig med att marken', 'aldrig med att jorden') })
    await run('check', folder)
    expect((await report()).rulings).toEqual({ used: 0, unused: [finding!.fingerprint] })
  })

  test('gives the same bytes twice, timings aside', async () => {
    await story(altered)
    const texts: string[] = []
    for (const out of ['a', 'b']) {
      expect(await run('check', folder, '--out', join(base, out))).toMatchObject({ code: 1, err: '' })
      texts.push((await readFile(join(base, out, 'report.json'), 'utf8')).replace(/"timings": \{[^}]*\}/, ''))
    }
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]).not.toContain(base)
  })

  test('prints a report on standard output, and everything else on standard error', async () => {
    await story()
    const { code, out, err } = await run('check', folder, '--stdout', 'json', '--format', 'md')
    expect(code).toBe(0)
    expect((JSON.parse(out) as Report).schema).toBe('ordagrant-report/1')
    expect(err).toContain('report.md')
    expect(await readdir(folder)).toContain('report.md')
    expect(await readdir(folder)).not.toContain('report.json')
  })

  test('--quiet prints nothing when all is well', async () => {
    await story()
    expect(await run('check', folder, '--quiet')).toEqual({ code: 0, out: '', err: '' })
  })

  test('works without a folder, beside the current one', async () => {
    await story()
    const files = ['--article', join(folder, 'article.md'), '--transcript', join(folder, 'transcripts', 'samtal.vtt')]
    expect((await run('check', ...files)).code).toBe(0)
    expect((await report(join(base, 'ordagrant-report'))).quotations[0]?.grade).toBe('verbatim')
    expect(await readdir(folder)).not.toContain('.ordagrant')
  })

  test('takes settings from story.yaml, and the command line over them', async () => {
    await story()
    await put({ 'story.yaml': 'published: 2019\nrecordings: complete\nredaktör: Bo\n' })
    await run('check', folder, '--published', '2020-01')
    expect((await report()).story).toMatchObject({ published: '2020-01', recordings: 'complete' })
  })
})

describe('bad input', () => {
  const cases: [string, Record<string, string>, string[], string][] = [
    ['no article', {}, [], 'article.md'],
    ['two articles', { 'article.md': 'a', 'article.txt': 'b' }, [], 'article.md, article.txt'],
    ['an empty article', { 'article.txt': '' }, [], 'article.txt'],
    ['an article of white space', { 'article.txt': ' \n\n ' }, [], 'article.txt'],
    ['story.yaml', { 'article.txt': 'Hej.', 'story.yaml': 'title: x\nclips: yes please\n' }, [], 'story.yaml, rad 2'],
    ['a date', { 'article.txt': 'Hej.' }, ['--published', 'i fjol'], 'i fjol'],
    ['a date in story.yaml', { 'article.txt': 'Hej.', 'story.yaml': 'published: i fjol\n' }, [], 'story.yaml'],
    ['rulings.json', { 'article.txt': 'Hej.', 'rulings.json': '{' }, [], 'rulings.json'],
    ['options of no check', { 'article.txt': 'Hej.', 'story.yaml': 'options: { nope: {} }' }, [], 'nope'],
  ]
  test.each(cases)('%s', async (_, files, args, told) => {
    await put(files)
    expectError(await run('check', folder, ...args), 2, told)
    expect(await readdir(folder)).not.toContain('report.json')
  })

  test('an article of 200 MB', async () => {
    await put({ 'article.txt': 'x' })
    await truncate(join(folder, 'article.txt'), 200_000_000)
    expectError(await run('check', folder), 2, '200 MB')
  })

  test.each([
    ['no such folder', ['check', 'nope'], 'nope'],
    ['no such file', ['check', '--article', 'nope.md'], 'nope.md'],
    ['an option that is none', ['check', '--nope'], '--nope'],
    ['a word that is none', ['check', '--format', 'pdf'], 'html, json, md, sarif'],
    ['a command that is none', ['desk'], 'desk'],
    ['a check that is none', ['explain', 'nope'], 'nope'],
    ['a missing name', ['rule', 'abc123', 'stet'], '--by'],
    ['no report to rule on', ['rule', 'abc123', 'stet', '--by', 'A'], 'ordagrant check'],
    ['a model that is none', ['model', 'path', 'no/such'], 'ordagrant model pull no/such'],
    ['seconds that are none', ['listen', 'a.mp3', '--from', 'x', '--to', '2', '--text', 'a'], '--from'],
    ['a table that is none', ['data', 'a.doc'], 'a.doc'],
  ])('%s: one line, exit 2', async (_, args, told) => {
    expectError(await run(...args), 2, told)
  })

  test('is told in English when asked, also after the command', async () => {
    const { err } = await run('check', 'nope', '--ui-language', 'en')
    expect(err).toBe('error: The folder nope does not exist. Check the path, or name an article with --article.\n')
  })

  test('a part that cannot be read never loses the report: a warning, and exit 2', async () => {
    await story()
    await put({
      'audio/brev.mp3': 'Kära redaktion, detta är text.\n'.repeat(50),
      'data/trasig.xlsx': 'not a workbook',
      'transcripts/tom.srt': '',
    })
    const { code, err, out } = await run('check', folder)
    expect(code).toBe(2)
    expect(out).toContain('report.html')
    for (const path of ['audio/brev.mp3', 'data/trasig.xlsx', 'transcripts/tom.srt']) expect(err).toContain(path)
    expect(err).not.toContain(base)
    const { warnings, quotations } = await report()
    expect(warnings.filter(({ id }) => id === 'input-unreadable')).toHaveLength(3)
    expect(quotations[0]?.grade).toBe('verbatim')
  })

  test('text in an unknown encoding is read as well as can be, or refused: never a crash', async () => {
    await put({ 'article.txt': Uint8Array.from([0x46, 0xe5, 0x20, 0x67, 0xf6, 0x72, 0x2e, 0x0a, 0x81, 0x8d, 0xff]) })
    const { code, err } = await run('check', folder)
    expect([0, 2]).toContain(code)
    expect(err).not.toContain('--verbose')
  })
})

describe('where results go', () => {
  test('a folder that cannot be written in: told before any work, with the way out', async () => {
    // A file where the folder would be stands in for "no permission", which does not stop root.
    await story()
    await put({ file: '' })
    expectError(await run('check', folder, '--out', join(folder, 'file', 'out')), 2, '--out')
  })

  test('a second run while one is at work: told, exit 2', async () => {
    await story()
    await put({
      '.ordagrant/lock': JSON.stringify({ pid: process.pid, host: (await import('node:os')).hostname(), token: '' }),
    })
    expectError(await run('check', folder), 2, String(process.pid))
  })

  test('a damaged cache is no cache', async () => {
    await story()
    expect(await run('check', folder)).toMatchObject({ code: 0, err: '' })
    const before = (await report()).quotations
    const cache = join(folder, '.ordagrant')
    for (const entry of await readdir(cache, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) await writeFile(join(entry.parentPath, entry.name), '{"damaged')
    }
    expect((await run('check', folder)).code).toBe(0)
    expect((await report()).quotations).toEqual(before)
  })
})

describe('Ctrl-C', () => {
  const sound = fileURLToPath(new URL('../stories/sexhandeln/audio/p4-varmland-sexhandeln.mp3', import.meta.url))

  /** Waits for the first window of the hearing to be in work: what speech there is has been stored by then. */
  async function hearing(): Promise<void> {
    const stored = () =>
      readdir(join(folder, '.ordagrant', 'window-1')).then(
        () => true,
        () => false,
      )
    while (!(await stored())) await new Promise((resolve) => setTimeout(resolve, 20))
    await new Promise((resolve) => setTimeout(resolve, 400))
  }

  test.each(['while decoding', 'while hearing'])(
    '%s: ends with 130, says that a new start goes on, and lets go of the lock',
    async (when) => {
      await put({ 'article.md': article })
      const { child, ended } = start(['check', folder, '--audio', sound])
      await new Promise((resolve) => child.stderr!.once('data', resolve))
      if (when === 'while hearing') await hearing()
      child.kill('SIGINT')
      const { code, out, err } = await ended
      expect(code).toBe(130)
      expect(out).toBe('')
      expect(err.trim().split('\n').at(-1)).toContain('ny start fortsätter')
      const left = await readdir(join(folder, '.ordagrant'), { recursive: true })
      expect(left.filter((name) => name === 'lock' || name.endsWith('.tmp'))).toEqual([])
      expect(await readdir(folder)).not.toContain('report.json')
    },
  )
})

test('whoever reads our output may stop reading', async () => {
  await story()
  const { child, ended } = start(['check', folder, '--stdout', 'json'])
  child.stdout!.destroy()
  const { err } = await ended
  expect(err).not.toContain('EPIPE')
})
