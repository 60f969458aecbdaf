let codes: Map<string, string> | undefined

/** ISO 639-1 of what engines write: `sv`, `sv-SE`, or the English name ("swedish"); null for anything else. */
export function languageCode(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim().toLowerCase()
  const tag = /^([a-z]{2})(?:[-_][a-z0-9-]{2,20})?$/.exec(text)
  if (tag) return tag[1]!
  codes ??= englishNames()
  return codes.get(text) ?? null
}

function englishNames(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  const found = new Map<string, string>()
  for (const a of 'abcdefghijklmnopqrstuvwxyz') {
    for (const b of 'abcdefghijklmnopqrstuvwxyz') {
      const name = names.of(a + b)
      if (name && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), a + b)
    }
  }
  return found
}
