import { hasRules } from '#language'
import { type CheckResult, type Finding, formatMessage, type Severity, type UiLanguage, UserError } from '#model'
import { type Check, type CheckInputs, type Draft, GRANTS, type Need } from '../checks/define-check.js'
import { fingerprintAll } from './fingerprint.js'

const LOUDNESS: Severity[] = ['error', 'warning', 'info']
type Reason = Record<UiLanguage, string>
type Reported = { check: Check; draft: Draft }

/** What a story can lack. Claims can't be lacking: an article without figures has been looked through. */
const MISSING: Partial<Record<Need, { when(inputs: CheckInputs): boolean; reason: Reason }>> = {
  transcripts: {
    when: ({ transcripts }) => transcripts.length === 0,
    reason: { sv: 'inga inspelningar och inga utskrifter', en: 'no recordings and no transcripts' },
  },
  alignments: {
    when: ({ transcripts }) => transcripts.length === 0,
    reason: { sv: 'inga inspelningar och inga utskrifter', en: 'no recordings and no transcripts' },
  },
  datasets: {
    when: ({ datasets }) => datasets.length === 0,
    reason: { sv: 'inga tabeller', en: 'no tables' },
  },
  namesList: {
    when: ({ namesList }) => namesList === null,
    reason: { sv: 'ingen egen namnlista', en: "no newsroom's list of names" },
  },
  published: {
    when: ({ published }) => published === null,
    reason: { sv: 'inget publiceringsdatum', en: 'no publication date' },
  },
}

/**
 * Runs checks over what the stages before found out. Each check gets only what it asked for, frozen (the inputs
 * themselves are frozen, not copied); one that throws is an `error` of its own and its findings are dropped.
 * Findings are ordered by severity, then by their place in the article.
 * @param options per check id; what a check leaves out has its default
 * @throws UserError when an option is unknown or has a wrong value
 */
export function runChecks(
  checks: readonly Check[],
  inputs: CheckInputs,
  options: Record<string, unknown> = {},
): { findings: Omit<Finding, 'ruling'>[]; results: CheckResult[] } {
  const parsed = parseCheckOptions(checks, options)
  const all: Reported[] = []
  const results = checks.map((check): CheckResult => {
    const ran = { id: check.id, version: check.version }
    const reason = whyNotApplicable(check, inputs)
    if (reason) return { ...ran, outcome: 'not-applicable', reason, findings: 0 }
    try {
      const own = runOne(check, inputs, parsed[check.id] ?? {})
      all.push(...own)
      return { ...ran, outcome: 'ran', findings: own.length }
    } catch (error) {
      return { ...ran, outcome: 'error', reason: failure(error), findings: 0 }
    }
  })
  return { findings: stamp(all), results }
}

/** Each check's options with defaults filled in. @throws UserError as `runChecks` does. */
export function parseCheckOptions(
  checks: readonly Check[],
  options: Record<string, unknown>,
): Record<string, Record<string, unknown>> {
  const unknown = Object.keys(options).find((id) => !checks.some((check) => check.id === id))
  if (unknown !== undefined) {
    throw new UserError('unknown-check', {
      sv: `Inställningarna nämner kontrollen "${unknown}", som inte finns. Kontroller: ${checks.map((c) => c.id).join(', ')}.`,
      en: `The options name the check "${unknown}", which does not exist. Checks: ${checks.map((c) => c.id).join(', ')}.`,
    })
  }
  const entries = checks.map((check) => {
    const result = check.options.safeParse(options[check.id] ?? {})
    if (result.success) return [check.id, result.data] as const
    const [issue] = result.error.issues
    const where = [check.id, ...(issue?.path ?? [])].join('.')
    throw new UserError('bad-check-option', {
      sv: `Inställningen ${where} går inte att använda (${issue?.message}). Se ordagrant explain ${check.id}.`,
      en: `The option ${where} can't be used (${issue?.message}). See ordagrant explain ${check.id}.`,
    })
  })
  return Object.fromEntries(entries)
}

