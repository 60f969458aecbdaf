// One hearing in a process of its own, so that its memory is its own. usage: hearing-run.mjs SAMPLES LANGUAGE THREADS
import { readFileSync } from 'node:fs'
import { createEngine } from '../../dist/transcripts/engine/client.js'
import { hear } from '../../dist/transcripts/first-hearing.js'
import { embeddedModel, soundOf } from './hearing-sound.mjs'

const [samples, language, threads] = process.argv.slice(2)
const sound = soundOf(samples)
const engine = await createEngine({ model: embeddedModel, threads: Number(threads) })
// The model is loaded first: the peer's clock, too, starts after loading.
await engine.detectLanguage(new Float32Array(16_000))
const began = performance.now()
const recording = { id: 'r1', path: samples, sha256: samples }
const { transcript, recording: heard } = await hear({ recording, sound, engine, language })
const seconds = (performance.now() - began) / 1000
await engine.close()
const status = readFileSync('/proc/self/status', 'utf8')
const megabytes = Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024
const words = transcript.words.map(({ text, startSeconds, confidence }) => ({ text, startSeconds, confidence }))
process.stdout.write(JSON.stringify({ seconds, megabytes, words, unheard: heard.unheard, version: engine.info.engine }))
