import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { defineCheck } from '../../checks/define-check.js'
import { explainCheck } from '../../checks/explain.js'
import { checks } from '../../checks/index.js'
import { fingerprint, fingerprintAll } from '../../pipeline/fingerprint.js'
import { runChecks } from '../../pipeline/run-checks.js'
import { buildInputs, type Short } from './story.js'

const folder = fileURLToPath(new URL('.', import.meta.url))
const room = fileURLToPath(new URL('../../checks/', import.meta.url))
const read = (path: string) => readFileSync(path, 'utf8')
const casesOf = (id: string) => (existsSync(folder + id) ? readdirSync(folder + id).sort() : [])
const story = (id: string, name: string) => buildInputs(parse(read(`${folder}${id}/${name}/input.yaml`)) as Short)
const expectedOf = (id: string, name: string) => read(`${folder}${id}/${name}/expected.txt`).trim()

const lines = (inputs: ReturnType<typeof buildInputs>) => {
  const { findings, results } = runChecks(checks, inputs)
  expect(results.filter((r) => r.outcome === 'error')).toEqual([])
  return findings
    .map(
      (f) =>
        `${f.severity} ${f.check} ${f.standing} "${f.actual}" → ${f.expected.map((e) => `"${e}"`).join(', ') || '–'}`,
    )
    .join('\n')
}

// Every case runs through all checks: what one of them owns no other may tell of.
for (const check of checks) {
  describe(check.id, () => {
    test.each(casesOf(check.id))('%s', (name) => {
      expect(lines(story(check.id, name))).toBe(expectedOf(check.id, name))
    })

    test('has at least two failing and two silent cases', () => {
      const own = casesOf(check.id).map((name) => expectedOf(check.id, name).includes(` ${check.id} `))
      expect(own.filter(Boolean).length).toBeGreaterThanOrEqual(2)
      expect(own.filter((says) => !says).length).toBeGreaterThanOrEqual(2)
    })

    test('has a page with every part in both languages', () => {
      const sv = explainCheck(check.id, 'sv')
      const en = explainCheck(check.id, 'en')
      expect(sv.match(/^### .+/gm)).toEqual([
        '### Vad den säger till om',
        '### Exempel',
        '### Varför det spelar roll',
        '### När den har fel',
        '### Inställningar',
      ])
      expect(en.match(/^### .+/gm)).toEqual([
        '### What it flags',
        '### Example',
        '### Why it matters',
        '### When it is wrong',
        '### Options',
      ])
      expect(`${sv}${en}`).not.toMatch(/^### .+\n\n(?=###|$)/m)
      for (const option of Object.keys(check.options.shape)) {
        expect(sv).toContain(`\`${option}\``)
        expect(en).toContain(`\`${option}\``)
      }
    })

    test('says the same values in both languages', () => {
      const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
      for (const text of [check.title, check.why, ...Object.values(check.messages)]) {
        expect(text.sv).not.toBe('')
        expect(text.en).not.toBe('')
        expect(holes(text.en)).toEqual(holes(text.sv))
      }
    })

    test('imports only nouns, language, drafting and zod', () => {
      const allowed = ['#model', '#language', 'zod', './define-check.js', './drafting/index.js']
      const found = [...read(`${room}${check.id}.ts`).matchAll(/\bfrom '([^']+)'|import\(/g)].map(
        (m) => m[1] ?? 'import()',
      )
      expect(found.filter((name) => !allowed.includes(name))).toEqual([])
    })
  })
}

test('every fixture folder and every page belongs to a check', () => {
  const ids = checks.map((check) => check.id).sort()
  expect(
    readdirSync(folder, { withFileTypes: true })
      .filter((f) => f.isDirectory())
      .map((f) => f.name)
      .sort(),
  ).toEqual(ids)
  expect(
    readdirSync(room)
      .filter((f) => f.endsWith('.md') && f !== 'README.md')
      .sort(),
  ).toEqual(ids.map((id) => `${id}.md`))
})

