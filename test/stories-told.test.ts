import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findingLines, quotationLines, runFolder } from './stories-run.js'

/**
 * Whole stories with transcripts: `expected.txt` beside each lists every finding and every quotation, decided when the
 * story was written. What stands in no line must not be told.
 */
const stories = fileURLToPath(new URL('stories', import.meta.url))
const withText: string[] = []
for (const name of (await readdir(stories)).sort()) {
  if ((await readdir(join(stories, name))).includes('expected.txt')) withText.push(name)
}

describe('a story written for the test tells what was planted in it, and nothing else', () => {
  test.each(withText)('%s', async (name) => {
    const report = await runFolder(join(stories, name))
    const expected = (await readFile(join(stories, name, 'expected.txt'), 'utf8')).trimEnd().split('\n')
    expect([...findingLines(report), ...quotationLines(report).map((line) => `quotation ${line}`)]).toEqual(expected)
    expect(report.checks.filter(({ outcome }) => outcome === 'error')).toEqual([])
  })
})

/** The story's files with one wording changed. */
async function changed(name: string, path: string, from: string, to: string): Promise<Record<string, string>> {
  const paths = (await readdir(join(stories, name), { recursive: true })).filter((one) => /\.\w+$/.test(one))
  const files = await Promise.all(paths.map((one) => readFile(join(stories, name, one), 'utf8')))
  const story = Object.fromEntries(paths.map((one, index) => [one, files[index]!]))
  expect(story[path]).toContain(from)
  return { ...story, [path]: story[path]!.replace(from, to) }
}

describe('a copy with one thing changed tells that too', () => {
  test.each([
    ['batstolder', 'article.txt', 'Under 2018', 'Under 2017', ['date-conflicts: 2017']],
    ['batstolder', 'article.txt', 'under 2022', 'under 2021', ['date-conflicts: 2021']],
    ['batstolder', 'story.yaml', '2023', '2025', ['date-conflicts: 2018']],
    ['hyreskontrakt', 'article.md', 'Under 2015', 'Under 2014', ['dataset-mismatches: 41']],
    ['hyreskontrakt', 'article.md', 'För fyra år', 'För fem år', ['date-conflicts: För fem år sedan']],
    ['hyreskontrakt', 'article.md', '41 anm', '43 anm', ['spoken-figure-mismatches: 43', 'dataset-mismatches: 43']],
  ])('%s, %s: %s → %s', async (name, path, from, to, more) => {
    const told = async (story: Parameters<typeof runFolder>[0]) =>
      (await runFolder(story)).findings.map(({ check, actual }) => `${check}: ${actual}`)
    const before = await told(join(stories, name))
    const after = await told(await changed(name, path, from, to))
    expect(before.filter((line) => !after.includes(line))).toEqual([])
    expect(after.filter((line) => !before.includes(line))).toEqual(more)
  })
})
