import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Report } from '#model'
import type { GivenSettings } from '../pipeline/config.js'
import { runStory } from '../pipeline/run.js'
import { openStory } from '../pipeline/story.js'

/** Runs a story's folder, or files by path, into a folder that is thrown away. */
export async function runFolder(story: string | Record<string, string>, given: GivenSettings = {}): Promise<Report> {
  const base = await mkdtemp(join(tmpdir(), 'ordagrant-story-'))
  try {
    const folder = typeof story === 'string' ? story : join(base, 'story')
    for (const [path, text] of typeof story === 'string' ? [] : Object.entries(story)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const { report } = await runStory(await openStory({ folder, out: join(base, 'out') }), given)
    return report
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

/** Alike whatever the file's letters and spaces are made of. */
const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ')

/** A finding on one line: "error name-variants/same-sound-role: Lindquist → Lindkvist". */
export const findingLines = ({ findings }: Report): string[] =>
  findings.map(
    ({ severity, check, message, actual, expected }) =>
      `${severity} ${check}/${message.id}: ${plain(actual)} → ${expected.map(plain).join(' | ') || '–'}`,
  )

/** A quotation on one line: "altered 88.57–94.02 Orla Christofferssen (label-agrees)". */
export const quotationLines = ({ quotations }: Report): string[] =>
  quotations.map(({ grade, spliced, pieces, speaker, speakerCheck }) => {
    const seconds = pieces.map(({ startSeconds, endSeconds }) => `${startSeconds}–${endSeconds}`).join(' + ')
    return `${grade}${spliced ? '*' : ''} ${seconds || 'nowhere'} ${speaker?.name ?? 'nobody'} (${speakerCheck})`
  })

/** A figure on one line: "30 anmälningar 2013: agrees (cell, audio)". */
export const quantityLines = ({ quantities }: Report): string[] =>
  quantities.map(({ text, counted, time, outcome, comparisons }) => {
    const against = [...new Set(comparisons.map((one) => one.against))].join(', ')
    const words = [text, counted, time].filter((word) => word !== null && word !== undefined).map(plain)
    return `${words.join(' ')}: ${outcome}${against ? ` (${against})` : ''}`
  })

/** A time on one line: "Förra året 2015-01-01–2015-12-31: agrees". */
export const timeLines = ({ times }: Report): string[] =>
  times.map(({ text, from, to, outcome }) => `${plain(text)} ${from}–${to}: ${outcome}`)
