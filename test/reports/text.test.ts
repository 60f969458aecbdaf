import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '#model'
import { clipAt } from '../../reports/clip.js'
import { differences } from '../../reports/differences.js'
import { clipPlaces, renderMarkdown, renderSarif, renderTerminal } from '../../reports/index.js'
import { clock, clockSpan, dateSpan, decimal } from '../../reports/numbers.js'
import { orderFindings } from '../../reports/order.js'
import { textsIn } from '../../reports/texts/index.js'
import { uncheckedGroups } from '../../reports/unchecked.js'
import { everyStateReport } from './every-state.js'
import { storyReport } from './fixture.js'

const show = (runs: { text: string; differs: boolean }[]) =>
  runs.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')

describe('differing words', () => {
  test.each([
    ['de här åren', 'de här två åren', 'de här [] åren', 'de här [två] åren'],
    [
      'omfattning är relativt stor',
      'omfattning kan vara relativt stor',
      'omfattning [är] relativt stor',
      'omfattning [kan vara] relativt stor',
    ],
    ['Kristofferssen', 'Christofferssen', '[K]ristofferssen', '[Ch]ristofferssen'],
    ['Lind', 'Lund', 'L[i]nd', 'L[u]nd'],
    ['köparen', 'polisen', '[köparen]', '[polisen]'],
    ['Nej, det stämmer.', 'nej det stämmer', 'Nej, det stämmer.', 'nej det stämmer'],
    ['inte höjas', 'höjas', '[inte] höjas', '[] höjas'],
    ['', 'två', '[]', '[två]'],
    ['samma', 'samma', 'samma', 'samma'],
  ])('%s / %s', (left, right, markedLeft, markedRight) => {
    const runs = differences(left, right)
    expect(show(runs.left)).toBe(markedLeft)
    expect(show(runs.right)).toBe(markedRight)
  })

  test('very long sides are not compared', () => {
    const long = 'ord '.repeat(5000)
    expect(differences(long, 'ord').left).toEqual([{ text: long, differs: false }])
  })
})

test('seconds, decimals and days as a reader writes them', () => {
  expect([clock(0), clock(88.9), clock(3723.2)]).toEqual(['0:00', '1:28', '1:02:03'])
  expect(clockSpan(88.57, 94.02)).toBe('1:28–1:35')
  expect([decimal(23.6, 'sv'), decimal(23.6, 'en'), decimal(-1.005, 'sv')]).toEqual(['23,6', '23.6', '−1'])
  expect(dateSpan('2013-01-01', '2013-12-31')).toBe('2013')
  expect(dateSpan('2014-01-01', '2015-12-31')).toBe('2014–2015')
  expect(dateSpan('2016-02-01', '2016-02-29')).toBe('2016-02')
  expect(dateSpan('2016-02-01', '2016-03-02')).toBe('2016-02-01–2016-03-02')
  expect(dateSpan('2016-02-03', '2016-02-03')).toBe('2016-02-03')
  expect(dateSpan(null, null)).toBeNull()
})

describe('clips', () => {
  test('cover every second the report plays with five on either side, merged, inside the recording', () => {
    const places = clipPlaces(storyReport())
    expect(places).toEqual([
      { recording: 'r1', startSeconds: 1.4, endSeconds: 108.91 },
      { recording: 'r1', startSeconds: 122.52, endSeconds: 179.76 },
      { recording: 'r1', startSeconds: 180, endSeconds: 192.4 },
    ])
  })

  test('are cut at the ends of the recording, and left out for transcripts without sound', () => {
    const report = storyReport()
    report.statements = []
    report.findings = []
    report.quantities = []
    report.people = []
    report.quotations = report.quotations.slice(0, 1)
    const piece = report.quotations[0]!.pieces[0]!
    Object.assign(piece, { startSeconds: 2, endSeconds: 196 })
    expect(clipPlaces(report)).toEqual([{ recording: 'r1', startSeconds: 0, endSeconds: 197.04 }])
    piece.source = 'tr1'
    expect(clipPlaces(report)).toEqual([])
  })

  test('are found by recording and second', () => {
    const clip = { recording: 'r1', startSeconds: 10, endSeconds: 20, mime: 'audio/mpeg', base64: '' }
    expect(clipAt([clip], 'r1', 10)).toBe(clip)
    expect(clipAt([clip], 'r1', 20)).toBeNull()
    expect(clipAt([clip], 'r2', 10)).toBeNull()
  })
})