test('spellings that sound the same are said to be beyond the recording, with counts and role', () => {
  const [finding] = runChecks(checks, story('name-variants', 'same-sound')).findings
  expect(finding!.message.en).toBe(
    'One name (rektor), several spellings: Anna Lindkvist ×1, Anna Lindqvist ×2. They sound the same, so the recording can’t decide; no side is picked.',
  )
  expect(finding!.evidence.map((e) => e.type)).toEqual(['mention', 'mention', 'mention'])
})

test('a splice tells its seconds, its sentences and what was said between', () => {
  const { findings } = runChecks(checks, story('spliced-quotes', 'other-answers-between'))
  expect(findings[0]!.message.sv).toBe(
    '23,6 s och 3 meningar ligger mellan delarna. Det här sades emellan: ”Men det är dyrt. Vi får se. Har ni råd?”',
  )
  expect(findings[0]!.evidence.map((e) => e.place)).toMatchObject([
    { startSeconds: 10, endSeconds: 12 },
    { startSeconds: 12, endSeconds: 35.6 },
    { startSeconds: 35.6, endSeconds: 38 },
  ])
})

test('an unknown check has no page, and the error names those there are', () => {
  expect(() => explainCheck('../package', 'en')).toThrow(/no check.*name-variants/)
})

const plain = () => buildInputs({ article: 'Ett. Två.\nEtt. Två.' })
const draft = (inputs: ReturnType<typeof plain>, block = 0) => ({
  standing: 'cannot-tell' as const,
  severity: 'info' as const,
  confidence: { overall: 0.12345, match: 0.999 },
  message: { id: 'm', values: { seconds: 23.6 } },
  place: {
    kind: 'article' as const,
    path: 'article.md',
    line: 1,
    column: 1,
    start: inputs.article.blocks[block]!.starts[0]!,
    end: 3,
    excerpt: '',
    block: 'body' as const,
  },
  actual: `block ${block}`,
  expected: [],
  evidence: [],
  suggestions: [],
  identity: { sentence: 'Ett.', words: 'Ett', evidence: '' },
})
const common = {
  version: 1,
  title: { sv: 't', en: 't' },
  why: { sv: 'v', en: 'w' },
  severity: 'warning' as const,
  options: z.strictObject({ most: z.number().default(3) }),
  messages: { m: { sv: '{seconds} s', en: '{seconds} s' } },
}

