import type { Recording, Report } from '#model'
import { reportCoverage } from './build-report-coverage.js'
import {
  reportPeople,
  reportQuantities,
  reportQuotations,
  reportStatements,
  reportTimes,
} from './build-report-facts.js'
import type { Findings } from './build-report-found.js'
import { rounded } from './build-report-round.js'
import { packageVersion } from './build-report-version.js'
import { reportWarnings } from './build-report-warnings.js'
import { namingWitness } from './build-report-witness.js'
import type { Settings } from './config.js'
import { fingerprintFacts } from './fingerprint-facts.js'

/** Puts the report together; rulings and timings are added by the run. The same input gives the same report. */
export function buildReport(found: Findings): Report {
  const { article, claims, settings, recordings, alignments, comparisons, published, language } = found
  const stamps = fingerprintFacts(article, claims)
  const facts = {
    article,
    claims,
    alignments,
    reliabilities: found.reliabilities,
    comparisons,
    stamps,
    hasTables: found.datasets.length > 0,
    tables: found.tables,
  }
  const quotations = reportQuotations(facts)
  const statements = reportStatements(facts)
  const people = reportPeople(facts)
  const quantities = reportQuantities(facts)
  const times = reportTimes(facts)
  const report: Report = rounded<Report>({
    schema: 'ordagrant-report/1',
    tool: { name: 'ordagrant', version: packageVersion() },
    settings: reportedSettings(settings, language.code),
    story: {
      title: settings.title ?? article.title ?? article.path,
      language: language.code,
      published: published?.text ?? null,
      recordings: settings.recordings,
      article: { path: article.path, sha256: article.sha256, words: article.words },
    },
    recordings: recordings.map((recording) => reportRecording(recording, settings)),
    transcripts: found.transcripts.map(({ id, path, sha256, timed, speakers }) => ({
      id,
      path: path ?? '',
      sha256: sha256 ?? '',
      timed,
      speakers,
    })),
    datasets: found.datasets.map(({ id, path, sha256, rows, title, source, status, doubts }) => ({
      id,
      path,
      sha256,
      rows: rows.length,
      title,
      source,
      ...(status ? { status } : {}),
      doubts,
    })),
    model: found.model,
    checks: found.checks.results,
    coverage: reportCoverage({ quotations, statements, people, quantities, times, recordings, claims }),
    quotations,
    statements,
    people,
    quantities,
    times,
    findings: found.checks.findings,
    rulings: { used: 0, unused: [] },
    warnings: reportWarnings(found, quotations),
    timings: {},
  })
  return namingWitness(report)
}

function reportRecording(recording: Recording, settings: Settings): Report['recordings'][number] {
  const { truncated, note, unheard, ...rest } = recording
  const told = note ?? noteOn(settings.notes, recording.path)
  const end = recording.seconds
  // The report has no field for a file that breaks off: it is an unheard stretch of unknown length at the end.
  const cutOff = truncated && !unheard.some(([, , reason]) => reason === 'truncated')
  return { ...rest, unheard: cutOff ? [...unheard, [end, end, 'truncated']] : unheard, ...(told ? { note: told } : {}) }
}

function noteOn(notes: Record<string, string>, path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const key = Object.keys(notes).find(
    (key) => [path, name].includes(key) || key.normalize('NFC') === name.normalize('NFC'),
  )
  return key === undefined ? undefined : notes[key]
}

/** The settings that change what a report says; not where it is written or how loudly the run talks. */
function reportedSettings(settings: Settings, language: string): Record<string, unknown> {
  const { recordings, clips, listen, model, checks } = settings
  return { language, recordings, clips, listen, model: model === null ? null : shownModel(model), checks }
}

/** A model given as a folder is reported by its last name: the report must not carry paths of the machine. */
const shownModel = (model: string) =>
  /^([./\\~]|[a-z]:)/i.test(model) ? (model.split(/[/\\]/).filter(Boolean).at(-1) ?? model) : model
