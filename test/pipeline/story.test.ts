import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStory } from '../../pipeline/story.js'

let base: string
let folder: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'ordagrant-test-'))
  folder = join(base, 'Få sexköpare — åäö')
  await mkdir(folder)
})
afterEach(() => rm(base, { recursive: true, force: true }))

async function put(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), 'x')
  }
}
const open = () => openStory({ folder })

describe('the parts of a story', () => {
  test('are found by their names, sorted, and nothing else is looked at', async () => {
    await put('article.md', 'names.csv', 'story.yaml', 'notes.txt', 'utkast.md', 'report.html')
    await put('audio/b.mp3', 'audio/a.WAV', 'audio/.hidden.mp3', 'audio/cover.jpg')
    await put('transcripts/a.vtt', 'transcripts/x.docx')
    await put('data/t.csv', 'data/t.meta.yaml', 'data/u.px', 'data/u.px.meta.yaml', 'data/läs mig.md')
    const story = await open()
    expect(story.article.path).toBe('article.md')
    expect(story.audio.map(({ path }) => path)).toEqual(['audio/a.WAV', 'audio/b.mp3'])
    expect(story.transcripts.map(({ path }) => path)).toEqual(['transcripts/a.vtt'])
    expect(story.data.map(({ file, meta }) => [file.path, meta?.path])).toEqual([
      ['data/t.csv', 'data/t.meta.yaml'],
      ['data/u.px', 'data/u.px.meta.yaml'],
    ])
    expect(story.names?.path).toBe('names.csv')
    expect(story.settings?.path).toBe('story.yaml')
    expect(story.unreadable).toEqual([])
    expect([story.out, story.cache]).toEqual([folder, join(folder, '.ordagrant')])
  })

  test('are all optional but the article', async () => {
    await put('article.txt')
    const story = await open()
    expect(story).toMatchObject({ audio: [], transcripts: [], data: [], names: null, settings: null })
  })

  test('may be named one by one, without a folder', async () => {
    await put('a.html', 's.mp3', 't.csv')
    const story = await openStory({
      folder: null,
      article: join(folder, 'a.html'),
      audio: [join(folder, 's.mp3')],
      data: [join(folder, 't.csv')],
      out: join(base, 'out'),
    })
    // The report travels: no folder names of the checker's machine.
    expect([story.article.path, story.audio[0]?.path, story.data[0]?.file.path]).toEqual(['a.html', 's.mp3', 't.csv'])
    expect(story.cache).toBe(join(base, 'out', '.ordagrant'))
  })

  test('named on the command line come after those of the folder; a named article replaces the folder’s', async () => {
    await put('article.md', 'audio/a.mp3', 'elsewhere/b.mp3', 'elsewhere/utkast.md')
    const story = await openStory({
      folder,
      article: join(folder, 'elsewhere/utkast.md'),
      audio: [join(folder, 'elsewhere/b.mp3')],
    })
    expect(story.article.path).toBe('utkast.md')
    expect(story.audio.map(({ path }) => path)).toEqual(['audio/a.mp3', 'b.mp3'])
  })
})

describe('what is wrong is said', () => {
  test('no folder, or a file in its place', async () => {
    await put('article.md')
    await expect(openStory({ folder: join(base, 'nope') })).rejects.toMatchObject({ id: 'folder-missing', exitCode: 2 })
    await expect(openStory({ folder: join(folder, 'article.md') })).rejects.toMatchObject({ id: 'not-a-folder' })
  })

  test('no article', async () => {
    await put('audio/a.mp3', 'artikel.md')
    await expect(open()).rejects.toMatchObject({ id: 'no-article', exitCode: 2 })
  })

  test('two articles, both named', async () => {
    await put('article.md', 'article.txt')
    await expect(open()).rejects.toMatchObject({ id: 'several-articles', exitCode: 2 })
    await expect(open()).rejects.toThrow('article.md, article.txt')
  })

  test('an empty article, a Word document, another kind', async () => {
    await writeFile(join(folder, 'article.md'), '')
    await expect(open()).rejects.toMatchObject({ id: 'empty-file' })
    await rm(join(folder, 'article.md'))
    await put('article.docx', 'article.pdf')
    await expect(open()).rejects.toMatchObject({ id: 'docx-not-yet' })
    const article = join(folder, 'article.pdf')
    await expect(openStory({ folder: null, article })).rejects.toMatchObject({ id: 'unknown-article-kind' })
  })

  test('an article of 200 MB, without reading it', async () => {
    await put('article.txt')
    await truncate(join(folder, 'article.txt'), 200_000_000)
    await expect(open()).rejects.toMatchObject({ id: 'file-too-large', exitCode: 2 })
    await expect(open()).rejects.toThrow('200 MB')
  })

  test('a file named on the command line that is not there, or of no use', async () => {
    await put('article.md', 'x.doc')
    const audio = [join(folder, 'nope.mp3')]
    await expect(openStory({ folder, audio })).rejects.toMatchObject({ id: 'file-missing' })
    await expect(openStory({ folder, data: [join(folder, 'x.doc')] })).rejects.toMatchObject({ id: 'unknown-kind' })
  })

  test('a link that leads out of the story: the article stops the run, another part is left out', async () => {
    await writeFile(join(base, 'secret.md'), 'x')
    await symlink(join(base, 'secret.md'), join(folder, 'article.md'))
    await expect(open()).rejects.toMatchObject({ id: 'outside-story' })
    await rm(join(folder, 'article.md'))
    await put('article.md', 'data/inside.csv')
    await symlink(join(base, 'secret.md'), join(folder, 'data/t.csv'))
    await symlink(join(folder, 'data/inside.csv'), join(folder, 'data/ok.csv'))
    const story = await open()
    expect(story.data.map(({ file }) => file.path)).toEqual(['data/inside.csv', 'data/ok.csv'])
    expect(story.unreadable).toMatchObject([{ path: 'data/t.csv', error: { id: 'outside-story' } }])
  })

  test('a file with a folder’s name, and a table whose description is of no use, are left out and told', async () => {
    await put('article.md', 'audio', 'data/a.csv', 'data/b.csv')
    await mkdir(join(folder, 'data/a.meta.yaml'))
    const story = await open()
    expect(story.data.map(({ file }) => file.path)).toEqual(['data/b.csv'])
    expect(story.unreadable.map(({ path, error }) => [path, error.id])).toEqual([
      ['audio', 'not-a-folder'],
      ['data/a.csv', 'not-a-file'],
    ])
  })

  test('a folder with a file’s name, and a link to nowhere, are left out and told', async () => {
    await put('article.md', 'data/b.csv')
    await mkdir(join(folder, 'data/a.csv'))
    await symlink(join(folder, 'gone'), join(folder, 'data/c.csv'))
    const story = await open()
    expect(story.data.map(({ file }) => file.path)).toEqual(['data/b.csv'])
    expect(story.unreadable.map(({ path, error }) => [path, error.id])).toEqual([
      ['data/a.csv', 'not-a-file'],
      ['data/c.csv', 'file-missing'],
    ])
  })
})
