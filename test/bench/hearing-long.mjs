// npm run bench:hearing, second part: a long recording, made by saying the example over and over, through the whole of the
// first hearing: decoding, voice activity, windows. What it takes of memory must not grow with the recording.
// $ORDAGRANT_BENCH_HOURS: length with the tiny model, default 4. $ORDAGRANT_BENCH_BASE_HOURS: length with whisper-base,
// default 1/3, since four hours of it take half an hour and more. With less than four hours of the tiny model results.md is
// left as it is. The sound takes 0.9 GB of the temporary folder while it is heard.
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../dist/pipeline/model/index.js'
import { openSound } from '../../dist/transcripts/sound/open-sound.js'
import { writeTinyWhisper } from '../tiny-whisper/model.mjs'
import { machine, writeSection } from './results.mjs'
import { wavData, wavHead } from './sound-files.mjs'

const RATE = 16_000
const threads = availableParallelism()
const hours = Number(process.env.ORDAGRANT_BENCH_HOURS ?? 4)
const baseHours = Number(process.env.ORDAGRANT_BENCH_BASE_HOURS ?? 1 / 3)
const folder = mkdtempSync(join(tmpdir(), 'ordagrant-bench-long-'))

async function loop(name, seconds) {
  const recording = join(packageRoot(), 'test/stories/sexhandeln/audio/p4-varmland-sexhandeln.mp3')
  const sound = await openSound(recording, { spoolDir: join(folder, 'spool'), sha256: '0'.repeat(64) })
  const once = wavData(await sound.read(0, sound.seconds))
  await sound.close()
  const path = join(folder, name)
  const file = openSync(path, 'w')
  const samples = Math.round(seconds * RATE)
  writeSync(file, wavHead(samples))
  for (let left = samples * 2; left > 0; left -= once.length) writeSync(file, once, 0, Math.min(left, once.length))
  closeSync(file)
  return path
}

/** One hearing in a process of its own; its memory at each mark. */
function hear(path, model) {
  const script = fileURLToPath(new URL('hearing-long-run.mjs', import.meta.url))
  const printed = execFileSync(process.execPath, [script, path, join(folder, 'long'), model, String(threads)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  })
  return JSON.parse(printed)
}

const clock = (seconds) => (seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`)

const tiny = join(folder, 'tiny')
writeTinyWhisper(tiny)
const rows = []
const sums = []
for (const [title, model, length] of [
  ['a tiny Whisper made by a script', tiny, hours],
  ['whisper-base', '', baseHours],
]) {
  const path = await loop(`${length}.wav`, length * 3600)
  const { marks, seconds, words, peak } = hear(path, model)
  for (const { at, resident } of marks)
    rows.push(`| ${title} | ${at === null ? 'sound decoded, speech found' : clock(at)} | ${resident} MB |`)
  sums.push(
    `${title}, ${clock(length * 3600)}: ${words} words, ${(seconds / 60).toFixed(1)} min, ${(seconds / (length * 3600)).toFixed(3)} of the recording's length; most memory at any time ${peak} MB`,
  )
  rmSync(path)
  rmSync(join(folder, 'long'), { recursive: true })
}
rmSync(folder, { recursive: true })

const report = `${machine()}; ${threads} threads. The example story's sound (3.3 min) said over and over, from a WAVE file through the whole first hearing in a process of its own; resident memory when so much had been heard. ${clock(hours * 3600)} are heard with the tiny model, whose windows are Whisper's and whose weights are a thousandth: what the program itself keeps shows. whisper-base is heard for ${clock(baseHours * 3600)}${baseHours < 4 ? ' only, and for four hours was not measured ($ORDAGRANT_BENCH_BASE_HOURS=4)' : ''}.

| model | heard | memory |
|---|---|---|
${rows.join('\n')}

${sums.map((sum) => `- ${sum}`).join('\n')}`
if (hours >= 4) writeSection('Long recordings', report)
process.stdout.write(`${report}\n`)
