import {
  type Alignment,
  type Article,
  type AudioPlace,
  type Claims,
  type Comparison,
  formatMessage,
  type Message,
  type MessageTable,
  type Outcome,
  type Reliability,
  type Report,
} from '#model'
import type { FactStamp } from './fingerprint-facts.js'
import { reasons } from './texts/index.js'

/** What the facts of a report are made from. */
export interface Facts {
  article: Article
  claims: Claims
  alignments: Alignment[]
  reliabilities: ReadonlyMap<string, Reliability>
  comparisons: Comparison[]
  stamps: Map<string, FactStamp>
  hasTables: boolean
  tables: { alignment: MessageTable; comparison: MessageTable }
}

type Text = { sv: string; en: string }

const inBoth = (table: MessageTable, message: Message): Text => ({
  sv: formatMessage(table, message, 'sv'),
  en: formatMessage(table, message, 'en'),
})
const reasonText = (table: MessageTable, message: Message) => ({ id: message.id, ...inBoth(table, message) })
const own = (id: keyof typeof reasons) => ({ id, ...reasons[id] })

function stampOf({ stamps }: Facts, id: string): FactStamp {
  const stamp = stamps.get(id)
  if (!stamp) throw new Error(`No fingerprint for ${id}`)
  return stamp
}

const about = ({ comparisons }: Facts, ...claims: string[]) => comparisons.filter(({ claim }) => claims.includes(claim))
const alignmentOf = ({ alignments }: Facts, id: string) => alignments.find(({ claim }) => claim === id)

export function reportQuotations(facts: Facts): Report['quotations'] {
  return facts.claims.quotations.map(({ id, place, text, speaker }) => {
    const alignment = alignmentOf(facts, id)
    const reliability = facts.reliabilities.get(id)
    return {
      ...stampOf(facts, id),
      place,
      text,
      speaker,
      speakerCheck: alignment?.speakerCheck ?? 'not-checked',
      grade: alignment?.grade ?? 'not-found',
      ...(alignment?.spliced ? { spliced: true as const } : {}),
      why: alignment ? inBoth(facts.tables.alignment, { id: alignment.why, values: {} }) : reasons['no-sound'],
      pieces: alignment?.pieces ?? [],
      ...(alignment?.alternatives ? { alternatives: alignment.alternatives } : {}),
      gaps: alignment?.gaps ?? [],
      context: alignment?.context ?? { before: '', after: '' },
      edits: alignment?.edits ?? [],
      ...(reliability ? { reliability } : {}),
    }
  })
}

export function reportStatements(facts: Facts): Report['statements'] {
  return facts.claims.statements.map(({ id, place, text, statementKind }) => {
    const alignment = alignmentOf(facts, id)
    return {
      ...stampOf(facts, id),
      place,
      text,
      kind: statementKind,
      pieces: alignment?.pieces ?? [],
      edits: alignment?.edits ?? [],
    }
  })
}

export function reportPeople(facts: Facts): Report['people'] {
  return facts.claims.people.map(({ id, name, spellings, roles, mentions }) => {
    const comparisons = about(facts, ...mentions)
    return {
      ...stampOf(facts, id),
      name,
      spellings,
      roles,
      spellingCheckedAgainst: checkedAgainst(comparisons),
      heard: comparisons.map(({ place }) => place).filter((place): place is AudioPlace => place?.kind === 'audio'),
    }
  })
}

/** Sound never tells how a name is spelled, unless somebody spells it letter by letter. */
function checkedAgainst(comparisons: Comparison[]): Report['people'][number]['spellingCheckedAgainst'] {
  const spelling = comparisons.filter(({ aspect, outcome }) => aspect === 'spelling' && outcome !== 'not-checkable')
  const by = {
    'names-list': spelling.some(({ against }) => against === 'names-list'),
    dataset: spelling.some(({ against }) => against === 'dataset' || against === 'cell'),
    'spelled-out': spelling.some(({ against, reason }) => against === 'audio' && reason.id.includes('spelled')),
  }
  return (['names-list', 'dataset', 'spelled-out'] as const).filter((name) => by[name])
}

const shown = ['cell', 'article', 'audio'] as const
type Shown = (typeof shown)[number]
const isShown = (against: Comparison['against']): against is Shown => (shown as readonly string[]).includes(against)

/** The loudest outcome of several, and the first comparison that had it. */
const byLoudness: Outcome[] = ['disagrees', 'depends', 'agrees', 'not-checkable']
function loudest(comparisons: Comparison[]): Comparison | undefined {
  return byLoudness.map((outcome) => comparisons.find((comparison) => comparison.outcome === outcome)).find(Boolean)
}

export function reportQuantities(facts: Facts): Report['quantities'] {
  const { comparison: table } = facts.tables
  const timeText = new Map(facts.claims.times.map(({ id, text }) => [id, text]))
  return facts.claims.quantities.map(({ id, place, text, value, unit, counted, hedge, times, where }) => {
    const comparisons = about(facts, id)
    const decisive = loudest(comparisons)
    const time = timeText.get(times[0] ?? '')
    return {
      ...stampOf(facts, id),
      place,
      text,
      value,
      unit,
      counted: counted?.text ?? null,
      ...(hedge === null ? {} : { hedge }),
      ...(time === undefined ? {} : { time }),
      ...(where[0] === undefined ? {} : { where: where[0] }),
      outcome: decisive?.outcome ?? 'not-checkable',
      reason: decisive ? reasonText(table, decisive.reason) : own(facts.hasTables ? 'nothing-to-compare' : 'no-table'),
      comparisons: comparisons.flatMap(({ against, place, value, calculation, outcome, reason }) =>
        isShown(against) ? [{ against, place, value, calculation, outcome, reason: reasonText(table, reason) }] : [],
      ),
    }
  })
}

export function reportTimes(facts: Facts): Report['times'] {
  return facts.claims.times.map(({ id, place, text, from, to, anchor }) => {
    const decisive = loudest(about(facts, id))
    return {
      ...stampOf(facts, id),
      place,
      text,
      from,
      to,
      anchor,
      outcome: decisive?.outcome ?? 'not-checkable',
      reason: decisive
        ? reasonText(facts.tables.comparison, decisive.reason)
        : own(from === null ? 'time-unresolved' : 'time-resolved'),
    }
  })
}