test('findings: errors, warnings, information, then what a person ruled on', () => {
  const { attention, information, ruled, all } = orderFindings(everyStateReport())
  expect(attention.map(({ finding }) => finding.severity)).toEqual(['error', 'warning'])
  expect(information.map(({ finding }) => finding.severity)).toEqual(['info', 'info'])
  expect(ruled.map(({ finding }) => finding.ruling.verdict)).toEqual([
    'confirmed',
    'fixed',
    'stet',
    'needs-source',
    'not-checkable',
  ])
  expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('everything that was not checked is said, with its reason', () => {
  const lines = uncheckedGroups(everyStateReport(), 'sv', { clips: false }).flatMap(({ title, items }) =>
    items.map(({ text, why }) => [title, text, why].filter(Boolean).join(' | ')),
  )
  for (const expected of [
    /Underlag \| reporter\.txt saknar tider/,
    /Kontroller .* \| Namn stavat .*: gick sönder \| kontrollen gick sönder/,
    /Kontroller .* \| Delarna .*: inte tillämplig \| artikeln anger inga delar/,
    /Citat som inte hittades.* \| Strategin .* \| Ljudet är skadat/,
    /Citat som inte hittades.* \| Det står inte högst/,
    /Citat som ljudet inte kunde avgöra \| Nej, det säger/,
    /Ljud som inte hördes \| 2:00–2:11 ur .*: ljudet är skadat/,
    /Siffror .* \| två olika former \| Ingen tabell räknar former/,
    /Tidsuppgifter .* \| innevarande år/,
    /Uppgifter som ljudet inte belägger \| Sedan dess/,
    /Förbehåll .* \| anmalningar\.csv: Endast illustration/,
    /Förbehåll .* \| anmalningar\.csv: En ruta saknar värde/,
    /Varningar \| Inspelningen låter delvis som norska/,
    /Ljudklipp \| Ljudklippen är utelämnade/,
    /Avgöranden .* cccccccccc/,
  ]) {
    expect(lines.filter((line) => expected.test(line))).toHaveLength(1)
  }
  expect(lines.join('\n')).not.toMatch(/Namn vars stavning/)
})

test('one line speaks for all quotations whose speaker was not checked', () => {
  const groups = uncheckedGroups(storyReport(), 'en')
  expect(groups.find(({ title }) => title === 'Speakers not checked')?.items).toEqual([
    {
      text: 'All 5 quotations were heard with no speaker labelled. That the words are heard does not say who said them.',
    },
  ])
})

describe('terminal', () => {
  const options = { uiLanguage: 'sv', color: false, verbose: false } as const
  const text = renderTerminal(storyReport(), { ...options, files: ['report.html'], holdsSound: true })

  test('fits 80 columns, says both sides, place and seconds, what was not checked and where the report is', () => {
    for (const verbose of [false, true]) {
      const lines = renderTerminal(everyStateReport(), { ...options, verbose }).split('\n')
      expect(lines.filter((line) => [...line].length > 80)).toEqual([])
    }
    expect(text).toContain('6 saker att titta på, 2 upplysningar; 5 av 5 citat hittade i ljudet.')
    expect(text).toContain('   article.md:28:9, 1:28–1:35\n')
    expect(text).toContain('   Tryckt: ”de här åren”\n   Hört: ”de här två åren”\n')
    expect(renderTerminal(storyReport(), { ...options, uiLanguage: 'en', files: [], holdsSound: true })).toContain(
      '   Printed: “de här åren”\n   Heard: “de här två åren”\n',
    )
    expect(text).toContain('   Tryckt på rad 26: ”Christofferssen”\n   Tryckt på rad 13: ”Kristofferssen”\n')
    expect(text.indexOf('Inte kontrollerat')).toBeGreaterThan(text.indexOf('ordagrant rule'))
    expect(text.endsWith('\nRapporten: report.html\n')).toBe(true)
    expect(text).toContain('Syntetiskt tal')
  })

  test('colours only when asked to', () => {
    expect(text).not.toContain('\u001b')
    expect(renderTerminal(storyReport(), { ...options, color: true })).toContain('\u001b[31m')
  })
})

test('Markdown follows the order of the page', () => {
  const text = renderMarkdown(everyStateReport(), 'sv')
  expect(text.match(/^## .*$/gm)).toEqual(
    [
      'Att titta på',
      'Upplysningar',
      'Avgjort',
      'Citaten',
      'Personerna',
      'Siffrorna',
      'Tiderna',
      'Inte kontrollerat',
    ].map((title) => `## ${title}`),
  )
  expect(text).toContain('- Tryckt: ”de här åren”\n- Hört: ”de här två åren”')
  expect(text).toContain('stet – Maja Sund, 2016-03-08: Källan har godkänt ordalydelsen.')
})

test('below a quotation: where else it may have been said, and how often such a verdict was right', () => {
  const lines = renderMarkdown(everyStateReport(), 'sv').split('\n')
  expect(lines.filter((line) => line.startsWith('  - '))).toEqual([
    '  - Avvikelser av det här slaget (nekande ord, siffra) märktes i 72 av 77 provade fall (95 %-intervall 96–100 %), på syntetiskt tal med den inbyggda modellen.',
    '  - Också möjligt vid 3:01 i p4-varmland-sexhandeln.mp3: ”Under de här åren har vi aktualiserat problemet och vi har fått många lagförda”',
    '  - Besked om ändrade ord var rätt i 210 av 213 provade fall (95 %-intervall 96–100 %), på syntetiskt tal med den inbyggda modellen.',
  ])
  const english = renderMarkdown(storyReport(), 'en')
  expect(english).toContain(
    '  - Planted changes were noticed in 240 of 285 tried cases (95 % interval 80–88 %), on synthetic speech with the embedded model.',
  )
})

test('SARIF: levels, regions, related places and suppressions', () => {
  const { version, runs } = JSON.parse(renderSarif(everyStateReport(), 'en'))
  const [run] = runs
  expect(version).toBe('2.1.0')
  expect(run.columnKind).toBe('utf16CodeUnits')
  expect(run.results).toHaveLength(9)
  const name = run.results[0]
  expect(name).toMatchObject({ ruleId: 'name-variants', level: 'error', rank: 98 })
  expect(run.tool.driver.rules[name.ruleIndex].id).toBe('name-variants')
  expect(name.locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: 'article.md' },
    region: { startLine: 26, startColumn: 1, endLine: 26, endColumn: 21 },
  })
  expect(name.relatedLocations).toHaveLength(3)
  const levels = run.results.map((result: { level: string }) => result.level)
  expect(levels.slice(0, 4)).toEqual(['error', 'warning', 'note', 'note'])
  const ruled = run.results.filter((result: { suppressions?: unknown[] }) => result.suppressions?.length === 1)
  expect(ruled).toHaveLength(5)
  expect(ruled[2].suppressions[0]).toEqual({
    kind: 'external',
    status: 'accepted',
    justification: 'stet; Källan har godkänt ordalydelsen.; Maja Sund, 2016-03-08',
  })
  expect(run.invocations[0].executionSuccessful).toBe(false)
  expect(run.invocations[0].toolConfigurationNotifications[0].associatedRule.id).toBe('sum-mismatches')
})

test('every check has a title in both languages', () => {
  const ids = readdirSync(join(packageRoot(), 'checks'))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length))
  expect(ids.length).toBeGreaterThan(9)
  for (const language of ['sv', 'en'] as const) {
    expect(ids.filter((id) => textsIn(language).checks[id] === undefined)).toEqual([])
  }
})

test('a report of a story without recordings speaks of its transcripts', () => {
  const report = everyStateReport()
  const silent = { ...report, recordings: [] }
  expect(report.transcripts.length).toBeGreaterThan(0)
  for (const uiLanguage of ['sv', 'en'] as const) {
    const own = textsIn(uiLanguage, silent)
    expect(JSON.stringify(own)).not.toMatch(/\bljudet\b|\bthe sound\b/i)
    expect(own.summary({ attention: 0, information: 0, located: 2, quotations: 3 })).toMatch(/utskriften|transcript/)
    expect(textsIn(uiLanguage, report).summary({ attention: 0, information: 0, located: 2, quotations: 3 })).toMatch(
      /ljudet|sound/,
    )
  }
})
