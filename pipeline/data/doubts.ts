import type { Dataset } from '#model'

export type Doubt = Dataset['doubts'][number]

/** Row numbers for a reader: at most eight, then how many more. */
function rowList(named: number[]): { sv: string; en: string } {
  const rows = [...new Set(named)]
  const shown = rows.slice(0, 8).join(', ')
  const rest = rows.length - 8
  return {
    sv: `${rows.length === 1 ? 'rad' : 'raderna'} ${shown}${rest > 0 ? ` och ${rest} till` : ''}`,
    en: `${rows.length === 1 ? 'row' : 'rows'} ${shown}${rest > 0 ? ` and ${rest} more` : ''}`,
  }
}

/** What a reader should know about a table that was read all the same. Rows are counted as in the file, from 1. */
export const doubts = {
  encoding: (name: string): Doubt => ({
    id: 'guessed-encoding',
    sv: `Teckenkodningen är gissad: ${name}. Kontrollera å, ä och ö.`,
    en: `The encoding is a guess: ${name}. Check the accented letters.`,
  }),
  ragged: (kept: number[], dropped: number[], columns: number): Doubt => {
    const lists = { kept: rowList(kept), dropped: rowList(dropped) }
    const sv = [
      kept.length ? `${lists.kept.sv}: talen lästes inte` : '',
      dropped.length ? `${lists.dropped.sv}: utelämnad` : '',
    ]
    const en = [
      kept.length ? `${lists.kept.en}: the numbers were not read` : '',
      dropped.length ? `${lists.dropped.en}: left out` : '',
    ]
    return {
      id: 'ragged-rows',
      sv: `Alla rader har inte ${columns} fält. ${sv.filter(Boolean).join('. ')}.`,
      en: `Not every row has ${columns} fields. ${en.filter(Boolean).join('. ')}.`,
    }
  },
  notNumbers: (column: string, rows: number[]): Doubt => ({
    id: 'not-numbers',
    sv: `Kolumnen ”${column}” har text där tal väntades, ${rowList(rows).sv}.`,
    en: `The column "${column}" holds text where numbers were expected, ${rowList(rows).en}.`,
  }),
  separator: (column: string, example: string, reading: string): Doubt => ({
    id: 'ambiguous-separator',
    sv: `I kolumnen ”${column}” kan ”${example}” läsas på två sätt; det lästes som ${reading}.`,
    en: `In the column "${column}", "${example}" can be read in two ways; it was read as ${reading}.`,
  }),
  missing: (symbols: string[]): Doubt => ({
    id: 'missing-symbols',
    sv: `${symbols.map((symbol) => `”${symbol}”`).join(', ')} lästes som saknat värde.`,
    en: `${symbols.map((symbol) => `"${symbol}"`).join(', ')} was read as a missing value.`,
  }),
  dash: (rows: number[]): Doubt => ({
    id: 'lone-dash',
    sv: `Ett ensamt streck (${rowList(rows).sv}) lästes som saknat värde. I SCB:s tabeller betyder det noll.`,
    en: `A lone dash (${rowList(rows).en}) was read as a missing value. In the tables of Statistics Sweden it means zero.`,
  }),
  repeatedKeys: (rows: number[]): Doubt => ({
    id: 'repeated-keys',
    sv: `Flera rader handlar om samma sak: ${rowList(rows).sv}.`,
    en: `Several rows are about the same thing: ${rowList(rows).en}.`,
  }),
  widened: (columns: number): Doubt => ({
    id: 'years-as-columns',
    sv: `${columns} kolumner med tider som namn lästes som rader.`,
    en: `${columns} columns named by times were read as rows.`,
  }),
  note: (text: string): Doubt => ({ id: 'note', sv: text, en: text }),
  otherSheets: (count: number, read: string): Doubt => ({
    id: 'other-sheets',
    sv: `Bara bladet ”${read}” lästes; ${count} till finns i arbetsboken.`,
    en: `Only the sheet "${read}" was read; the workbook has ${count} more.`,
  }),
  otherDatasets: (count: number): Doubt => ({
    id: 'other-datasets',
    sv: `Bara den första tabellen i filen lästes; ${count} till finns där.`,
    en: `Only the first table of the file was read; it has ${count} more.`,
  }),
  damagedNote: (keyword: string, line: number): Doubt => ({
    id: 'damaged-note',
    sv: `Noten ${keyword} på rad ${line} är felskriven och lästes inte.`,
    en: `The note ${keyword} on line ${line} is malformed and was not read.`,
  }),
}
