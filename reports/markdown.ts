import type { Finding, Report, UiLanguage } from '#model'
import { clock, clockSpan, dateSpan, fileName } from './numbers.js'
import { type NumberedFinding, orderFindings } from './order.js'
import { otherSide, printedLabel } from './sides.js'
import { sourceName } from './source-name.js'
import { standingText } from './states.js'
import { type Texts, textsIn } from './texts/index.js'
import { pieceSpan, uncheckedGroups } from './unchecked.js'

/** report.md: the same order as the page, short enough for an e-mail or a pull request. */
export function renderMarkdown(report: Report, uiLanguage: UiLanguage): string {
  const t = textsIn(uiLanguage, report)
  const { attention, information, ruled } = orderFindings(report)
  const { total, located } = report.coverage.quotations
  const counts = { attention: attention.length, information: information.length, located, quotations: total }
  const made = [
    `# ${plain(report.story.title)}`,
    [
      report.story.published ? t.published(report.story.published) : t.unpublished,
      fileName(report.story.article.path),
      t.tool(report.tool.version),
    ]
      .map(plain)
      .join(' · '),
    `**${t.summary(counts)}**`,
    material(report, t),
    ...section(
      t.sections.attention,
      attention.map((numbered) => finding(report, numbered, uiLanguage)),
      t.nothingToSee,
    ),
    ...section(
      t.sections.information,
      information.map((numbered) => finding(report, numbered, uiLanguage)),
    ),
    ...section(
      t.sections.ruled,
      ruled.map((numbered) => finding(report, numbered, uiLanguage)),
    ),
    ...section(t.sections.quotations, [quotations(report, t)], t.noneFound),
    ...section(t.sections.people, [people(report, t)]),
    ...section(t.sections.figures, [facts(report.quantities, t, uiLanguage)]),
    ...section(t.sections.times, [facts(report.times, t, uiLanguage)]),
    ...section(t.sections.unchecked, [unchecked(report, uiLanguage)], t.unchecked.nothing),
  ]
  return `${made.filter(Boolean).join('\n\n')}\n`
}

function section(title: string, parts: string[], empty?: string): string[] {
  const body = parts.filter(Boolean)
  if (body.length === 0) return empty ? [`## ${title}`, empty] : []
  return [`## ${title}`, ...body]
}

function material(report: Report, t: Texts): string {
  const lines = [
    ...report.recordings.map(
      (r) => `- ${t.recording}: ${plain(fileName(r.path))}${r.note ? ` – ${plain(r.note)}` : ''}`,
    ),
    ...report.transcripts.map((r) => `- ${t.transcript}: ${plain(fileName(r.path))}`),
    ...report.datasets.map(
      (d) => `- ${t.dataset}: ${plain(d.title)}${d.status ? ` (${t.status[d.status] ?? plain(d.status)})` : ''}`,
    ),
  ]
  return `${t.checkedAgainst}:\n\n${lines.length > 0 ? lines.join('\n') : t.nothingToCheckAgainst}`
}

function finding(report: Report, { number, finding: f }: NumberedFinding, language: UiLanguage): string {
  const t = textsIn(language, report)
  const at = f.place.kind === 'article' ? ` (${f.place.line}:${f.place.column})` : ''
  const other = otherSide(report, f, t)
  const others = other?.readings.map((text) => `- ${other.label}: ${t.quoted(plain(text))}`) ?? []
  if (other?.readings.length === 0) others.push(`- ${t.notInSound}`)
  const verdict = `${standingText(f, t)} · ${t.severity[f.severity]} · ${t.confidence(f.confidence.overall)}`
  const rule = f.ruling
    ? `${t.verdicts[f.ruling.verdict].name} – ${plain(t.ruledBy(f.ruling.by, f.ruling.at))}${f.ruling.reason ? `: ${plain(f.ruling.reason)}` : ''}`
    : `\`ordagrant rule ${f.id} stet --by ${t.byPlaceholder}\``
  return [
    `### ${number}. ${t.checks[f.check] ?? plain(f.check)}${at}`,
    `${plain(f.message[language])}`,
    [
      `- ${printedLabel(f, t)}: ${t.quoted(plain(f.actual))}`,
      ...others,
      ...f.evidence.map((evidence) => `- ${evidenceLine(report, evidence, t)}`),
      ...f.suggestions.map(({ text, reason }) => `- ${t.suggestions}: ${t.quoted(plain(text))} – ${plain(reason)}`),
      `- ${verdict}`,
      `- ${rule}`,
    ].join('\n'),
  ].join('\n\n')
}

