// npm run bench:hearing, last part: the example story with its recording encoded otherwise, through a telephone band, under
// noise. The real `check` is run on each; what it tells is held against what it must tell. Needs ffmpeg; without it that is
// said. Names of variants as arguments ("opus noise") run these alone and leave results.md as it is.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { packageRoot } from '../../dist/pipeline/model/index.js'
import { openSound } from '../../dist/transcripts/sound/open-sound.js'
import { machine, writeSection } from './results.mjs'
import { gaussian, wavBytes } from './sound-files.mjs'

const root = packageRoot()
const story = join(root, 'test/stories/sexhandeln')
const recording = join(story, 'audio/p4-varmland-sexhandeln.mp3')
const folder = mkdtempSync(join(tmpdir(), 'ordagrant-bench-other-'))
const source = readFileSync(join(story, 'article.md'), 'utf8')

/**
 * What the story must tell: the printed words, the check, and what is said there instead. Six are to be seen to, two are
 * information. Where the sound decides, "can't tell" is an honest answer too; silence is not.
 */
const EXPECTED = [
  { check: 'name-variants', printed: 'Christofferssen framhåller', severity: 'error' },
  { check: 'altered-quotes', printed: 'Under de här åren', said: 'två', severity: 'error' },
  { check: 'spliced-quotes', printed: 'inte högst på agendan. Det pågår ingen', said: '[…]', severity: 'error' },
  { check: 'altered-quotes', printed: 'är relativt stor', said: 'kan vara', severity: 'error' },
  { check: 'unit-mismatches', printed: 'två personer', said: 'anmälningar', severity: 'warning' },
  { check: 'statement-mismatches', printed: 'hotell där köparen bor', said: 'säljaren', severity: 'warning' },
  { check: 'statement-mismatches', printed: 'de två enda anmälningar', said: 'de två anmälningar', severity: 'info' },
  { check: 'statement-mismatches', printed: 'ändå varit framgångsrika', said: 'ganska', severity: 'info' },
].map((one) => {
  const start = source.indexOf(one.printed)
  if (start < 0) throw new Error(`The article does not say: ${one.printed}`)
  return { ...one, start, end: start + one.printed.length }
})
const GRADES = ['tidied', 'tidied', 'altered', 'spliced', 'altered']

const overlaps = (a, b) => a.start < b.end && b.start < a.end
const about = (finding, one) =>
  finding.check === 'name-variants' || one.check === 'name-variants'
    ? finding.check === one.check
    : finding.place.kind === 'article' && overlaps(finding.place, one)

/** What became of one expected finding: kept, undecided or lost, with what the report says there. */
function fate(one, report) {
  const there = report.findings.filter((finding) => about(finding, one))
  const line = ({ actual, expected }) => `${actual} → ${expected.join(' | ') || '–'}`
  const as = there.find(
    ({ check, severity, expected }) =>
      check === one.check &&
      severity === one.severity &&
      (!one.said || expected.some((text) => text.includes(one.said))),
  )
  if (as) return { ...one, is: 'kept' }
  const open = there.find(({ standing }) => standing !== 'contradicted')
  if (open) return { ...one, is: 'undecided', told: line(open) }
  if (there.length > 0) return { ...one, is: 'told otherwise', told: there.map(line).join('; ') }
  const edits = [...report.quotations, ...report.statements].flatMap((claim) => claim.edits)
  const doubt = edits.find(
    (edit) => edit.support === 'undecided' && edit.meaning && edit.start <= one.end && edit.end >= one.start,
  )
  return doubt
    ? { ...one, is: 'undecided', told: `only in the list: ${doubt.printed} / ${doubt.heard}` }
    : { ...one, is: 'lost' }
}

/** `make` writes the recording into the story's audio folder. */
const VARIANTS = {
  original: { title: 'as it is: mp3 64 kbit/s', name: basename(recording), make: (to) => cpSync(recording, to) },
  mp3: { title: 'mp3 32 kbit/s', name: 'recording.mp3', with: ['-c:a', 'libmp3lame', '-b:a', '32k'] },
  opus: { title: 'opus 24 kbit/s', name: 'recording.opus', with: ['-c:a', 'libopus', '-b:a', '24k'] },
  telephone: {
    title: 'telephone: 300–3400 Hz, 8 kHz',
    name: 'recording.wav',
    with: ['-af', 'highpass=f=300,highpass=f=300,lowpass=f=3400,lowpass=f=3400', '-ar', '8000'],
  },
  noise: { title: 'white noise 15 dB below the speech', name: 'recording.wav', make: withNoise },
  stereo: { title: 'wav 44.1 kHz, stereo', name: 'recording.wav', with: ['-ar', '44100', '-ac', '2'] },
}

