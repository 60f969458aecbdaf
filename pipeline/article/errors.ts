import { UserError } from '#model'

/** Largest article file read, in bytes: about 1,500,000 words, far beyond any article, and small enough to parse at once. */
export const MAX_ARTICLE_BYTES = 10_000_000
/** Most list items and quoted lines, and most links, of a Markdown article. */
export const MAX_MARKS = 5000
/** Deepest nesting of elements, quotes or lists that is read. */
export const MAX_NESTING = 500

export const emptyArticle = (path: string) =>
  new UserError('article-empty', {
    sv: `Artikeln ${path} är tom. Lägg in texten som den ska publiceras.`,
    en: `The article ${path} is empty. Put in the text as it is to be published.`,
  })

export const articleTooLarge = (path: string, bytes: number) =>
  new UserError('article-too-large', {
    sv: `Artikeln ${path} är ${megabytes(bytes, 'sv')} MB; gränsen är ${megabytes(MAX_ARTICLE_BYTES, 'sv')} MB. Är det rätt fil?`,
    en: `The article ${path} is ${megabytes(bytes, 'en')} MB; the limit is ${megabytes(MAX_ARTICLE_BYTES, 'en')} MB. Is it the right file?`,
  })

export const notText = (path: string) =>
  new UserError('article-not-text', {
    sv: `Artikeln ${path} är inte text i någon känd teckenkodning. Spara den som UTF-8.`,
    en: `The article ${path} is not text in a known encoding. Save it as UTF-8.`,
  })

export const nestedTooDeep = (path: string) =>
  new UserError('article-nested-too-deep', {
    sv: `Artikeln ${path} är nästlad i mer än ${MAX_NESTING} nivåer. Spara bara själva artikeltexten.`,
    en: `The article ${path} is nested more than ${MAX_NESTING} levels deep. Save the text of the article alone.`,
  })

export const tooManyMarks = (path: string) =>
  new UserError('article-too-many-marks', {
    sv: `Artikeln ${path} har mer än ${MAX_MARKS} listpunkter eller länkar. Är det rätt fil? Annars: spara den som .txt.`,
    en: `The article ${path} has more than ${MAX_MARKS} list items or links. Is it the right file? If so, save it as .txt.`,
  })

export const badFrontMatter = (path: string, line: number, reason: string) =>
  new UserError('article-front-matter', {
    sv: `${path}:${line}: huvudet (raderna mellan ---) går inte att läsa som YAML: ${reason}`,
    en: `${path}:${line}: the front matter (the lines between ---) can't be read as YAML: ${reason}`,
  })

export const unknownFormat = (path: string) =>
  new UserError('article-unknown-format', {
    sv: `Artikeln ${path} har en ändelse som inte läses. Använd .md, .html eller .txt.`,
    en: `The article ${path} has an extension that is not read. Use .md, .html or .txt.`,
  })

const megabytes = (bytes: number, language: string) =>
  (bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 })
