import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot, type UiLanguage, UserError } from '#model'
import { checks } from './index.js'

const HALVES: Record<UiLanguage, string> = { sv: '## Svenska', en: '## English' }

/**
 * A check's page in one language, headed by its id and title.
 * @throws UserError when there is no such check.
 */
export function explainCheck(id: string, uiLanguage: UiLanguage): string {
  const check = checks.find((one) => one.id === id)
  if (!check) {
    const known = checks.map((one) => one.id).join(', ')
    throw new UserError('unknown-check', {
      sv: `Det finns ingen kontroll ”${id}”. Kontroller: ${known}.`,
      en: `There is no check "${id}". Checks: ${known}.`,
    })
  }
  const page = readFileSync(join(packageRoot(), 'checks', `${id}.md`), 'utf8').replace(/\r\n/g, '\n')
  const from = page.indexOf(`${HALVES[uiLanguage]}\n`)
  const rest = page.slice(from + HALVES[uiLanguage].length)
  const end = rest.search(/\n## /)
  return `# ${id}: ${check.title[uiLanguage]}\n\n${(end === -1 ? rest : rest.slice(0, end)).trim()}\n`
}
