import { expect, test } from 'vitest'
import { UserError } from '#model'
import { MAX_ARTICLE_BYTES, readArticle } from '../../pipeline/article/index.js'

const errorOf = (path: string, bytes: Uint8Array): UserError => {
  try {
    readArticle({ path, bytes })
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('no error')
}
const utf8 = (text: string) => new TextEncoder().encode(text)

test.each<[string, string, Uint8Array]>([
  ['article-empty', 'a.md', utf8('')],
  ['article-empty', 'a.md', utf8('---\ntitle: x\n---\n\n')],
  ['article-empty', 'a.txt', utf8(' \n\u00a0\n***\n')],
  ['article-empty', 'a.html', utf8('<html><script>x</script></html>')],
  ['article-too-large', 'a.txt', new Uint8Array(MAX_ARTICLE_BYTES + 1).fill(97)],
  ['article-not-text', 'a.txt', new Uint8Array([80, 75, 3, 4, 0, 0, 8])],
  ['article-not-text', 'a.md', utf8('text\0text')],
  ['article-nested-too-deep', 'a.html', utf8('<div>'.repeat(100_000))],
  ['article-nested-too-deep', 'a.md', utf8('>'.repeat(100_000))],
  ['article-nested-too-deep', 'a.md', utf8('['.repeat(100_000))],
  ['article-nested-too-deep', 'a.md', utf8(`${'- '.repeat(50_000)}x`)],
  ['article-too-many-marks', 'a.md', utf8('- a\n'.repeat(50_000))],
  ['article-too-many-marks', 'a.md', utf8('> a\n\n'.repeat(50_000))],
  ['article-too-many-marks', 'a.md', utf8('[a](b) '.repeat(50_000))],
  ['article-unknown-format', 'a.pdf', utf8('x')],
])('%s: %s', (id, path, bytes) => {
  const error = errorOf(path, bytes)
  expect(error.id).toBe(id)
  expect(error.exitCode).toBe(2)
  expect(error.text.sv).toContain(path)
  expect(error.text.en).toContain(path)
})

test('unreadable front matter is told with its line', () => {
  const error = errorOf('a.md', utf8('---\ntitle: x\nkey: [1, 2\n---\nText.'))
  expect(error.id).toBe('article-front-matter')
  expect(error.text.sv).toMatch(/^a\.md:[34]:/)
})

test('encodings', () => {
  const text = 'Åtta älgar öster om ån.'
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer),
  ])
  const latin = Uint8Array.from(text, (unit) => unit.charCodeAt(0))
  const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(text)])
  for (const bytes of [utf8(text), utf16, latin, marked]) {
    const article = readArticle({ path: 'a.txt', bytes })
    expect(article.source).toBe(text)
    expect(article.meta['ordagrant:encoding']).toBe(bytes === latin ? 'windows-1252' : undefined)
  }
})
