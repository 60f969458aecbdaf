/** The only entities that subtitle files use (WebVTT 3.5; SubRip has none, but converters leave them). */
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '',
  rlm: '',
  quot: '"',
  '#39': "'",
}

/** A cue's text without tags (`<i>`, `<c.yellow>`, `<00:01.000>`, `{\an8}`) and with its entities resolved. */
export function plainText(cue: string): string {
  return cue
    .replace(/<\/?[A-Za-z0-9][^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}/g, '')
    .replace(/&([a-z]{2,4}|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
