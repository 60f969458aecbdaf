import pc from 'picocolors'
import type { Finding, Report, UiLanguage } from '#model'
import { clockSpan, fileName } from './numbers.js'
import { type NumberedFinding, orderFindings } from './order.js'
import { otherSide, printedLabel } from './sides.js'
import { standingText } from './states.js'
import { type Texts, textsIn } from './texts/index.js'
import { uncheckedGroups } from './unchecked.js'
import { clean, wrap } from './wrap.js'

export interface TerminalOptions {
  uiLanguage: UiLanguage
  color: boolean
  /** Shows information and rulings in full, the evidence, and every single thing that was not checked. */
  verbose: boolean
  /** Where the reports were written, printed last. */
  files?: string[]
  /** Whether the page holds sound: said here as it is said there. Default: not mentioned. */
  holdsSound?: boolean
}

type Colors = ReturnType<typeof pc.createColors>

/** The summary for a terminal, at most 80 columns but for words that are longer themselves. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const t = textsIn(options.uiLanguage, report)
  const colors = pc.createColors(options.color)
  const { attention, information, ruled } = orderFindings(report)
  const { total, located } = report.coverage.quotations
  const counts = { attention: attention.length, information: information.length, located, quotations: total }
  const shown = options.verbose ? [...attention, ...information, ...ruled] : attention
  const lines = [
    ...wrap(report.story.title).map(colors.bold),
    ...report.recordings.flatMap(({ path, note }) => (note ? wrap(`${fileName(path)}: ${note}`) : [])),
    ...wrap(t.summary(counts)),
    ...(ruled.length > 0 ? wrap(t.summaryRuled(ruled.length)) : []),
    ...shown.flatMap((numbered) => ['', ...findingLines(report, numbered, options, colors)]),
    '',
    ...uncheckedLines(report, options, colors),
    ...(options.holdsSound ? ['', ...wrap(t.holdsSound)] : []),
    ...(options.files?.length ? ['', ...options.files.map((file) => `${t.writtenTo}: ${clean(file)}`)] : []),
  ]
  return `${lines.join('\n')}\n`
}

function findingLines(
  report: Report,
  { number, finding: f }: NumberedFinding,
  options: TerminalOptions,
  colors: Colors,
): string[] {
  const t = textsIn(options.uiLanguage, report)
  const tint = f.severity === 'error' ? colors.red : f.severity === 'warning' ? colors.yellow : colors.dim
  const head = `${number}. ${t.checks[f.check] ?? f.check} – ${standingText(f, t).toLowerCase()}, ${t.confidence(f.confidence.overall)}`
  const at = [
    f.place.kind === 'article' ? `${f.place.path}:${f.place.line}:${f.place.column}` : '',
    ...f.evidence.flatMap(({ place }) => {
      if (place.kind !== 'audio') return []
      const source = [...report.recordings, ...report.transcripts].find(({ id }) => id === place.recording)
      const name = source ? fileName(source.path) : place.recording
      const span = clockSpan(place.startSeconds, place.endSeconds)
      return [report.recordings.length === 1 ? span : `${span} ${name}`]
    }),
  ]
  const other = otherSide(report, f, t)
  const others = other?.readings.map((text) => side(t, other.label, text)) ?? []
  if (other?.readings.length === 0) others.push(wrap(t.notInSound, '   '))
  const unsaid = f.evidence.filter(({ place, text }) => place.kind !== 'audio' || !other?.readings.includes(text))
  const rule = f.ruling
    ? wrap(`${t.verdicts[f.ruling.verdict].name} – ${t.ruledBy(f.ruling.by, f.ruling.at)}`, '   ')
    : [colors.dim(`   ordagrant rule ${clean(f.id)} stet --by ${t.byPlaceholder}`)]
  return [
    ...wrap(head, '', '   ').map(tint),
    ...wrap(at.filter(Boolean).join(', '), '   ').map(colors.dim),
    ...wrap(f.message[options.uiLanguage], '   '),
    ...side(t, printedLabel(f, t), f.actual),
    ...others.flat(),
    ...(options.verbose ? unsaid.flatMap((evidence) => evidenceLine(evidence, t)) : []),
    ...rule,
  ]
}

const side = (t: Texts, label: string, text: string): string[] => wrap(`${label}: ${t.quoted(text)}`, '   ', '     ')

function evidenceLine({ place, text }: Finding['evidence'][number], t: Texts): string[] {
  if (place.kind === 'article') return wrap(`${t.line(place.line)}: ${text}`, '   ', '     ')
  if (place.kind === 'cell') return wrap(`${t.table}: ${text} (${place.rowKey}, ${place.column})`, '   ', '     ')
  return side(t, t.heard, text)
}

function uncheckedLines(report: Report, { uiLanguage, verbose }: TerminalOptions, colors: Colors): string[] {
  const t = textsIn(uiLanguage, report)
  const groups = uncheckedGroups(report, uiLanguage)
  if (groups.length === 0) return wrap(t.unchecked.nothing)
  return [
    colors.bold(t.sections.unchecked),
    ...groups.flatMap(({ title, items }) => {
      const only = items[0]
      if (!verbose && items.length > 1) return wrap(`${title}: ${items.length}`, ' – ', '   ')
      if (!verbose && only) return wrap(`${title}: ${[only.text, only.why].filter(Boolean).join(' – ')}`, ' – ', '   ')
      return [
        ...wrap(title, ' – ', '   '),
        ...items.flatMap((item) => wrap([item.text, item.why].filter(Boolean).join(' – '), '   · ', '     ')),
      ]
    }),
  ]
}