function whyNotApplicable(check: Check, inputs: CheckInputs): Reason | null {
  if (check.rules && !hasRules(inputs.language)) {
    const what = { names: { sv: 'namn', en: 'names' }, figures: { sv: 'tal', en: 'figures' } }[check.rules]
    return {
      sv: `inga regler för ${what.sv} på det här språket (${inputs.language})`,
      en: `no rules for ${what.en} in this language (${inputs.language})`,
    }
  }
  const missing = (need: Need) => (MISSING[need]?.when(inputs) ? MISSING[need].reason : null)
  for (const need of check.needs) {
    const reason = missing(need)
    if (reason) return reason
  }
  const lacks = (check.oneOf ?? []).map(missing)
  if (lacks.length === 0 || lacks.includes(null)) return null
  const join = (language: UiLanguage, and: string) => [...new Set(lacks.map((r) => r![language]))].join(and)
  return { sv: join('sv', ', '), en: join('en', ', ') }
}

function runOne(check: Check, inputs: CheckInputs, options: object): Reported[] {
  const keys = [...check.needs, ...(check.oneOf ?? [])].flatMap((need) => GRANTS[need])
  const granted = Object.fromEntries(keys.map((key) => [key, deepFreeze(inputs[key])]))
  const own: Reported[] = []
  check.run(deepFreeze(granted), deepFreeze(options), (draft) => {
    hold(check, draft)
    own.push({ check, draft })
  })
  return own
}

/** Holds a check to the rules of conduct. */
function hold(check: Check, draft: Draft): void {
  if (draft.severity === 'error' && draft.standing !== 'contradicted') {
    throw new Error(`${check.id}: only what is contradicted may be an error`)
  }
  if (LOUDNESS.indexOf(draft.severity) < LOUDNESS.indexOf(check.severity)) {
    throw new Error(`${check.id}: a finding is louder than the check may be`)
  }
  for (const language of ['sv', 'en'] as const) textOf(check, draft, language)
}

/** The text of a finding; a number is written with the decimal sign of the language. */
function textOf(check: Check, { message }: Draft, language: UiLanguage): string {
  const values = Object.entries(message.values).map(([name, value]) => [
    name,
    language === 'sv' && typeof value === 'number' ? String(value).replace('.', ',') : value,
  ])
  return formatMessage(check.messages, { id: message.id, values: Object.fromEntries(values) }, language)
}

/** Names the error's class and no more: its text may hold words of the article. */
function failure(error: unknown): Reason {
  const name = error instanceof Error ? error.constructor.name : typeof error
  return {
    sv: `kontrollen avbröts av ett fel i programmet (${name}); de andra är inte berörda`,
    en: `the check was stopped by an error in the program (${name}); the others are not affected`,
  }
}

const position = ({ draft }: Reported): number =>
  draft.place.kind === 'article' ? draft.place.start : Number.POSITIVE_INFINITY
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/** Numbers equal facts in article order, then puts the loudest first. */
function stamp(all: Reported[]): Omit<Finding, 'ruling'>[] {
  const inArticleOrder = all.toSorted((a, b) => compare(position(a), position(b)))
  const prints = fingerprintAll(inArticleOrder.map(({ check, draft }) => ({ ...draft.identity, kind: check.id })))
  return inArticleOrder
    .map((reported, i) => ({ reported, print: prints[i]! }))
    .toSorted((a, b) =>
      compare(LOUDNESS.indexOf(a.reported.draft.severity), LOUDNESS.indexOf(b.reported.draft.severity)),
    )
    .map(({ reported, print }) => toFinding(reported, print))
}

function toFinding({ check, draft }: Reported, print: string): Omit<Finding, 'ruling'> {
  const { standing, severity, confidence, message, place, actual, expected, evidence, suggestions } = draft
  return {
    id: print.slice(0, 10),
    fingerprint: print,
    check: check.id,
    standing,
    severity,
    confidence: {
      overall: hundredths(confidence.overall),
      ...(confidence.recognition === undefined ? {} : { recognition: hundredths(confidence.recognition) }),
      ...(confidence.alignment === undefined ? {} : { alignment: hundredths(confidence.alignment) }),
      ...(confidence.match === undefined ? {} : { match: hundredths(confidence.match) }),
    },
    message: {
      id: message.id,
      values: message.values,
      sv: textOf(check, draft, 'sv'),
      en: textOf(check, draft, 'en'),
    },
    place,
    actual,
    expected,
    evidence,
    suggestions,
  }
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) deepFreeze(inner)
  return value
}
