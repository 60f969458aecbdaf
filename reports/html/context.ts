import type { Article, Report, UiLanguage } from '#model'
import type { Clip } from '../clip.js'
import { type OrderedFindings, orderFindings } from '../order.js'
import { type Texts, textsIn } from '../texts/index.js'
import { type UncheckedGroup, uncheckedGroups } from '../unchecked.js'

/** What every section of the page is made from. */
export interface Page {
  report: Report
  article: Article
  clips: readonly Clip[]
  made: string | null
  language: UiLanguage
  t: Texts
  findings: OrderedFindings
  unchecked: UncheckedGroup[]
  /** Claim, person or fact id → the id of its entry on the page. */
  anchors: Map<string, string>
  /** Clips whose player already stands on the page: each clip's sound is embedded once. */
  placedClips: Set<Clip>
}

export interface HtmlInput {
  report: Report
  article: Article
  clips: Clip[]
  uiLanguage: UiLanguage
  /** When the check was made, as it is to be printed. */
  made?: string
}

export function pageFrom({ report, article, clips, uiLanguage, made }: HtmlInput): Page {
  const anchors = new Map<string, string>()
  const facts = { q: report.quotations, s: report.statements, n: report.people, k: report.quantities, t: report.times }
  for (const [letter, list] of Object.entries(facts)) {
    list.forEach((fact, index) => {
      anchors.set(fact.id, `${letter}${index + 1}`)
    })
  }
  return {
    report,
    article,
    clips,
    made: made ?? null,
    language: uiLanguage,
    t: textsIn(uiLanguage, report),
    findings: orderFindings(report),
    unchecked: uncheckedGroups(report, uiLanguage, { clips: clips.length > 0 }),
    anchors,
    placedClips: new Set(),
  }
}

export const findingAnchor = (number: number): string => `f${number}`
