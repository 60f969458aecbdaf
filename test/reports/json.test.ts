import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { packageRoot, Report } from '#model'
import { renderJson, renderSchema } from '../../reports/index.js'
import fc from '../property.js'
import { everyStateReport } from './every-state.js'
import { storyReport } from './fixture.js'

const published = readFileSync(join(packageRoot(), 'reports/report.schema.json'), 'utf8')

function shuffled(value: unknown, turn: number): unknown {
  if (Array.isArray(value)) return value.map((inner) => shuffled(inner, turn))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner, turn)])
  const by = entries.length === 0 ? 0 : turn % entries.length
  return Object.fromEntries([...entries.slice(by), ...entries.slice(0, by)].reverse())
}

test('the published schema is the one the types give: run `npm run build && node scripts/report-schema.mjs`', () => {
  expect(published).toBe(renderSchema())
  expect(JSON.parse(published).$schema).toBe('https://json-schema.org/draft/2020-12/schema')
})

test('reports hold to the types and to the published schema', () => {
  const { $id, ...schema } = JSON.parse(published)
  const check = z.fromJSONSchema(schema)
  for (const report of [storyReport(), everyStateReport()]) {
    expect(Report.parse(report)).toEqual(report)
    expect(check.safeParse(JSON.parse(renderJson(report))).success).toBe(true)
    expect(check.safeParse({ ...report, surprise: 1 }).success).toBe(false)
  }
})

test('keys come in the order of the contract, whatever the order they were made in', () => {
  const text = renderJson(everyStateReport())
  expect(text.endsWith('}\n')).toBe(true)
  expect(JSON.parse(text)).toEqual(everyStateReport())
  expect(Object.keys(JSON.parse(text)).slice(0, 4)).toEqual(['schema', 'tool', 'settings', 'story'])
  fc.assert(
    fc.property(fc.nat(40), (turn) => {
      expect(renderJson(shuffled(everyStateReport(), turn) as Report)).toBe(text)
    }),
    { numRuns: 8 },
  )
})

test('a report that breaks the contract is refused', () => {
  const report = storyReport()
  report.findings[0]!.confidence.overall = 1.2
  expect(() => renderJson(report)).toThrow(/confidence/)
})