/** Noise 15 dB below the level of what is spoken: of the frames at most 30 dB below the loudest. */
async function withNoise(to) {
  const sound = await openSound(recording, { spoolDir: join(folder, 'spool'), sha256: '0'.repeat(64) })
  const samples = await sound.read(0, sound.seconds)
  await sound.close()
  const powers = []
  for (let at = 0; at + 320 <= samples.length; at += 320) {
    let sum = 0
    for (let i = at; i < at + 320; i++) sum += samples[i] ** 2
    powers.push(sum / 320)
  }
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0)
  const spoken = powers.filter((power) => power > loudest / 1000)
  const level = Math.sqrt(spoken.reduce((sum, power) => sum + power, 0) / spoken.length) * 10 ** (-15 / 20)
  const random = gaussian(15)
  writeFileSync(to, wavBytes(samples.map((value) => value + level * random())))
}

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0

async function check(key) {
  const variant = VARIANTS[key]
  const at = join(folder, key)
  cpSync(story, at, { recursive: true, filter: (path) => !path.endsWith('.mp3') && !path.includes('.ordagrant') })
  const to = join(at, 'audio', variant.name)
  if (variant.make) await variant.make(to)
  else execFileSync('ffmpeg', ['-v', 'error', '-i', recording, ...variant.with, to])
  const began = performance.now()
  const cli = join(root, 'dist/bin/ordagrant.js')
  const options = ['--fail-on', 'never', '--quiet', '--clips', 'none', '--format', 'json']
  execFileSync(process.execPath, [cli, 'check', at, ...options])
  const seconds = (performance.now() - began) / 1000
  const report = JSON.parse(readFileSync(join(at, 'report.json'), 'utf8'))
  rmSync(at, { recursive: true })
  const fates = EXPECTED.map((one) => fate(one, report))
  const added = report.findings.filter((finding) => !EXPECTED.some((one) => about(finding, one)))
  return { variant, seconds, fates, added, grades: report.quotations.map(({ grade }) => grade) }
}

const count = (fates, is, info) => fates.filter((one) => one.is === is && (one.severity === 'info') === info).length
const wanted = process.argv.slice(2)
const rows = []
const details = []
for (const [key, { title, make }] of Object.entries(VARIANTS)) {
  if (wanted.length > 0 && !wanted.includes(key)) continue
  if (!make && !hasFfmpeg) {
    rows.push(`| ${title} | not measured: no ffmpeg | | | | | | |`)
    continue
  }
  const { seconds, fates, added, grades } = await check(key)
  const ruined = grades.filter((grade, i) => grade !== GRADES[i]).length
  rows.push(
    `| ${title} | ${['kept', 'undecided', 'told otherwise', 'lost'].map((is) => count(fates, is, false)).join(' | ')} | ${count(fates, 'kept', true)} of 2 | ${added.length} | ${grades.join(', ')}${ruined > 0 ? ` (${ruined} not as in the original)` : ''} |`,
  )
  for (const one of fates.filter(({ is }) => is !== 'kept'))
    details.push(`- ${title}: ${one.check} “${one.printed}” ${one.is}${one.told ? ` (${one.told})` : ''}`)
  for (const { check: id, severity, standing, actual, expected } of added)
    details.push(`- ${title}: new: ${severity}, ${standing}: ${id} “${actual}” → ${expected.join(' | ') || '–'}`)
  process.stderr.write(
    `${key}: ${seconds.toFixed(0)} s; ${fates.map(({ is }) => is).join(', ')}; ${added.length} new\n`,
  )
}
rmSync(folder, { recursive: true, force: true })

const report = `${machine()}. \`ordagrant check\` on the example story (synthetic speech), its recording made anew. Six findings to see to and two for information are expected, nothing else; noise from a fixed seed.

| recording | six: kept | undecided | told otherwise | lost | information kept | new | grades of the five quotations |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

${details.join('\n')}`
if (wanted.length > 0) process.stdout.write(`${report}\n`)
else {
  writeSection('Other sound', report)
  process.stdout.write(`${report}\n`)
}
