import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Report, Ruling, type Verdict } from '#model'
import { writeAtomically } from './artifacts-write.js'
import { limits } from './story-file.js'
import { errors } from './texts/index.js'

/** `text` is what was ruled about, for whoever reads the file; only the fingerprint counts. */
const StoredRuling = z.looseObject({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  text: z.string().optional(),
  ...Ruling.shape,
})
type StoredRuling = z.infer<typeof StoredRuling>
const RulingsFile = z.looseObject({ schema: z.literal('ordagrant-rulings/1'), rulings: z.array(StoredRuling) })
type RulingsFile = z.infer<typeof RulingsFile>

const fileName = 'rulings.json'

/**
 * Reads a folder's rulings.json; an absent file holds none.
 * @throws UserError (exit 2) when it cannot be understood: what people decided is never dropped in silence.
 */
export async function readRulings(folder: string): Promise<RulingsFile> {
  const path = join(folder, fileName)
  let source: string
  try {
    if ((await stat(path)).size > limits.rulings) throw errors.rulingsInvalid(path, 'too large')
    source = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { schema: 'ordagrant-rulings/1', rulings: [] }
    throw (error as NodeJS.ErrnoException).code === 'EACCES' ? errors.noPermission(path) : error
  }
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    throw errors.rulingsInvalid(path, 'JSON')
  }
  const result = RulingsFile.safeParse(value)
  if (result.success) return result.data
  throw errors.rulingsInvalid(path, result.error.issues[0]?.path.join('.') || 'rulings')
}

/**
 * The rulings of several folders by fingerprint; of two for one fact the later counts.
 */
export async function gatherRulings(folders: string[]): Promise<Map<string, Ruling>> {
  const rulings = new Map<string, Ruling>()
  for (const folder of folders) {
    for (const { fingerprint, verdict, reason, note, by, at } of (await readRulings(folder)).rulings) {
      const before = rulings.get(fingerprint)
      if (before && before.at > at) continue
      rulings.set(fingerprint, { verdict, ...(reason ? { reason } : {}), ...(note ? { note } : {}), by, at })
    }
  }
  return rulings
}

/** Everything in a report that can be ruled. */
export function factsOf(
  report: Report,
): { id: string; fingerprint: string; ruling?: Ruling | undefined; text: string }[] {
  return [
    ...report.findings.map((finding) => ({ ...finding, text: `${finding.check}: ${finding.actual}` })),
    ...report.quotations,
    ...report.statements,
    ...report.people.map((person) => ({ ...person, text: person.name })),
    ...report.quantities,
    ...report.times,
  ]
}

/** Writes each ruling beside its fact, and which rulings no fact answers to any more. */
export function applyRulings(report: Report, rulings: Map<string, Ruling>): Report {
  const used = new Set<string>()
  const ruled = <T extends { fingerprint: string }>(facts: T[]): T[] =>
    facts.map((fact) => {
      const ruling = rulings.get(fact.fingerprint)
      if (!ruling) return fact
      used.add(fact.fingerprint)
      return { ...fact, ruling }
    })
  const applied = {
    ...report,
    quotations: ruled(report.quotations),
    statements: ruled(report.statements),
    people: ruled(report.people),
    quantities: ruled(report.quantities),
    times: ruled(report.times),
    findings: ruled(report.findings),
  }
  const unused = [...rulings.keys()].filter((fingerprint) => !used.has(fingerprint)).sort()
  return { ...applied, rulings: { used: used.size, unused } }
}

/**
 * Adds a ruling to a folder's rulings.json, in place of an earlier one on the same fact.
 * @param ruled.id The fact's id or the beginning of its fingerprint, at least four characters.
 * @throws UserError (exit 2) when no fact, or more than one, answers to the id.
 */
export async function addRuling(
  folder: string,
  report: Report,
  ruled: { id: string; verdict: Verdict; reason?: string; note?: string; by: string; at: string },
): Promise<{ fingerprint: string; text: string }> {
  const { id, ...ruling } = ruled
  const facts = factsOf(report).filter(({ fingerprint }) => id.length >= 4 && fingerprint.startsWith(id.toLowerCase()))
  const [fact, other] = facts
  if (!fact) throw errors.factUnknown(id, join(folder, 'report.json'))
  if (other) throw errors.factAmbiguous(id)
  const file = await readRulings(folder)
  const { fingerprint, text } = fact
  const rulings: StoredRuling[] = [
    ...file.rulings.filter((stored) => stored.fingerprint !== fingerprint),
    { fingerprint, text, ...ruling },
  ]
  await writeAtomically(join(folder, fileName), `${JSON.stringify({ ...file, rulings }, null, 2)}\n`)
  return { fingerprint, text }
}
