import type { Piece } from '#model'
import { clock } from '../numbers.js'
import { STATES, type State } from '../state.js'
import {
  comparedState,
  findingState,
  findingsAbout,
  personState,
  quotationState,
  statementState,
  statementText,
} from '../states.js'
import { blockSpan } from './block-span.js'
import { findingAnchor, type Page } from './context.js'

/** A fact as it is marked in the article: a span of one block's text, its state, and where the page tells more. */
export interface MarkedFact {
  block: number
  from: number
  to: number
  state: State
  anchor: string
  /** The finding's number, set as a footnote. */
  number?: number
  label: string
  /** When a passage was said, `1:28`. */
  time?: string
  statement?: true
}

function saidAt(piece: Piece | undefined): { time?: string } {
  return piece?.startSeconds == null ? {} : { time: clock(piece.startSeconds) }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Quotations and statements: what the whole of a passage is worth. They may overlap. */
export function passages(page: Page): MarkedFact[] {
  const { report, t } = page
  const found = [
    ...report.quotations.map((claim) => ({
      claim,
      state: quotationState(claim),
      label: `${t.margin.quotation}: ${lowerFirst(t.grades[claim.grade])}`,
    })),
    ...report.statements.map((claim) => {
      const state = statementState(claim, findingsAbout(report, claim))
      const said = lowerFirst(statementText(t, claim, state))
      return { claim, state, label: `${t.margin.statement}: ${said}`, statement: true as const }
    }),
  ]
  return found.flatMap(({ claim, ...fact }) =>
    span(page, claim.place, { ...fact, anchor: page.anchors.get(claim.id) ?? '', ...saidAt(claim.pieces[0]) }),
  )
}

/** Findings with every place they mention, names, figures and times: spans inside passages; they may overlap. */
export function details(page: Page): MarkedFact[] {
  const { report, findings, t, anchors } = page
  const found: MarkedFact[] = []
  for (const { number, finding } of findings.all) {
    const state = findingState(finding)
    const fact = { state, number, anchor: findingAnchor(number), label: t.checks[finding.check] ?? finding.check }
    for (const place of [finding.place, ...finding.evidence.map((evidence) => evidence.place)]) {
      if (place.kind === 'article') found.push(...span(page, place, fact))
    }
  }
  const add = (place: { start: number; end: number }, state: State, id: string, label: string) =>
    found.push(...span(page, place, { state, anchor: anchors.get(id) ?? '', label }))
  for (const fact of [...report.quantities, ...report.times]) {
    add(fact.place, comparedState(fact), fact.id, t.outcomes[fact.outcome])
  }
  for (const person of report.people) {
    const state = personState(person)
    for (const place of person.spellings.flatMap((spelling) => spelling.places)) {
      add(place, state, person.id, t.states[state])
    }
  }
  return found
}

function span(
  page: Page,
  place: { start: number; end: number },
  fact: Omit<MarkedFact, 'block' | 'from' | 'to'>,
): MarkedFact[] {
  const at = blockSpan(page.article, place.start, place.end)
  return at && at.from < at.to ? [{ block: at.block.index, from: at.from, to: at.to, ...fact }] : []
}

/** Keeps the loudest facts, the shortest first among equals, and drops what overlaps one already kept. */
export function withoutOverlaps(facts: MarkedFact[]): MarkedFact[] {
  const loudness = (fact: MarkedFact) => STATES.indexOf(fact.state)
  const wanted = [...facts].sort((a, b) => loudness(a) - loudness(b) || a.to - a.from - (b.to - b.from))
  const kept = new Map<number, MarkedFact[]>()
  for (const fact of wanted) {
    const inBlock = kept.get(fact.block) ?? []
    if (inBlock.some((other) => other.from < fact.to && fact.from < other.to)) continue
    kept.set(fact.block, [...inBlock, fact])
  }
  return [...kept.values()].flat().sort((a, b) => a.block - b.block || a.from - b.from)
}
