import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#model'
import type { HeardWord, WindowResult } from './engine-types.js'

/** Windows above this mean log-probability are believed whatever they say: people do say "Tack för att ni lyssnade". */
const LOW_LOG_PROBABILITY = -0.6
const LIKELY_NO_SPEECH = 0.4

const lists = new Map<string, Set<string>>()

/** Is a whole segment one of the sentences that Whisper is known to invent, in a window that gives little reason to believe it? */
export function isHallucination(words: readonly HeardWord[], window: WindowResult, language: string | null): boolean {
  const doubtful = window.averageLogProbability < LOW_LOG_PROBABILITY || window.noSpeechProbability > LIKELY_NO_SPEECH
  const unlikely = words.reduce((sum, word) => sum + word.logProbability, 0) / words.length < LOW_LOG_PROBABILITY
  return doubtful && unlikely && listFor(language).has(plain(words.map((word) => word.text).join(' ')))
}

function listFor(language: string | null): Set<string> {
  // Lists exist for the languages that were looked at; another language simply has none.
  if (language !== 'sv') return new Set()
  let list = lists.get(language)
  if (!list) {
    const path = join(packageRoot(), `transcripts/engine/hallucinations-${language}.tsv`)
    const rows = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)
    list = new Set(rows.map((row) => plain(row.split('\t')[0]!)))
    lists.set(language, list)
  }
  return list
}

function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