function evidenceLine(report: Report, { place, text }: Finding['evidence'][number], t: Texts): string {
  if (place.kind === 'article') return `${t.line(place.line)}: ${plain(text)}`
  if (place.kind === 'cell') {
    const dataset = report.datasets.find(({ id }) => id === place.dataset)
    const status = place.status && place.status !== 'final' ? ` – ${t.status[place.status] ?? plain(place.status)}` : ''
    return `${t.table}: ${plain(text)} (${plain(dataset?.title ?? place.dataset)}: ${plain(`${place.rowKey}, ${place.column}`)})${status}`
  }
  return `${clockSpan(place.startSeconds, place.endSeconds)} (${plain(sourceName(report, place.recording))}): ${plain(text)}`
}

const quotations = (report: Report, t: Texts): string =>
  report.quotations
    .map((q) => {
      const spans = q.pieces.map(pieceSpan).filter(Boolean).join(', ')
      const speaker = q.pieces.length > 0 ? `; ${t.speakerChecks[q.speakerCheck].toLowerCase()}` : ''
      const line = `- ${t.line(q.place.line)}${spans && ` (${spans})`}: ${t.quoted(plain(q.text))} **${t.grades[q.grade]}**${q.spliced && q.grade !== 'spliced' ? `, ${t.alsoSpliced}` : ''}${speaker}`
      const also = (q.alternatives ?? []).map(({ startSeconds, source, heard }) => {
        const at = startSeconds === null ? null : clock(startSeconds)
        return `${plain(t.alsoPossible(at, sourceName(report, source)))}: ${t.quoted(plain(heard))}`
      })
      const below = [...also, ...(q.reliability ? [plain(t.reliability(q.reliability))] : [])]
      return [line, ...below.map((text) => `  - ${text}`)].join('\n')
    })
    .join('\n')

const people = (report: Report, t: Texts): string =>
  report.people
    .map((person) => {
      const spellings = person.spellings.map(
        (s) => `${plain(s.text)} (${t.times(s.count)}, ${t.lines(s.places.map((place) => place.line))})`,
      )
      const checked = person.spellingCheckedAgainst.map((source) => t.spellingSources[source]).join(', ')
      return `- ${spellings.join(' / ')}. ${t.spellingCheck}: ${checked || t.spellingUnchecked}`
    })
    .join('\n')

function facts(list: (Report['quantities'] | Report['times'])[number][], t: Texts, language: UiLanguage): string {
  return list
    .map((fact) => {
      const span = 'anchor' in fact ? dateSpan(fact.from, fact.to) : null
      const sums = 'comparisons' in fact ? fact.comparisons.flatMap((c) => c.calculation ?? []) : []
      const aside = [span, ...sums]
        .filter((text) => text !== null)
        .map(plain)
        .join('; ')
      return `- ${t.line(fact.place.line)}: ${t.quoted(plain(fact.text))}${aside && ` (${aside})`} **${t.outcomes[fact.outcome]}** – ${plain(fact.reason[language])}`
    })
    .join('\n')
}

const unchecked = (report: Report, language: UiLanguage): string =>
  uncheckedGroups(report, language)
    .map(({ title, items }) => {
      const lines = items.map((item) => {
        const at = item.place ? ` (${textsIn(language, report).line(item.place.line)})` : ''
        return `- ${plain(item.text)}${at}${item.why ? ` – ${plain(item.why)}` : ''}`
      })
      return `**${title}**\n\n${lines.join('\n')}`
    })
    .join('\n\n')

/** Text as text: one line, nothing in it read as Markdown or HTML. */
const plain = (text: string): string =>
  text
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#|~!]/g, '\\$&')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
