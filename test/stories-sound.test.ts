import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '#model'
import { findingLines } from './stories-run.js'

const cli = fileURLToPath(new URL('../dist/bin/ordagrant.js', import.meta.url))
const story = fileURLToPath(new URL('stories/sexhandeln', import.meta.url))
/** The first hearing of three minutes of sound; ten times what it takes on two cores. */
const LONG = 1_200_000

let out: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'ordagrant-sound-'))
})
afterAll(() => rm(out, { recursive: true, force: true }))

/** The report, and the bytes of its file but for the timings at its end. */
async function check(): Promise<{ report: Report; bytes: string; html: string }> {
  await promisify(execFile)(process.execPath, [cli, 'check', story, '--fail-on', 'never', '--out', out], {
    env: { ...process.env, NO_COLOR: '1' },
  })
  const [json, html] = await Promise.all(
    ['report.json', 'report.html'].map((name) => readFile(join(out, name), 'utf8')),
  )
  return { report: JSON.parse(json!) as Report, bytes: json!.slice(0, json!.lastIndexOf('"timings"')), html: html! }
}

test(
  'the example story is heard, and tells what it must and nothing else; a second run says the same',
  async () => {
    const { report, bytes, html } = await check()
    expect(findingLines(report)).toEqual([
      'error name-variants/same-sound-role: Kristofferssen → Christofferssen',
      'error altered-quotes/number-dropped: de här åren → de här två åren',
      'error spliced-quotes/sentences: inte högst på agendan. Det pågår ingen polisiär → inte högst på agendan. […] Det pågår ingen polisiär',
      'error altered-quotes/hedge-changed: sexhandelns omfattning är relativt → sexhandelns omfattning kan vara relativt',
      'warning unit-mismatches/both: två personer → två anmälningar | 2 anmälningar',
      'warning statement-mismatches/changed: hotell där köparen bor → hotell där säljaren bor',
      'info statement-mismatches/shade-added: de två enda anmälningar → de två anmälningar',
      'info statement-mismatches/shade-dropped: ändå varit framgångsrika → ändå varit ganska framgångsrika',
    ])
    const wanted = [
      ['tidied', 'Orla Kristofferssen', [42.06, 54.59]],
      ['tidied', 'Orla Kristofferssen', [60.59, 77.85]],
      ['altered', 'Orla Christofferssen', [88.57, 94.02]],
      ['spliced', 'Orla Christofferssen', [101.8, 142.67]],
      ['altered', 'Orla Christofferssen', [154.86, 174.76]],
    ] as const
    expect(report.quotations).toHaveLength(wanted.length)
    for (const [index, [grade, speaker, [from, to]]] of wanted.entries()) {
      const { pieces, ...quotation } = report.quotations[index]!
      expect(quotation).toMatchObject({ grade, speaker: { name: speaker }, speakerCheck: 'not-checked' })
      // Times of words in a hearing are good to a third of a second; a first word may be lost to the pause before it.
      expect(Math.abs(pieces[0]!.startSeconds! - from)).toBeLessThan(0.8)
      expect(Math.abs(pieces.at(-1)!.endSeconds! - to)).toBeLessThan(0.8)
      expect(quotation.context.before).not.toBe('')
      expect(quotation.context.after).not.toBe('')
    }
    expect(report.coverage.audio.heardSeconds).toBeGreaterThan(0.98 * report.coverage.audio.speechSeconds)
    expect(report.recordings).toMatchObject([{ note: expect.stringContaining('Ingen har sagt de här orden') }])
    const again = await check()
    expect({ ...again.report, timings: {} }).toEqual({ ...report, timings: {} })
    expect(again.bytes === bytes).toBe(true)
    expect(again.html === html).toBe(true)
  },
  LONG,
)
