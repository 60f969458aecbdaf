import type { Cell, Dataset } from '#model'
import { type Cube, type Dimension, datasetOf, sizeOf } from './cube.js'
import { decodeTable } from './decode.js'
import { doubts } from './doubts.js'
import { errors } from './errors.js'
import { MAX_CELLS } from './limits.js'
import { readNumber } from './numbers.js'
import { type PxFile, pxStatements } from './px-statements.js'

/** Language read from a table in several, when it is there; else the file's own. */
const PREFERRED = 'sv'
/** Texts for a missing value: ".", ".." … "......", and "-" for a true zero (DATASYMBOLNIL). */
const MISSING = /^(?:\.{1,6}|\u2026)$/

/**
 * A PC-Axis file, as Statistics Sweden and other Nordic offices publish them.
 * @throws UserError with the line of what is missing or malformed
 */
export function readPx(path: string, bytes: Uint8Array): Omit<Dataset, 'id' | 'path' | 'sha256'> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4000))
  const declared = /CODEPAGE="([^"]*)"/i.exec(head)?.[1] ?? /CHARSET="([^"]*)"/i.exec(head)?.[1]
  const decoded = decodeTable(path, bytes, declared)
  const file = pxStatements(path, decoded.text)
  const has = (keyword: string, language: string) =>
    file.statements.some((one) => one.keyword === keyword && one.language === language)
  const reader = new PxReader(file, has('STUB', PREFERRED) || has('HEADING', PREFERRED) ? PREFERRED : null)
  const dimensions = dimensionsOf(path, reader)
  const size = sizeOf(dimensions)
  if (size > MAX_CELLS) throw errors.tooManyCells(path)
  if (!file.data) {
    const last = decoded.text.split('\n').length
    throw errors.px(
      path,
      last,
      'DATA saknas; filen har inga tal. Hämta den på nytt.',
      'DATA is missing; the file has no numbers. Fetch it again.',
    )
  }
  const { values, line } = file.data
  if (values.length !== size) {
    throw errors.px(
      path,
      line,
      `DATA har ${values.length} tal, men kolumnerna ger ${size}. Hämta filen på nytt.`,
      `DATA has ${values.length} numbers, but the variables make ${size}. Fetch the file again.`,
    )
  }
  const symbols = new Set<string>()
  const cells = values.map((raw): Cell => {
    if (raw === '-') return { raw, value: 0 }
    const value = MISSING.test(raw) ? null : readNumber(raw, '.')
    if (value === null) symbols.add(raw)
    return { raw, value }
  })
  const cube: Cube = {
    title: reader.text('DESCRIPTION') ?? reader.text('TITLE') ?? reader.text('CONTENTS') ?? path,
    source: reader.text('SOURCE'),
    contents: reader.text('CONTENTS') ?? 'DATA',
    unit: reader.text('UNITS'),
    dimensions,
    cells,
    doubts: [
      ...decoded.doubts,
      ...file.doubts,
      ...notesOf(reader),
      ...(symbols.size ? [doubts.missing([...symbols].sort())] : []),
    ],
  }
  return datasetOf(path, cube)
}

/** Looks statements up in the chosen language, then in the file's own. */
class PxReader {
  readonly file: PxFile
  readonly language: string | null
  constructor(file: PxFile, language: string | null) {
    this.file = file
    this.language = language
  }

  find(keyword: string, ...parts: string[]) {
    const matches = this.file.statements.filter(
      (one) =>
        one.keyword === keyword &&
        one.parts.length === parts.length &&
        parts.every((part, index) => one.parts[index] === part),
    )
    return matches.find((one) => one.language === this.language) ?? matches.find((one) => one.language === null)
  }

  values = (keyword: string, ...parts: string[]): string[] => this.find(keyword, ...parts)?.values ?? []

  text(keyword: string, ...parts: string[]): string | null {
    return (
      this.find(keyword, ...parts)
        ?.values.join(', ')
        .trim() || null
    )
  }
}

function dimensionsOf(path: string, reader: PxReader): Dimension[] {
  const names = [...reader.values('STUB'), ...reader.values('HEADING')]
  const line = reader.find('STUB')?.line ?? reader.find('HEADING')?.line ?? 1
  if (names.length === 0)
    throw errors.px(
      path,
      line,
      'STUB och HEADING saknas; filen är ingen hel PC-Axis-fil.',
      'STUB and HEADING are missing; the file is not a whole PC-Axis file.',
    )
  const measure = reader.text('CONTVARIABLE') ?? names.find((name) => name.startsWith('$$'))
  return names.map((name): Dimension => {
    const values = reader.values('VALUES', name)
    if (values.length === 0)
      throw errors.px(
        path,
        line,
        `VALUES("${name}") saknas. Hämta filen på nytt.`,
        `VALUES("${name}") is missing. Fetch the file again.`,
      )
    const [, ...times] = reader.values('TIMEVAL', name)
    const scale = reader.values('TIMEVAL', name)[0] ?? ''
    const timed = reader.find('TIMEVAL', name) !== undefined
    return {
      name,
      values,
      role: name === measure ? 'measure' : timed ? 'time' : reader.find('MAP', name) ? 'place' : null,
      periods: timed && times.length === values.length ? times.map((time) => isoTime(scale, time)) : null,
      units: values.map((value) => reader.text('UNITS', value)),
    }
  })
}

/** TIMEVAL's own writing: A1 "2013", H1 "20131", Q1 "20132", M1 "201305", W1 "201307". */
function isoTime(scale: string, time: string): string | null {
  const found = /^(\d{4})(\d{0,2})$/.exec(time)
  if (!found) return null
  const [, year, rest] = found
  if (/^TLIST\(Q1/.test(scale)) return `${year}-K${rest}`
  if (/^TLIST\(M1/.test(scale)) return `${year}-${rest}`
  if (/^TLIST\(W1/.test(scale)) return `${year}-W${rest}`
  if (/^TLIST\(H1/.test(scale)) return rest === '1' ? `${year}-01/${year}-06` : `${year}-07/${year}-12`
  return rest ? null : year!
}

/** Notes that the office calls mandatory reading (NOTEX), for the table and its variables. */
const notesOf = (reader: PxReader) =>
  reader.file.statements
    .filter(
      (one) =>
        one.keyword === 'NOTEX' &&
        (one.language === reader.language ||
          (one.language === null &&
            !reader.file.statements.some((other) => other.keyword === 'NOTEX' && other.language === reader.language))),
    )
    .map((one) =>
      doubts.note([one.parts.join(', '), one.values.join(' ').replaceAll('#', ' ')].filter(Boolean).join(': ')),
    )
