import { UserError } from '#model'
import { MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_META, MAX_NESTING } from './limits.js'

/** Every error of a table file, with file, row and column, in both interface languages. Rows are counted as in the file, from 1. */
export const errors = {
  tooLarge: (path: string) =>
    new UserError('data-too-large', {
      sv: `Tabellen ${path} är större än ${MAX_BYTES / 1e6} MB. Ta med bara de rader som artikeln bygger på.`,
      en: `The table ${path} is larger than ${MAX_BYTES / 1e6} MB. Keep only the rows that the article is built on.`,
    }),
  tooManyCells: (path: string) =>
    new UserError('data-too-many-cells', {
      sv: `Tabellen ${path} har fler än ${thousands(MAX_CELLS)} celler eller ${thousands(MAX_COLUMNS)} kolumner. Ta med bara de delar som artikeln bygger på.`,
      en: `The table ${path} has more than ${MAX_CELLS.toLocaleString('en')} cells or ${MAX_COLUMNS.toLocaleString('en')} columns. Keep only the parts that the article is built on.`,
    }),
  empty: (path: string) =>
    new UserError('data-empty', {
      sv: `Tabellen ${path} har inga rader med värden. Den behöver en rad med kolumnnamn och minst en rad under den.`,
      en: `The table ${path} has no rows with values. It needs a row of column names and at least one row below it.`,
    }),
  unknownFormat: (path: string) =>
    new UserError('data-unknown-format', {
      sv: `Tabellen ${path} har en ändelse som inte läses. Använd .csv, .tsv, .xlsx, .px eller .json (JSON-stat).`,
      en: `The table ${path} has an extension that is not read. Use .csv, .tsv, .xlsx, .px or .json (JSON-stat).`,
    }),
  notText: (path: string) =>
    new UserError('data-not-text', {
      sv: `Tabellen ${path} är inte text i någon känd teckenkodning. Spara den som UTF-8.`,
      en: `The table ${path} is not text in a known encoding. Save it as UTF-8.`,
    }),
  badQuote: (path: string, line: number) =>
    new UserError('data-quote', {
      sv: `${path}, rad ${line}: ett citattecken (") öppnas men stängs inte, eller står mitt i ett fält. Rätta raden och kör igen.`,
      en: `${path}, row ${line}: a quotation mark (") is opened but not closed, or stands inside a field. Correct the row and run again.`,
    }),
  noNumbers: (path: string) =>
    new UserError('data-no-numbers', {
      sv: `Tabellen ${path} har ingen kolumn med tal. Kontrollera avgränsare och kolumnnamn.`,
      en: `The table ${path} has no column of numbers. Check delimiter and column names.`,
    }),
  repeatedColumn: (path: string, name: string, first: number, second: number) =>
    new UserError('data-repeated-column', {
      sv: `${path}: kolumn ${first} och ${second} heter båda ”${name}”. Ge dem olika namn.`,
      en: `${path}: columns ${first} and ${second} are both called "${name}". Give them different names.`,
    }),
  badWorkbook: (path: string, cause?: unknown) =>
    new UserError(
      'data-workbook',
      {
        sv: `${path} går inte att läsa som en Excel-arbetsbok. Spara den på nytt som .xlsx, eller som .csv.`,
        en: `${path} can't be read as an Excel workbook. Save it anew as .xlsx, or as .csv.`,
      },
      { cause },
    ),
  workbookBomb: (path: string, megabytes: number) =>
    new UserError('data-workbook-too-large', {
      sv: `${path} blir större än ${megabytes} MB när den packas upp. Ta med bara de blad och rader som artikeln bygger på.`,
      en: `${path} becomes larger than ${megabytes} MB when unpacked. Keep only the sheets and rows that the article is built on.`,
    }),
  px: (path: string, line: number, sv: string, en: string) =>
    new UserError('data-px', {
      sv: `${path}, rad ${line}: ${sv}`,
      en: `${path}, line ${line}: ${en}`,
    }),
  json: (path: string, sv: string, en: string) =>
    new UserError('data-json', { sv: `${path}: ${sv}`, en: `${path}: ${en}` }),
  nested: (path: string) =>
    new UserError('data-nested', {
      sv: `${path} är nästlad i mer än ${MAX_NESTING} nivåer. Det är ingen JSON-stat-fil.`,
      en: `${path} is nested more than ${MAX_NESTING} levels deep. It is not a JSON-stat file.`,
    }),
  meta: (path: string, line: number, sv: string, en: string) =>
    new UserError('data-meta', { sv: `${path}, rad ${line}: ${sv}`, en: `${path}, line ${line}: ${en}` }),
  metaTooLarge: (path: string) =>
    new UserError('data-meta-too-large', {
      sv: `${path} är längre än ${thousands(MAX_META)} tecken. Är det rätt fil?`,
      en: `${path} is longer than ${MAX_META.toLocaleString('en')} characters. Is it the right file?`,
    }),
  namesList: (path: string, line: number, sv: string, en: string) =>
    new UserError('names-list', { sv: `${path}, rad ${line}: ${sv}`, en: `${path}, row ${line}: ${en}` }),
}

const thousands = (value: number) => value.toLocaleString('sv')
