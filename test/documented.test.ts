import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { checks } from '../checks/index.js'
import type { Context } from '../pipeline/commands/context.js'
import { commands } from '../pipeline/commands/program.js'
import { help } from '../pipeline/texts/index.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
/** Mentioned as a word of its own, not as the beginning of another. */
const mentions = (word: string) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(readme)

const context = (language: Context['language']): Context => ({
  language,
  verbose: false,
  signal: new AbortController().signal,
  print: () => {},
  tell: () => {},
  stderr: process.stderr,
  exit: () => {},
})

const flatten = (command: Command): Command[] => [command, ...command.commands.flatMap(flatten)]
const all = flatten(commands(context('en')))

test('every command is in the README', () => {
  expect(all.length).toBeGreaterThan(8)
  expect(all.map((command) => command.name()).filter((name) => !mentions(name))).toEqual([])
})

test('every option is in the README', () => {
  const options = all.flatMap(({ options }) => options.map(({ long }) => long!))
  expect(options).toContain('--fail-on')
  expect(options.filter((option) => !mentions(option))).toEqual([])
})

test('every check is in the README', () => {
  expect(checks.length).toBeGreaterThan(5)
  expect(checks.map(({ id }) => id).filter((id) => !mentions(id))).toEqual([])
})

test('help is in the interface language', () => {
  for (const language of ['sv', 'en'] as const) {
    for (const command of flatten(commands(context(language)))) {
      const text = command.helpInformation()
      expect(text).toContain(help.usage[language])
      expect(text).not.toContain(help.options[language === 'sv' ? 'en' : 'sv'])
      expect(text).not.toContain('display')
    }
  }
})

test('what is not built is not offered', () => {
  expect(all.map((command) => command.name())).not.toContain('desk')
})