describe('the runner', () => {
  test('hands over what was asked for and nothing else, frozen', () => {
    let seen: object = {}
    const check = defineCheck({
      ...common,
      id: 'seens',
      needs: ['article', 'transcripts'],
      run: (inputs) => {
        seen = inputs
      },
    })
    runChecks([check], plain())
    expect(Object.keys(seen).sort()).toEqual(['article', 'completeness', 'recordings', 'transcripts'])
    expect(Object.isFrozen((seen as ReturnType<typeof plain>).article.blocks[0]!.starts)).toBe(true)
  })

  test('turns a throw into an error that holds no article text, and goes on', () => {
    const inputs = plain()
    const bad = defineCheck({
      ...common,
      id: 'bads',
      needs: ['article'],
      run: ({ article }, _, report) => {
        report(draft(inputs))
        throw new TypeError(article.source)
      },
    })
    const good = defineCheck({
      ...common,
      id: 'goods',
      needs: ['article'],
      run: (_, __, report) => report(draft(inputs)),
    })
    const { findings, results } = runChecks([bad, good], inputs)
    expect(results[0]).toMatchObject({ outcome: 'error', findings: 0 })
    expect(results[0]!.reason!.en).toContain('TypeError')
    expect(JSON.stringify(results[0])).not.toContain('Två')
    expect(findings.map((f) => f.check)).toEqual(['goods'])
  })

  test.each([
    ['an error that is not contradicted', { severity: 'error' as const }],
    ['a finding louder than its check', { severity: 'error' as const, standing: 'contradicted' as const }],
    ['a message without text', { message: { id: 'absent', values: {} } }],
    ['a message that lacks a value', { message: { id: 'm', values: {} } }],
  ])('refuses %s', (_, change) => {
    const inputs = plain()
    const check = defineCheck({
      ...common,
      id: 'louds',
      needs: ['article'],
      run: (_in, _o, report) => report({ ...draft(inputs), ...change }),
    })
    expect(runChecks([check], inputs).results[0]).toMatchObject({ outcome: 'error' })
  })

  test('rounds, numbers equal findings in article order, and writes decimals as each language does', () => {
    const inputs = plain()
    const check = defineCheck({
      ...common,
      id: 'twins',
      needs: ['article'],
      run: (_in, _o, report) => {
        report(draft(inputs, 1))
        report(draft(inputs, 0))
      },
    })
    const { findings } = runChecks([check], inputs)
    expect(findings.map((f) => f.actual)).toEqual(['block 0', 'block 1'])
    const identity = { kind: 'twins', sentence: 'Ett.', words: 'Ett', evidence: '' }
    expect(findings.map((f) => f.fingerprint)).toEqual([fingerprint(identity, 0), fingerprint(identity, 1)])
    expect(findings[0]!.id).toBe(findings[0]!.fingerprint.slice(0, 10))
    expect(findings[0]!.confidence).toEqual({ overall: 0.12, match: 1 })
    expect(findings[0]!.message).toMatchObject({ sv: '23,6 s', en: '23.6 s' })
  })

  test('puts the loudest first', () => {
    const inputs = plain()
    const check = defineCheck({
      ...common,
      id: 'orders',
      needs: ['article'],
      run: (_in, _o, report) => {
        report(draft(inputs, 0))
        report({ ...draft(inputs, 1), severity: 'warning' })
      },
    })
    expect(runChecks([check], inputs).findings.map((f) => f.severity)).toEqual(['warning', 'info'])
  })

  test('says why a check is not applicable', () => {
    const bare = buildInputs({ article: 'Ett.', recordings: [], transcripts: [] })
    const results = new Map(runChecks(checks, bare).results.map((r) => [r.id, r]))
    expect(results.get('altered-quotes')).toMatchObject({
      outcome: 'not-applicable',
      reason: { sv: 'inga inspelningar och inga utskrifter', en: 'no recordings and no transcripts' },
    })
    expect(results.get('unit-mismatches')!.reason!.en).toBe('no tables, no recordings and no transcripts')
    expect(results.get('dataset-mismatches')!.reason!.sv).toBe('inga tabeller')
    expect(results.get('sum-mismatches')).toMatchObject({ outcome: 'ran' })
  })

  test('has no name and figure checks in a language without rules, but holds the article against the sound', () => {
    const inputs = buildInputs({ article: 'Kaksi.', language: 'fi', datasets: [{ path: 'a.csv' }] })
    const ran = runChecks(checks, inputs)
      .results.filter((r) => r.outcome === 'ran')
      .map((r) => r.id)
    expect(ran).toEqual(['altered-quotes', 'spliced-quotes', 'missing-quotes', 'statement-mismatches'])
  })

  test('refuses unknown checks and options, and names them', () => {
    expect(() => runChecks(checks, plain(), { 'alterd-quotes': {} })).toThrow(/alterd-quotes/)
    expect(() => runChecks(checks, plain(), { 'altered-quotes': { listenFrom: 'x' } })).toThrow(
      /altered-quotes\.listenFrom/,
    )
    expect(() => runChecks(checks, plain(), { 'altered-quotes': { absent: 1 } })).toThrow(/altered-quotes/)
  })
})

describe('fingerprints', () => {
  const identity = { kind: 'k', sentence: 'Han sa ”nej” i går.', words: 'sa ”nej”', evidence: 'a.mp3' }
  test('outlive letters decomposed, case, white space and kinds of quotation marks', () => {
    const same = { ...identity, sentence: 'HAN  sa\u00a0"nej" i ga\u030ar. ', words: 'sa »nej»' }
    expect(fingerprint(same, 0)).toBe(fingerprint(identity, 0))
    expect(fingerprint(identity, 0)).toMatch(/^[0-9a-f]{64}$/)
  })
  test.each(['kind', 'sentence', 'words', 'evidence'] as const)('change with the %s', (key) => {
    expect(fingerprint({ ...identity, [key]: 'x' }, 0)).not.toBe(fingerprint(identity, 0))
  })
  test('number equal facts', () => {
    const other = { ...identity, kind: 'o' }
    expect(fingerprintAll([identity, other, identity])).toEqual([
      fingerprint(identity, 0),
      fingerprint(other, 0),
      fingerprint(identity, 1),
    ])
  })
})
