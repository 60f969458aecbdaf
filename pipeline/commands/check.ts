import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import type { GivenSettings } from '../config.js'
import { exitCode, type FailOn } from '../exit.js'
import { createProgress } from '../progress.js'
import type { Format } from '../run-outputs.js'
import { openStory, type StoryConfig } from '../story.js'
import { help } from '../texts/index.js'
import { type Context, choice, choices, command, say } from './context.js'

const formats = ['html', 'json', 'md', 'sarif'] as const satisfies Format[]

interface Options extends Omit<StoryConfig, 'folder' | 'transcripts'>, Omit<GivenSettings, 'recordings'> {
  transcript?: string[]
  format?: Format[]
  stdout?: Exclude<Format, 'html'>
  recordings?: 'complete' | 'partial'
  failOn?: FailOn
  quiet?: boolean
  color: boolean
}

/** `ordagrant check`: the main job. */
export function checkCommand(context: Context): Command {
  const text = (id: keyof typeof help) => help[id][context.language]
  return command(context, 'check', 'check')
    .argument('[story-folder]', text('folder'))
    .option('--article <file>', text('article'))
    .option('--audio <file...>', text('audio'))
    .option('--transcript <file...>', text('transcript'))
    .option('--data <file...>', text('data'))
    .option('--names <file>', text('names'))
    .option('--published <date>', text('published'))
    .option('--language <code>', text('language'))
    .option('--format <list>', text('format'), choices('--format', formats))
    .option('--out <folder>', text('out'))
    .option('--stdout <format>', text('stdout'), choice('--stdout', ['json', 'md', 'sarif']))
    .option('--clips <embed|none>', text('clips'), choice('--clips', ['embed', 'none']))
    .option('--model <name|folder>', text('model'))
    .option('--no-listen', text('no-listen'))
    .option('--recordings <complete|partial>', text('recordings'), choice('--recordings', ['complete', 'partial']))
    .option('--fail-on <error|warning|never>', text('fail-on'), choice('--fail-on', ['error', 'warning', 'never']))
    .option('--quiet', text('quiet'))
    .option('--no-color', text('no-color'))
    .action((folder: string | undefined, options: Options) => check(context, folder, options))
}

async function check(context: Context, folder: string | undefined, options: Options): Promise<void> {
  const { transcript, format = ['html', 'json'], stdout, failOn = 'error', quiet, color, ...rest } = options
  const story = await openStory({
    ...rest,
    folder: folder ?? (options.article ? null : '.'),
    ...(transcript ? { transcripts: transcript } : {}),
  })
  const progress = quiet ? null : createProgress(context.stderr, context.language)
  const { runStory } = await import('../run.js')
  const run = await runStory(
    story,
    { ...rest, uiLanguage: context.language },
    { signal: context.signal, ...(progress ? { onProgress: progress.onProgress } : {}) },
  ).finally(() => progress?.done())
  const { render, renderSummary, writeReports } = await import('../run-outputs.js')
  const uiLanguage = context.language
  const written = (await writeReports(run, { formats: format, out: story.out, uiLanguage })).map(near)

  if (stdout) {
    context.print((await render(run, stdout, uiLanguage)).trimEnd())
    if (!quiet) for (const path of written) context.tell(say(context, 'written', { path }))
  } else if (!quiet) {
    const colored = color && process.stdout.isTTY === true && !process.env.NO_COLOR
    const holdsSound = format.includes('html') && run.clips.length > 0
    const shown = { uiLanguage, color: colored, verbose: context.verbose, files: written, holdsSound }
    context.print(await renderSummary(run, shown))
  }
  for (const { id, text } of run.report.warnings) {
    if (id === 'input-unreadable' || id === 'stage-failed') context.tell(say(context, 'warning', { text }))
  }
  if (context.verbose) {
    for (const [stage, milliseconds] of Object.entries(run.report.timings)) {
      context.tell(say(context, 'timing', { stage, milliseconds }))
    }
  }
  context.exit(exitCode(run.report, failOn))
}

/** The shorter of the relative and the absolute path. */
function near(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? resolve(path) : short
}
