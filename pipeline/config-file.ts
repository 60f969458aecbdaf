import { isScalar, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { FileSettings } from './config.js'
import { errors } from './texts/index.js'

const text = z.union([z.string(), z.number()]).transform(String)

/** story.yaml. Keys it does not know are left alone: a newsroom may keep its own beside ours. */
const StoryYaml = z.looseObject({
  title: text.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/i)
    .optional(),
  published: z
    .union([z.string(), z.number(), z.date().transform((day) => day.toISOString().slice(0, 10))])
    .transform(String)
    .optional(),
  recordings: z.enum(['complete', 'partial']).optional(),
  clips: z.enum(['embed', 'none']).optional(),
  model: z.string().min(1).optional(),
  notes: z.record(z.string(), text).optional(),
  options: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
})

/** What each key may be, for the error. */
const allowed: Record<string, { sv: string; en: string }> = {
  title: { sv: 'text', en: 'text' },
  language: { sv: 'en språkkod, till exempel sv', en: 'a language code, such as sv' },
  published: { sv: 'ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD', en: 'YYYY, YYYY-MM or YYYY-MM-DD' },
  recordings: { sv: 'complete eller partial', en: 'complete or partial' },
  clips: { sv: 'embed eller none', en: 'embed or none' },
  model: { sv: 'ett modellnamn eller en mapp', en: 'the name of a model or a folder' },
  notes: { sv: 'filnamn: text', en: 'file name: text' },
  options: { sv: 'kontrollens id: inställningar', en: 'id of a check: options' },
}

/**
 * Reads story.yaml.
 * @throws UserError (exit 2) that names the line, for YAML that does not parse and for a value that will not do.
 */
export function readSettingsFile(path: string, source: string): FileSettings {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const line = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const [problem] = document.errors
  if (problem) {
    throw errors.settingsInvalid(path, line(problem.pos[0]), {
      sv: 'är inte riktig YAML. Rätta raden.',
      en: 'is not proper YAML. Mend the line.',
    })
  }
  if (document.contents === null) return {}
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 50 })
  } catch {
    throw errors.settingsInvalid(path, 1, { sv: 'för många alias (&, *).', en: 'too many aliases (&, *).' })
  }
  const result = StoryYaml.safeParse(value)
  if (result.success) {
    const { title, language, published, recordings, clips, model, notes, options } = result.data
    return { title, language, published, recordings, clips, model, notes, checks: options }
  }
  const keys = result.error.issues[0]?.path ?? []
  const key = String(keys[0] ?? '')
  const node = document.getIn(keys, true)
  const offset = isScalar(node) ? node.range?.[0] : (node as { range?: [number] } | undefined)?.range?.[0]
  const expected = allowed[key]
  throw errors.settingsInvalid(
    path,
    line(offset ?? 0),
    expected
      ? { sv: `${key} ska vara ${expected.sv}.`, en: `${key} must be ${expected.en}.` }
      : { sv: 'filen ska bestå av rader med ”nyckel: värde”.', en: 'the file must consist of lines "key: value".' },
  )
}
