import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { fileURLToPath } from 'node:url'

const path = fileURLToPath(new URL('results.md', import.meta.url))

/** Replaces the section `## name` of results.md, or adds it at the end. */
export function writeSection(name, body) {
  const head = `## ${name}\n`
  const old = existsSync(path)
    ? readFileSync(path, 'utf8')
    : '# Measured\n\nWritten by the `npm run bench:…` scripts.\n'
  const section = `${head}\n${body.trim()}\n`
  const start = old.indexOf(head)
  if (start < 0) return writeFileSync(path, `${old.trimEnd()}\n\n${section}`)
  const end = old.indexOf('\n## ', start)
  writeFileSync(path, `${old.slice(0, start)}${section}${end < 0 ? '' : old.slice(end)}`)
}

/** One line that says on what it was measured. */
export function machine() {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${processor}, ${cpus().length} cores, ${memory} GB, ${type()} ${release()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`
}
