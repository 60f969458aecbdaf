import { unreadable } from './cue.js'

const MAX_DEPTH = 32

/** @throws UserError with the line when the text isn't JSON, or is nested deeper than any transcript. */
export function parseJson(text: string, path: string): unknown {
  const deep = firstTooDeep(text)
  if (deep >= 0) {
    throw unreadable(
      path,
      lineAt(text, deep),
      'filen är djupare nästlad än någon utskrift. Exportera den på nytt.',
      'the file is nested deeper than any transcript. Export it again.',
    )
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
    throw unreadable(
      path,
      lineAt(text, position === undefined ? text.length : Number(position)),
      'är inte giltig JSON. Exportera utskriften på nytt.',
      'is not valid JSON. Export the transcript again.',
    )
  }
}

/** Position of the first bracket below the greatest depth, -1 when there is none. */
function firstTooDeep(text: string): number {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      if (code === 0x5c) i++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_DEPTH) return i
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return -1
}

function lineAt(text: string, position: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) line++
  return line
}

export type Fields = Record<string, unknown>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Seconds, or null for what is no time (missing, negative, NaN written as a word). */
export function secondsOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null
}
