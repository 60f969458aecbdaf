import type { Finding, Report } from '#model'

const place = {
  kind: 'article' as const,
  path: 'article.md',
  line: 1,
  column: 1,
  start: 0,
  end: 4,
  excerpt: 'Text',
  block: 'body' as const,
}

/** A fingerprint that begins with some hexadecimal digits. */
export const print = (beginning: string) => beginning.padEnd(64, '0')

export function aFinding(changes: Partial<Finding> = {}): Finding {
  return {
    id: print('aaaa1').slice(0, 10),
    fingerprint: print('aaaa1'),
    check: 'altered-quotes',
    standing: 'contradicted',
    severity: 'error',
    confidence: { overall: 0.9 },
    message: { id: 'altered', values: {}, sv: 'ändrat', en: 'altered' },
    place,
    actual: 'är',
    expected: ['kan vara'],
    evidence: [],
    suggestions: [],
    ...changes,
  }
}

export function aRecording(changes: Partial<Report['recordings'][number]> = {}): Report['recordings'][number] {
  return {
    id: 'r1',
    path: 'audio/a.mp3',
    sha256: print('b'),
    seconds: 200,
    speechSeconds: 100,
    heardSeconds: 100,
    unheard: [],
    language: 'sv',
    ...changes,
  }
}

/** The smallest report that holds to its contract, with changes. */
export function aReport(changes: Partial<Report> = {}): Report {
  return {
    schema: 'ordagrant-report/1',
    tool: { name: 'ordagrant', version: '0.0.0' },
    settings: {},
    story: {
      title: 'Text',
      language: 'sv',
      published: null,
      recordings: 'partial',
      article: { path: 'article.md', sha256: print('c'), words: 1 },
    },
    recordings: [],
    transcripts: [],
    datasets: [],
    model: null,
    checks: [],
    coverage: {
      quotations: { total: 0, located: 0, undecided: 0, notFound: 0, notHeard: 0 },
      statements: { total: 0, located: 0 },
      quantities: { total: 0, compared: 0, notCheckable: 0 },
      times: { total: 0, resolved: 0 },
      names: { people: 0, mentions: 0, checkedAgainst: [] },
      audio: { seconds: 0, speechSeconds: 0, heardSeconds: 0 },
    },
    quotations: [],
    statements: [],
    people: [],
    quantities: [],
    times: [],
    findings: [],
    rulings: { used: 0, unused: [] },
    warnings: [],
    timings: {},
    ...changes,
  }
}

export function aPerson(changes: Partial<Report['people'][number]> = {}): Report['people'][number] {
  return {
    id: print('bbbb1').slice(0, 10),
    fingerprint: print('bbbb1'),
    name: 'Anna Lind',
    spellings: [],
    roles: [],
    spellingCheckedAgainst: [],
    heard: [],
    ...changes,
  }
}
