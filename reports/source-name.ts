import type { Report } from '#model'
import { fileName } from './numbers.js'

/** The file a recording or transcript id stands for. */
export function sourceName(report: Report, id: string): string {
  const source = report.recordings.find((r) => r.id === id) ?? report.transcripts.find((r) => r.id === id)
  return source ? fileName(source.path) : id
}
