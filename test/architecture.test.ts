import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const rooms = [
  'pipeline/article',
  'pipeline/data',
  'pipeline/claims',
  'pipeline/alignment',
  'pipeline/comparison',
  'transcripts',
  'checks',
  'reports',
]
/** Families of files that rank with the rooms: `story.ts`, `story-file.ts`, … */
const families = ['story', 'config', 'artifacts', 'queue', 'rulings', 'exit', 'progress', 'fingerprint']

/** The part of the house that a file belongs to. */
function partOf(path: string): string {
  if (path.startsWith('pipeline/model/')) return 'model'
  if (path.startsWith('pipeline/language/')) return 'language'
  if (path.startsWith('pipeline/texts/')) return 'texts'
  const room = rooms.find((room) => path.startsWith(`${room}/`))
  if (room) return room
  if (path.startsWith('pipeline/commands/') || path === 'pipeline/cli.ts') return 'cli'
  if (path === 'pipeline/index.ts') return 'api'
  const name = path.slice('pipeline/'.length)
  if (/^(run|build-report)\b/.test(name)) return 'run'
  const family = families.find((family) => new RegExp(`^${family}(-[a-z-]+)?\\.ts$`).test(name))
  if (family) return family
  throw new Error(`${path} belongs to no part of the house: name its place here and in pipeline/README.md`)
}

/** What each part may import, besides itself and packages. */
const nouns = ['model', 'language']
const files = ['model', 'texts']
const mayImport: Record<string, string[] | 'all'> = {
  model: [],
  language: ['model'],
  texts: ['model'],
  ...Object.fromEntries(rooms.map((room) => [room, nouns])),
  artifacts: files,
  queue: files,
  story: files,
  config: files,
  // rulings.json is written as every file is, and held to the limits of the story's files.
  rulings: [...files, 'artifacts', 'story'],
  exit: files,
  progress: files,
  fingerprint: files,
  run: 'all',
  api: ['model', 'texts', 'config', 'progress', 'story', 'run'],
  cli: 'all',
}

const sources = ['pipeline', 'transcripts', 'checks', 'reports'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).split('\\').join('/'))
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules')),
)

/** The modules a file imports, types and dynamic imports too. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const specifiers = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)['"]([^'"]+)['"]/gm)
  return [...specifiers].map(([, specifier]) => specifier!)
}

function target(from: string, specifier: string): string | null {
  if (specifier === '#model') return 'pipeline/model/index.ts'
  if (specifier === '#language') return 'pipeline/language/index.ts'
  if (!specifier.startsWith('.')) return null
  return relative(root, resolve(root, dirname(from), specifier))
    .split('\\')
    .join('/')
    .replace(/\.js$/, '.ts')
}

const edges = sources.flatMap((from) =>
  importsOf(from).map((specifier) => ({ from, specifier, to: target(from, specifier) })),
)

test('the sources and their imports are found', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(edges).toContainEqual({ from: 'pipeline/story.ts', specifier: '#model', to: 'pipeline/model/index.ts' })
  expect(edges).toContainEqual(
    expect.objectContaining({ from: 'pipeline/commands/check.ts', specifier: '../run.js', to: 'pipeline/run.ts' }),
  )
})

test('imports run one way: model, language, rooms, run, command line', () => {
  const wrong = edges.filter(({ from, to }) => {
    if (to === null) return false
    const [here, there] = [partOf(from), partOf(to)]
    const allowed = mayImport[here]!
    if (here === there) return false
    if (allowed === 'all') return here === 'run' && (there === 'cli' || there === 'api')
    return !allowed.includes(there)
  })
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('no file imports itself by way of others, types included', () => {
  const next = new Map(sources.map((path) => [path, edges.filter(({ from }) => from === path).map(({ to }) => to)]))
  const reaches = (from: string, goal: string): boolean => {
    const seen = new Set<string>()
    const open = [from]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const to of next.get(at) ?? []) {
        if (to === goal) return true
        if (to === null || seen.has(to)) continue
        seen.add(to)
        open.push(to)
      }
    return false
  }
  expect(sources.filter((path) => reaches(path, path))).toEqual([])
})

test('the model and the language are entered by their doors', () => {
  const around = edges.filter(({ from, to }) => {
    const part = to === null ? '' : partOf(to)
    return (part === 'model' || part === 'language') && partOf(from) !== part && !to!.endsWith('/index.ts')
  })
  expect(around.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('packages with one door are imported only behind it', () => {
  const users = (name: string) => edges.filter(({ specifier }) => specifier.split('/')[0] === name)
  const outside = (name: string, door: string) => users(name).filter(({ from }) => !from.startsWith(door))
  expect(outside('p-queue', 'pipeline/queue.ts')).toEqual([])
  expect(outside('commander', 'pipeline/commands/')).toEqual([])
  expect(outside('natural', 'pipeline/language/')).toEqual([])
  expect(users('natural').filter(({ specifier }) => specifier === 'natural')).toEqual([])
  expect(outside('onnxruntime-node', 'transcripts/')).toEqual([])
})

test('only the command that pulls a model may touch the network', () => {
  const networked = edges.filter(({ specifier }) => /^(node:)?(https?|http2|net|tls|dgram|undici)$/.test(specifier))
  expect(networked.filter(({ from }) => !from.startsWith('transcripts/models/'))).toEqual([])
  const fetching = sources.filter((path) => /\bfetch\(/.test(readFileSync(join(root, path), 'utf8')))
  expect(fetching.filter((path) => !path.startsWith('transcripts/models/') && !path.startsWith('reports/'))).toEqual([])
})
