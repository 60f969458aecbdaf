import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articlePlace } from '#model'
import fc from '../property.js'
import { read } from './helpers.js'

const markdown = readFileSync('test/stories/sexhandeln/article.md', 'utf8')
const [head, body] = [markdown.slice(0, markdown.indexOf('# Få')), markdown.slice(markdown.indexOf('# Få'))]
const page = readFileSync('test/article/pages/article-element.html', 'utf8')
const texts: [string, string][] = [
  ['a.md', markdown],
  ['a.txt', body.replace('# ', '')],
  ['a.html', page],
]
const outline = (path: string, text: string) =>
  read(path, text).blocks.map(({ block, dash, text: words }) => ({ block, dash, words }))
/** Changes the text of paragraphs, but neither front matter nor the space that makes a Markdown heading. */
const inParagraphs = (path: string, text: string, change: (paragraph: string) => string) => {
  if (path === 'a.html') return text.replaceAll(/(?<=<p>)[^<>]+(?=<\/p>)/g, change)
  if (path === 'a.md') return head + body.replace(/(?<=\n)[^#][\s\S]*/, change)
  return change(text)
}

test.each(texts)(
  '%s reads the same decomposed, with CRLF, CR, no-break spaces, soft hyphens and zero-width spaces',
  (path, text) => {
    const plain = outline(path, text)
    const variants = {
      nfd: text.normalize('NFD'),
      crlf: text.replaceAll('\n', '\r\n'),
      cr: text.replaceAll('\n', '\r'),
      nbsp: inParagraphs(path, text, (paragraph) => paragraph.replaceAll(' ', '\u00a0')),
      soft: inParagraphs(path, text, (paragraph) => paragraph.replaceAll('er', 'e\u00adr')),
      zero: inParagraphs(path, text, (paragraph) => paragraph.replaceAll('an', 'a\u200bn')),
      mark: `\ufeff${text}`,
    }
    for (const [name, variant] of Object.entries(variants)) expect(outline(path, variant), name).toEqual(plain)
  },
)

/** What a reader sees of a piece of source without markup. */
const seen = (text: string) =>
  text
    .replaceAll(/[\u00ad\u200b]/g, '')
    .replaceAll(/\s+/g, ' ')
    .normalize('NFC')

const piece = fc.constantFrom(
  ...'abc ABC åäö Åö . ? , – - ” : 12 \n \r\n \r \u00a0 \u00ad \u200b \u2009 😀 e\u0301 o\u0308 A\u030a \u1100\u1161 &amp; &ouml; \\* * _ ** [x](y) > # `'.split(
    ' ',
  ),
  ' ',
  '\n\n',
)
const anyText = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join(''))

test.each(['a.md', 'a.txt', 'a.html'])('%s: every span of every block has its exact place', (path) => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (raw, a, b) => {
      const text = `Början av texten.\n\n${raw}`
      const article = read(path, path === 'a.html' ? `<p>${text.replaceAll('<', '')}</p>` : text)
      for (const [index, { text: words, starts, ends }] of article.blocks.entries()) {
        expect(starts).toHaveLength(words.length)
        expect(ends).toHaveLength(words.length)
        expect(words).toBe(words.normalize('NFC').trim())
        expect(words).not.toMatch(/[\s]{2}|[\u00a0\u00ad\u200b\n\r]/)
        const start = a % words.length
        const end = start + 1 + (b % (words.length - start))
        const place = articlePlace(article, { block: index, start, end })
        expect(place.excerpt).toBe(article.source.slice(place.start, place.end))
        expect(starts.every((offset, at) => offset < ends[at]! && (at === 0 || offset >= starts[at - 1]!))).toBe(true)
        // In plain text the excerpt, seen by a reader, is the span (composed characters may widen it).
        if (path === 'a.txt') expect(seen(place.excerpt)).toContain(words.slice(start, end).trim())
      }
    }),
    { numRuns: 300 },
  )
})

test('line and column', () => {
  for (const newline of ['\n', '\r\n', '\r']) {
    const article = read('a.txt', ['Ett stycke.', '', 'Ett till här.'].join(newline))
    expect(articlePlace(article, { block: 1, start: 4, end: 8 })).toMatchObject({ line: 3, column: 5, excerpt: 'till' })
  }
})
