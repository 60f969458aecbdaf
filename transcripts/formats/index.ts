import { createHash } from 'node:crypto'
import type { Transcript } from '#model'
import { buildTranscript } from './build-transcript.js'
import { type CueFile, unreadable } from './cue.js'
import { isFasterWhisper, readFasterWhisper } from './faster-whisper.js'
import { parseJson } from './json-text.js'
import { isSrt, readSrt } from './srt.js'
import { decodeText } from './text-encoding.js'
import { readTxt } from './txt.js'
import { isVtt, readVtt } from './vtt.js'
import { isWhisper, readWhisper } from './whisper.js'
import { isWhisperCpp, readWhisperCpp } from './whisper-cpp.js'
import { isWhisperX, readWhisperX } from './whisperx.js'

const MAX_BYTES = 50 * 2 ** 20
/** What only recognisers write: scores beside words or segments, and a time before every word of a subtitle. */
const MACHINE_MARK =
  /"(?:avg_logprob|no_speech_prob|compression_ratio|probability|score|confidence|p)"\s*:\s*-?\d|<\d\d:\d\d[:.]\d\d/

/**
 * A transcript made elsewhere: SubRip, WebVTT, plain text, and the JSON of Whisper, whisper.cpp, faster-whisper and
 * WhisperX, told apart by content. `recording` is null; who owns the recordings sets it.
 * @throws UserError (exit 2) naming the file, and the line where there is one: larger than 50 MB, more than two million
 *   words, no words at all, binary, damaged times, JSON of no known shape.
 */
export function readTranscript(file: { path: string; bytes: Uint8Array }, id: string): Transcript {
  const { path, bytes } = file
  if (bytes.length > MAX_BYTES) {
    throw unreadable(
      path,
      null,
      'filen är större än 50 MB. Dela upp utskriften i flera filer.',
      'the file is larger than 50 MB. Split the transcript into several files.',
    )
  }
  const text = decodeText(bytes)
  if (text.includes('\0')) {
    throw unreadable(
      path,
      null,
      'filen är inte text. Lägg utskriften som .srt, .vtt, .txt eller .json.',
      'the file is not text. Put the transcript there as .srt, .vtt, .txt or .json.',
    )
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const transcript = buildTranscript(readCues(text, path), { id, path, sha256, machine: MACHINE_MARK.test(text) })
  if (transcript.words.length === 0) {
    throw unreadable(
      path,
      null,
      'utskriften innehåller inga ord. Exportera den på nytt, eller ta bort filen.',
      'the transcript holds no words. Export it again, or remove the file.',
    )
  }
  return transcript
}

function readCues(text: string, path: string): CueFile {
  if (isVtt(text)) return readVtt(text, path)
  // A text may begin with a bracket ("[0:42] ANNA: …"); JSON goes on with a bracket, brace, quote or its end.
  if (path.toLowerCase().endsWith('.json') || /^\s*(?:\{\s*["}]|\[\s*[{[\]"])/.test(text))
    return readJson(parseJson(text, path), path)
  return isSrt(text) ? readSrt(text, path) : readTxt(text)
}

function readJson(value: unknown, path: string): CueFile {
  if (isWhisperCpp(value)) return readWhisperCpp(value)
  if (isWhisperX(value)) return readWhisperX(value)
  if (isWhisper(value)) return readWhisper(value)
  if (isFasterWhisper(value)) return readFasterWhisper(value)
  throw unreadable(
    path,
    1,
    'JSON av okänt slag. Kända är Whisper, whisper.cpp, faster-whisper och WhisperX; exportera annars som .srt eller .vtt.',
    'JSON of an unknown kind. Known are Whisper, whisper.cpp, faster-whisper and WhisperX; else export as .srt or .vtt.',
  )
}
