import { z } from 'zod'
import { Report } from '#model'

/** The JSON Schema (draft 2020-12) of report.json as the text of `reports/report.schema.json`. */
export function renderSchema(): string {
  const schema = z.toJSONSchema(Report, { target: 'draft-2020-12' })
  return `${JSON.stringify({ ...schema, title: 'Ordagrant report', $id: 'ordagrant-report/1' }, null, 2)}\n`
}
