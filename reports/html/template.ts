/** Markup that is safe to print: made only by `html`, so that text from an article can never pass for it. */
export class Html {
  readonly markup: string
  private constructor(markup: string) {
    this.markup = markup
  }
  static fromTemplate(strings: TemplateStringsArray, values: Slot[]): Html {
    return new Html(strings.reduce((made, part, index) => made + slot(values[index - 1]) + part))
  }
  /** For the package's own style sheet and script only. */
  static trusted(markup: string): Html {
    return new Html(markup)
  }
  toString(): string {
    return this.markup
  }
}

export type Slot = Html | string | number | null | undefined | false | Slot[]

/** Tagged template: every value is escaped, for text and for quoted attributes alike; arrays are joined. */
export const html = (strings: TemplateStringsArray, ...values: Slot[]): Html => Html.fromTemplate(strings, values)

function slot(value: Slot): string {
  if (value instanceof Html) return value.markup
  if (Array.isArray(value)) return value.map(slot).join('')
  if (value === null || value === undefined || value === false) return ''
  return escapeHtml(String(value))
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Characters HTML forbids become U+FFFD; line and paragraph separators, which some readers take for a new line, are written out. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd')
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '')
    .replace(/[\u2028\u2029]/g, (character) => `&#${character.charCodeAt(0)};`)
