import { type Doubt, doubts } from './doubts.js'
import { errors } from './errors.js'

/** One `KEYWORD[language]("part","part")=values;` of a PC-Axis file. */
export interface PxStatement {
  keyword: string
  language: string | null
  /** What the keyword is about: a variable, or a variable and a value. */
  parts: string[]
  values: string[]
  line: number
}

export interface PxFile {
  statements: PxStatement[]
  /** The texts after `DATA=`, and their line. */
  data: { values: string[]; line: number } | null
  doubts: Doubt[]
}

/** Keywords that only add notes: a malformed one is a doubt, not the end. */
const NOTES = /^(?:NOTEX?|VALUENOTEX?|CELLNOTEX?|INFO|CONTACT|DESCRIPTION|DATANOTE\w*|COPYRIGHT|DATABASE|INFOFILE)$/
const BLANK = /\s/

/**
 * Parts a PC-Axis file into its statements (format: "PC-Axis file format", Statistics Sweden, 2013).
 * @throws UserError with the line of what is malformed
 */
export function pxStatements(path: string, text: string): PxFile {
  const file: PxFile = { statements: [], data: null, doubts: [] }
  let at = 0
  let line = 1
  const step = () => {
    if (text[at] === '\n') line += 1
    at += 1
  }
  const skipBlank = () => {
    while (at < text.length && BLANK.test(text[at]!)) step()
  }
  class Malformed extends Error {}
  const quoted = (): string => {
    step()
    const from = at
    while (at < text.length && text[at] !== '"') step()
    if (at >= text.length) throw new Malformed()
    const inside = text.slice(from, at)
    step()
    // Straight after a closing quotation mark only these can come; anything else means a stray mark inside the text.
    if (at < text.length && !/[\s,;)\]]/.test(text[at]!)) throw new Malformed()
    return inside.replace(/\r?\n/g, '')
  }
  const bare = (stop: RegExp): string => {
    const from = at
    while (at < text.length && !stop.test(text[at]!)) step()
    return text.slice(from, at).trim()
  }
  /** Comma-parted values up to `end`; neighbouring quoted pieces are one text, broken over lines. */
  const list = (end: string): string[] => {
    const values: string[] = []
    let open: string | null = null
    for (;;) {
      skipBlank()
      if (at >= text.length) throw new Malformed()
      const letter = text[at]!
      if (letter === end || letter === ',') {
        if (open !== null) values.push(open)
        open = null
        step()
        if (letter === end) return values
      } else if (letter === '"') {
        open = (open ?? '') + quoted()
      } else {
        const word = bare(
          letter === 'T' && text.startsWith('TLIST(', at) ? /\)/ : new RegExp(`[,"${end === ')' ? '\\)' : ';'}]`),
        )
        if (text[at] === ')' && end !== ')') step()
        open = (open ?? '') + word
      }
    }
  }
  while (at < text.length) {
    skipBlank()
    if (at >= text.length) break
    const start = { at, line }
    const keyword = bare(/[=[(;"]/).toUpperCase()
    try {
      const statement: PxStatement = { keyword, language: null, parts: [], values: [], line: start.line }
      if (text[at] === '[') {
        step()
        statement.language = bare(/\]/).replaceAll('"', '')
        step()
      }
      if (text[at] === '(') {
        step()
        statement.parts = list(')')
      }
      skipBlank()
      if (!/^[A-Z][A-Z0-9-]*$/.test(keyword) || text[at] !== '=') throw new Malformed()
      step()
      if (keyword === 'DATA') {
        file.data = { values: dataValues(text.slice(at)), line: start.line }
        return file
      }
      statement.values = list(';')
      file.statements.push(statement)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      if (!NOTES.test(keyword)) {
        throw errors.px(
          path,
          start.line,
          `${keyword || 'raden'} är felskriven (ett citattecken eller semikolon för mycket eller för litet).`,
          `${keyword || 'the line'} is malformed (a quotation mark or semicolon too many or too few).`,
        )
      }
      file.doubts.push(doubts.damagedNote(keyword, start.line))
      // The next statement begins after a semicolon that ends a line.
      at = start.at
      line = start.line
      while (at < text.length && !(text[at] === ';' && /^[ \t]*(?:\r?\n|$)/.test(text.slice(at + 1, at + 20)))) step()
      step()
    }
  }
  return file
}

/** Values of DATA: parted by white space or commas, texts quoted, ended by a semicolon. */
function dataValues(text: string): string[] {
  const values: string[] = []
  const pattern = /"([^"]*)"|([^\s,;"]+)|(;)/g
  for (const [, quoted, plain, end] of text.matchAll(pattern)) {
    if (end) break
    values.push(quoted ?? plain ?? '')
  }
  return values
}
