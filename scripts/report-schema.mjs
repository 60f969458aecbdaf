// Writes reports/report.schema.json from the types. Run `npm run build` first.
import { writeFile } from 'node:fs/promises'
import { renderSchema } from '../dist/reports/schema.js'

await writeFile(new URL('../reports/report.schema.json', import.meta.url), renderSchema())
