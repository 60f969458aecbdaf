import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { UserError } from '#model'
import { limits, type StoryFile, storyFile } from './story-file.js'
import { errors } from './texts/index.js'

/** Where a story's parts are. Without `folder`, `article` must be named. */
export interface StoryConfig {
  folder: string | null
  article?: string
  audio?: string[]
  transcripts?: string[]
  data?: string[]
  names?: string
  /** Folder for results and cache. Default: the story's folder, or `./ordagrant-report` when there is none. */
  out?: string
}

/** The files of a story and where its results go. Nothing has been read yet but the folder's listing. */
export interface Story {
  folder: string | null
  article: StoryFile
  audio: StoryFile[]
  transcripts: StoryFile[]
  data: { file: StoryFile; meta: StoryFile | null }[]
  names: StoryFile | null
  /** story.yaml. */
  settings: StoryFile | null
  /** Files that are there but could not be taken in; the run goes on without them and says so. */
  unreadable: { path: string; error: UserError }[]
  out: string
  cache: string
  /** Folders whose rulings.json is honoured: the story's own and the results'. */
  rulings: string[]
}

const articleNames = ['article.md', 'article.html', 'article.docx', 'article.txt']
export const audioKinds = ['.mp3', '.wav', '.m4a', '.ogg', '.opus', '.flac'] as const
export const transcriptKinds = ['.srt', '.vtt', '.txt', '.json'] as const
export const dataKinds = ['.csv', '.xlsx', '.px', '.json'] as const
const metaSuffix = '.meta.yaml'

/**
 * Finds the parts of a story. Only the names the README lists are looked at; anything else in the folder is left alone.
 * @throws UserError (exit 2) when there is no article, more than one, or one that cannot be opened. Any other part that
 *   cannot be opened is listed in `unreadable`, unless it was named on the command line.
 */
