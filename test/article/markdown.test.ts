import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outline, read } from './helpers.js'

test('the example story', () => {
  const article = read('article.md', readFileSync('test/stories/sexhandeln/article.md', 'utf8'))
  expect(article.title).toBe('Få sexköpare tas av polisen')
  expect(article.language).toBe('sv')
  expect(article.published).toEqual({ text: '2016', from: '2016-01-01', to: '2016-12-31' })
  expect(article.meta.duration).toBe('3:21 min')
  expect(article.blocks.map(({ block }) => block)).toEqual([
    'headline',
    'lead',
    'quotation',
    'body',
    'body',
    'question',
    'quotation',
    'body',
    'body',
    'quotation',
    'body',
    'quotation',
    'body',
    'quotation',
  ])
  const last = article.blocks.at(-1)!
  expect(last.dash).toBe(true)
  expect(last.text.startsWith('Vi är medvetna om')).toBe(true)
  // The published text has a no-break space in this paragraph.
  expect(article.source.slice(last.starts[0], last.ends.at(-1)).replaceAll('\u00a0', ' ')).toBe(last.text)
})

test('markup, escapes and entities are resolved to what the reader sees', () => {
  expect(outline('a.md', '# R\\*d\n\n**F&ouml;rsta** stycket med [länk](http://x.se "t") &amp; 5 \\> 3.')).toEqual([
    'headline: R*d',
    'lead: Första stycket med länk & 5 > 3.',
  ])
})

test('bullets are lists, dashes are speech', () => {
  expect(
    outline(
      'a.md',
      'Ingress här.\n\n* Ett.\n* Två.\n\n- Det är bra, säger Anna Ek.\n- Ja, visst.\n\n2015. Så länge varade det.',
    ),
  ).toEqual([
    'lead: Ingress här.',
    'list: Ett.',
    'list: Två.',
    'quotation: – Det är bra, säger Anna Ek.',
    'quotation: – Ja, visst.',
    'body: 2015. Så länge varade det.',
  ])
})

test.each([
  ['items without full stops', 'Så här gick det.\n\n- 30 anmälningar\n- två domar'],
  ['an enumeration with one full stop', 'Det här ingår:\n\n- 30 anmälningar,\n- två domar och\n- ett frikännande.'],
  [
    'sentences after a colon that names no speaking',
    'Regeringen föreslår följande:\n\n- Skatten höjs.\n- Momsen sänks.',
  ],
])('a list with dashes: %s', (_, text) => {
  expect(
    outline('a.md', text)
      .slice(1)
      .every((line) => line.startsWith('list: ')),
  ).toBe(true)
})

test.each([
  ['whole sentences', 'Så här gick det.\n\n- Det gick bra.\n- Det gick dåligt.'],
  ['after a colon and a verb of saying', 'Anna Ek säger:\n\n- Skatten höjs.\n- Momsen sänks.'],
  ['one of them attributed', 'Det här ingår:\n\n- Skatten höjs, säger Anna Ek\n- Momsen sänks'],
  ['alone', 'Så här gick det.\n\n- Aldrig i livet'],
])('speech with dashes: %s', (_, text) => {
  expect(
    outline('a.md', text)
      .slice(1)
      .every((line) => line.startsWith('quotation: – ')),
  ).toBe(true)
})

test.each(['- ', '– ', '— ', '-\u00a0', '–\u00a0', ' - ', '\u00a0- ', '\u2009–\u2009', '–', '―\u202f'])(
  'a paragraph that begins with %j is speech in every format',
  (dash) => {
    for (const path of ['a.md', 'a.txt', 'a.html']) {
      const paragraphs = ['Ingressen står här.', `${dash}Vi är klara, säger hon.`, 'Sedan gick hon hem.']
      const text = path === 'a.html' ? `<p>${paragraphs.join('</p><p>')}</p>` : paragraphs.join('\n\n')
      expect(outline(path, text), path).toEqual([
        'lead: Ingressen står här.',
        'quotation: – Vi är klara, säger hon.',
        'body: Sedan gick hon hem.',
      ])
    }
  },
)

test('a minus before a number is no speech', () => {
  expect(outline('a.txt', 'Det blev kallt i natt.\n-5 grader visade termometern.')).toEqual([
    'lead: Det blev kallt i natt.',
    'body: -5 grader visade termometern.',
  ])
})

test('questions, bylines and fact boxes', () => {
  expect(
    outline(
      'a.md',
      '# Rubrik\n\nText: Karin Lind\n\nIngress.\n\n**Är du nöjd?**\n\nEn vanlig undran: vad händer nu?\n\nBrödtext.\n\nVad gör ni nu?\n\n– Väntar.\n\n## Fakta: lagen\n\nInfördes 1999.\n\n- Straffet är böter.',
    ),
  ).toEqual([
    'headline: Rubrik',
    'byline: Text: Karin Lind',
    'lead: Ingress.',
    'question: Är du nöjd?',
    'body: En vanlig undran: vad händer nu?',
    'body: Brödtext.',
    'question: Vad gör ni nu?',
    'quotation: – Väntar.',
    'subheading: Fakta: lagen',
    'factbox: Infördes 1999.',
    'factbox: Straffet är böter.',
  ])
})

test('front matter: any date, unknown keys kept', () => {
  const article = read('a.md', '---\ndate: 2016-03\nlang: sv-SE\ntitle: Titel\nredaktör: [a, b]\n---\nText.')
  expect(article.published).toEqual({ text: '2016-03', from: '2016-03-01', to: '2016-03-31' })
  expect(article.language).toBe('sv')
  expect(article.title).toBe('Titel')
  expect(article.meta.redaktör).toEqual(['a', 'b'])
  expect(article.blocks.map(({ text }) => text)).toEqual(['Text.'])
})

test('HTML inside Markdown', () => {
  expect(
    outline('a.md', 'Ingress.\n\n<figure><figcaption>Anna&nbsp;Ek.</figcaption></figure>\n\nEtt.<br>– Två, säger hon.'),
  ).toEqual(['lead: Ingress.', 'caption: Anna Ek.', 'body: Ett.', 'quotation: – Två, säger hon.'])
})

test('a fact box set off as a quotation is no quotation, and ends where it ends', () => {
  expect(
    outline(
      'a.md',
      'Ingress här.\n\n> **Fakta: Skolan**\n>\n> Skolan har 61 lärare.\n>\n> - Byggd 1968\n> - 655 elever\n\nMer text.\n\n> Vi gjorde rätt.',
    ),
  ).toEqual([
    'lead: Ingress här.',
    'factbox: Fakta: Skolan',
    'factbox: Skolan har 61 lärare.',
    'factbox: Byggd 1968',
    'factbox: 655 elever',
    'body: Mer text.',
    'quotation: Vi gjorde rätt.',
  ])
})
