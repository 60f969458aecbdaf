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