export async function openStory(config: StoryConfig): Promise<Story> {
  const folder = config.folder === null ? null : resolve(config.folder)
  const root = folder === null ? null : await realFolder(folder, config.folder ?? '')
  const unreadable: Story['unreadable'] = []
  /** What `task` gives; a part that cannot be opened is noted, and `other` stands in for it. */
  const orNoted = async <T>(path: string, other: T, task: () => Promise<T>): Promise<T> => {
    try {
      return await task()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      unreadable.push({ path, error })
      return other
    }
  }
  const found = (path: string, limit: number) =>
    orNoted<StoryFile | null>(path, null, () => storyFile({ absolute: join(folder!, path), path, limit, root }))
  const several = async (paths: string[], limit: number) =>
    (await Promise.all(paths.map((path) => found(path, limit)))).filter((file) => file !== null)
  const named = (given: string[] = [], kinds: readonly string[], limit: number) =>
    Promise.all(given.map((path) => namedFile(path, kinds, limit)))

  const listing = folder === null ? [] : await names(folder, '')
  const article = config.article
    ? await namedArticle(config.article)
    : await theArticle(folder!, config.folder ?? '', listing, root)
  const within = (sub: string) =>
    orNoted<string[]>(sub, [], async () => (folder !== null && listing.includes(sub) ? names(folder, sub) : []))
  const audio = ofKind(await within('audio'), audioKinds)
  const transcripts = ofKind(await within('transcripts'), transcriptKinds)
  const dataListing = await within('data')
  const data = [
    ...(await several(ofKind(dataListing, dataKinds), limits.data)),
    ...(await named(config.data, dataKinds, limits.data)),
  ]
  // A table whose description cannot be read is left out: it may say that the table is only an illustration.
  const described = (
    await Promise.all(
      data.map((file) =>
        orNoted<Story['data'][number] | null>(file.path, null, async () => ({ file, meta: await metaOf(file, root) })),
      ),
    )
  ).filter((table) => table !== null)
  const out = config.out ? resolve(config.out) : (folder ?? resolve('ordagrant-report'))
  const parts = {
    folder,
    article,
    audio: [...(await several(audio, limits.audio)), ...(await named(config.audio, audioKinds, limits.audio))],
    transcripts: [
      ...(await several(transcripts, limits.transcript)),
      ...(await named(config.transcripts, transcriptKinds, limits.transcript)),
    ],
    data: described,
    names: config.names
      ? await namedFile(config.names, ['.csv'], limits.data)
      : listing.includes('names.csv')
        ? await found('names.csv', limits.data)
        : null,
    settings: listing.includes('story.yaml')
      ? await storyFile({ absolute: join(folder!, 'story.yaml'), path: 'story.yaml', limit: limits.settings, root })
      : null,
    out,
    cache: join(out, '.ordagrant'),
    rulings: [...new Set([folder ?? out, out])],
  }
  // They were looked at side by side; the report must not depend on which came first.
  return { ...parts, unreadable: unreadable.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

async function realFolder(folder: string, given: string): Promise<string> {
  let real: string
  try {
    real = await realpath(folder)
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EACCES' ? errors.noPermission(given) : errors.folderMissing(given)
  }
  if (!(await stat(real)).isDirectory()) throw errors.notAFolder(given)
  return real
}

async function theArticle(folder: string, given: string, listing: string[], root: string | null): Promise<StoryFile> {
  const present = articleNames.filter((name) => listing.includes(name))
  if (present.length > 1) throw errors.severalArticles(given, present)
  const [path] = present
  if (!path) throw errors.noArticle(given)
  return readableArticle(await storyFile({ absolute: join(folder, path), path, limit: limits.article, root }))
}

async function namedArticle(given: string): Promise<StoryFile> {
  if (!articleNames.includes(`article${extname(given).toLowerCase()}`)) throw errors.unknownArticleKind(given)
  return readableArticle(await namedFile(given, [], limits.article))
}

function readableArticle(file: StoryFile): StoryFile {
  if (file.path.toLowerCase().endsWith('.docx')) throw errors.docxNotYet(file.path)
  if (file.bytes === 0) throw errors.emptyFile(file.path)
  return file
}

/** A file named on the command line: it may lie anywhere, and its absence is an error, not a warning. */
function namedFile(given: string, kinds: readonly string[], limit: number): Promise<StoryFile> {
  if (kinds.length > 0 && !kinds.includes(extname(given).toLowerCase())) throw errors.unknownKind(given, kinds)
  const absolute = resolve(given)
  const near = relative(process.cwd(), absolute)
  // A report travels: it must not carry the names of folders on the checker's machine.
  const path = near.startsWith('..') || isAbsolute(near) ? basename(absolute) : near.split(sep).join('/')
  return storyFile({ absolute, path, limit, root: null, given })
}

/** `anmalningar.csv` is described by `anmalningar.meta.yaml`, or by `anmalningar.csv.meta.yaml`. */
async function metaOf(file: StoryFile, root: string | null): Promise<StoryFile | null> {
  const bare = (path: string) => path.slice(0, path.length - extname(path).length)
  for (const stem of [bare, (path: string) => path]) {
    const absolute = stem(file.absolute) + metaSuffix
    const exists = await stat(absolute).then(
      () => true,
      () => false,
    )
    if (exists) return storyFile({ absolute, path: stem(file.path) + metaSuffix, limit: limits.settings, root })
  }
  return null
}

/**
 * Looks at one table outside a story, and the description beside it.
 * @throws UserError (exit 2)
 */
export async function openTable(absolute: string, path: string): Promise<Story['data'][number]> {
  const file = await storyFile({ absolute, path, limit: limits.data, root: null })
  return { file, meta: await metaOf(file, null) }
}

/** The names in a folder of the story, sorted by code unit so that every machine numbers them alike. */
async function names(folder: string, sub: string): Promise<string[]> {
  try {
    const entries = await readdir(join(folder, sub))
    return entries
      .filter((name) => !name.startsWith('.'))
      .map((name) => (sub ? `${sub}/${name}` : name))
      .sort()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM') throw errors.noPermission(sub || folder)
    if (code === 'ENOTDIR') throw errors.notAFolder(sub)
    throw error
  }
}

const ofKind = (paths: string[], kinds: readonly string[]) =>
  paths.filter((path) => kinds.includes(extname(path).toLowerCase()) && !path.endsWith(metaSuffix))
