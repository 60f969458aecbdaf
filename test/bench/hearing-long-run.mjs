// usage: hearing-long-run.mjs RECORDING SPOOL MODEL-FOLDER|'' THREADS. Prints what memory was in use as it was heard.
import { relative } from 'node:path'
import { createEngine } from '../../dist/transcripts/engine/client.js'
import { hear } from '../../dist/transcripts/first-hearing.js'
import { resolveModel } from '../../dist/transcripts/models/resolve-model.js'
import { openSound } from '../../dist/transcripts/sound/open-sound.js'

/** Seconds heard at which memory is looked at: 1, 10 and 30 minutes, then every half hour, and at the end. */
const MARKS = [60, 600, ...Array.from({ length: 48 }, (_, i) => 1800 * (i + 1))]

const [path, spoolDir, folder, threads] = process.argv.slice(2)
const megabytes = (bytes) => Math.round(bytes / 2 ** 20)
const model = await resolveModel(folder === '' ? null : folder)
const files = Object.fromEntries(
  Object.entries(model.files).map(([part, file]) => [part, relative(model.directory, file)]),
)
const engine = await createEngine({ model: { ...model, files }, threads: Number(threads) })
const began = performance.now()
const sound = await openSound(path, { spoolDir, sha256: '1'.repeat(64) })
const marks = []
const resident = () => megabytes(process.memoryUsage().rss)
const due = MARKS.filter((mark) => mark < sound.seconds)
const onProgress = ({ seconds }) => {
  if (marks.length === 0) marks.push({ at: null, resident: resident() })
  while (due.length > 0 && seconds >= due[0]) marks.push({ at: due.shift(), resident: resident() })
}
const recording = { id: 'r1', path, sha256: path }
const { transcript } = await hear({ recording, sound, engine, language: 'sv', onProgress })
marks.push({ at: sound.seconds, resident: resident() })
const seconds = (performance.now() - began) / 1000
await engine.close()
await sound.close()
// The most that was ever resident, in kilobytes.
const peak = megabytes(process.resourceUsage().maxRSS * 1024)
process.stdout.write(JSON.stringify({ marks, seconds, words: transcript.words.length, peak }))
