import type { Finding, Report } from '#model'
import { claimOf } from './states.js'
import type { Texts } from './texts/index.js'

/** What stands against the print: a label and the readings, none when the words were looked for in vain. */
export interface OtherSide {
  label: string
  readings: string[]
}

/** The printed side's label: with its line when the other side is print as well, since neither is then the right one. */
export function printedLabel({ place, evidence }: Finding, t: Texts): string {
  const againstPrint = evidence[0]?.type === 'mention'
  return againstPrint && place.kind === 'article' ? t.printedOn(place.line) : t.printed
}

/** Null when a finding has no other side to show: its message says all there is. */
export function otherSide(report: Report, finding: Finding, t: Texts): OtherSide | null {
  const { expected, evidence } = finding
  const readings = expected.length > 0 ? expected : [...new Set(evidence.map(({ text }) => text))]
  if (readings.length === 0) {
    const claim = claimOf(report, finding)
    return claim && claim.pieces.length === 0 ? { label: t.heard, readings } : null
  }
  const type = evidence[0]?.type ?? 'audio'
  if (type !== 'mention') return { label: type === 'cell' ? t.table : t.heard, readings }
  const other = evidence.find(({ text }) => text === readings[0])
  return { label: other?.place.kind === 'article' ? t.printedOn(other.place.line) : t.elsewhere, readings }
}
