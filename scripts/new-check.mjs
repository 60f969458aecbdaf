// Makes a check's file, page and first fixtures: npm run new-check <id>
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const id = process.argv[2] ?? ''
if (!/^[a-z]+(-[a-z]+)*s$/.test(id)) {
  console.error(
    `Usage: npm run new-check <id>, where the id is a plural noun in the failing state, such as "long-quotes"; got "${id}".`,
  )
  process.exit(2)
}
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
if (existsSync(at(`checks/${id}.ts`))) {
  console.error(`checks/${id}.ts exists already.`)
  process.exit(2)
}

const code = `import { z } from 'zod'
import { defineCheck } from './define-check.js'
import { contextOf } from './drafting/index.js'

export default defineCheck({
  id: '${id}',
  version: 1,
  title: { sv: '', en: '' },
  why: { sv: '', en: '' },
  severity: 'warning',
  needs: ['article', 'statements'],
  options: z.strictObject({}),
  messages: {
    found: { sv: '', en: '' },
  },
  run({ article, statements }, _options, report) {
    for (const statement of statements) {
      const context = contextOf(article, statement.span)
      report({
        standing: 'cannot-tell',
        severity: 'info',
        confidence: { overall: 1 },
        message: { id: 'found', values: {} },
        place: statement.place,
        actual: statement.text,
        expected: [],
        evidence: [],
        suggestions: [],
        identity: { sentence: context.sentence, words: context.words, evidence: '' },
      })
    }
  },
})
`
const half = (headings) => headings.map((heading) => `### ${heading}\n`).join('\n')
const page = `# ${id}

## Svenska

${half(['Vad den säger till om', 'Exempel', 'Varför det spelar roll', 'När den har fel', 'Inställningar'])}
## English

${half(['What it flags', 'Example', 'Why it matters', 'When it is wrong', 'Options'])}`
const input = `article: |-
  Polisen fick in trettio anmälningar.
statements: [{ text: Polisen fick in trettio anmälningar. }]
`
const line = `info ${id} cannot-tell "Polisen fick in trettio anmälningar." → –\n`

const files = {
  [`checks/${id}.ts`]: code,
  [`checks/${id}.md`]: page,
  [`test/checks/${id}/first/input.yaml`]: input,
  [`test/checks/${id}/first/expected.txt`]: line,
  [`test/checks/${id}/silent/input.yaml`]: 'article: Polisen är nöjd.\n',
  [`test/checks/${id}/silent/expected.txt`]: '',
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
  console.log(path)
}
console.log(
  `Now list it in checks/index.ts, in report order, say in checks/README.md what it owns, and give it two failing and two silent cases.`,
)
