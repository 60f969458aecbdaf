/** What to say, as data: the text in each language is made late, from the room's own message table. */
export interface Message {
  id: string
  values: Record<string, string | number>
}

export type UiLanguage = 'sv' | 'en'

/** Per message id, a template for each interface language; `{name}` stands for a value. */
export type MessageTable = Record<string, Record<UiLanguage, string>>

/**
 * Fills a template.
 * @throws Error when the id or a value is missing: a half-filled sentence must never reach a reader.
 */
export function formatMessage(table: MessageTable, message: Message, language: UiLanguage): string {
  const template = table[message.id]?.[language]
  if (template === undefined) throw new Error(`No ${language} text for message ${message.id}`)
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = message.values[name]
    if (value === undefined) throw new Error(`Message ${message.id} lacks the value ${name}`)
    return String(value)
  })
}
