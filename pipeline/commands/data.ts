import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Dataset, UiLanguage } from '#model'
import { dataKinds, openTable } from '../story.js'
import { readStoryFile } from '../story-file.js'
import { errors, help, table } from '../texts/index.js'
import { type Context, command } from './context.js'

/** `ordagrant data`: shows how a table is read, before any figure is compared with it. */
export function dataCommand(context: Context): Command {
  return command(context, 'data', 'data-command')
    .argument('<file>', help.table[context.language])
    .action(async (given: string) => {
      if (!(dataKinds as readonly string[]).includes(extname(given).toLowerCase()))
        throw errors.unknownKind(given, dataKinds)
      const { file, meta } = await openTable(resolve(given), given)
      const { readDataset } = await import('../data/index.js')
      const described = meta ? { path: meta.path, text: new TextDecoder().decode(await readStoryFile(meta)) } : null
      const dataset = await readDataset({ path: given, bytes: await readStoryFile(file), meta: described }, 'd1')
      context.print(describe(dataset, context.language).join('\n'))
    })
}

const shownRows = 10

function describe(dataset: Dataset, language: UiLanguage): string[] {
  const word = (id: keyof typeof table) => table[id][language]
  const { title, source, retrieved, status, unit, counted, columns, rows, doubts } = dataset
  const facts: [keyof typeof table, string | null][] = [
    ['source', source],
    ['retrieved', retrieved],
    ['status', status],
    ['unit', unit],
    ['counted', counted],
  ]
  const measures = columns.filter(({ role }) => role === 'measure')
  return [
    title,
    ...facts.map(([id, value]) => `  ${word(id)}: ${value ?? '–'}`),
    `${word('columns')}:`,
    ...columns.map(({ name, role, unit, sumOf }) => {
      const notes = [word(role), unit, sumOf.length > 0 ? `= ${sumOf.join(' + ')}` : null].filter(Boolean)
      return `  ${name}: ${notes.join(', ')}`
    }),
    `${word('rows')}: ${rows.length}`,
    ...rows.slice(0, shownRows).map(({ key, cells }) => {
      const values = measures.map(({ name }) => `${name} ${cells[name]?.value ?? cells[name]?.raw ?? '–'}`)
      return `  ${key}: ${values.join(', ')}`
    }),
    ...(rows.length > shownRows ? ['  …'] : []),
    ...doubts.map((doubt) => `${word('doubt')}: ${doubt[language]}`),
  ]
}
