/** Report → html, json, md, sarif, terminal. */
export { type Clip, type ClipPlace, clipPlaces } from './clip.js'
export type { HtmlInput } from './html/context.js'
export { renderHtml } from './html/page.js'
export { renderJson } from './json.js'
export { renderMarkdown } from './markdown.js'
export { renderSarif } from './sarif.js'
export { renderSchema } from './schema.js'
export { renderTerminal, type TerminalOptions } from './terminal.js'
