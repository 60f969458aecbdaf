import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outline, read } from './helpers.js'

const page = readFileSync('test/article/pages/article-element.html', 'utf8')
const expected = [
  'kicker: Sexhandeln i Värmland',
  'headline: Få sexköpare tas av polisen',
  'byline: Text: Karin Lind',
  'byline: Publicerad 12 mars 2016',
  'caption: Orla Kristofferssen, polis. Foto: Sven Svensson',
  'lead: Den värmländska polisens kamp mot brottslingar inom sexhandeln har försvagats.',
  'quotation: – Strategin från vår sida har gått över lite mer till information, säger Orla Kristofferssen, lokalpolisområdeschef.',
  'body: Under 2013 gjorde Värmlandspolisen en stor insats – med 30 anmälningar.',
  'quotation: – Det var bra, säger hon.',
  'body: Efter det har resultatet sjunkit.',
  'question: Är du nöjd med de två enda anmälningar som gjorts under 2015?',
  'quotation: – Nej, det säger sig själv att jag inte är nöjd.',
  'subheading: Fakta: Sexköpslagen',
  'factbox: Infördes 1999.',
  'factbox: Straffet är böter eller fängelse.',
  'table: År',
  'table: Antal',
  'table: 2013',
  'table: 30',
  'quotation: Det står inte högst på agendan.',
  'quotation: – Vi är medvetna om det, säger Orla Kristofferssen.',
]

test('an article element among the furniture of a page', () => {
  expect(outline('a.html', page)).toEqual([...expected, 'byline: Av Karin Lind'])
  const article = read('a.html', page)
  expect(article.language).toBe('sv')
  expect(article.published).toMatchObject({ from: '2016-03-12', to: '2016-03-12' })
  expect(article.title).toBe('Få sexköpare tas av polisen')
})

test('the same page without semantic elements: the densest part is the article', () => {
  const plain = page
    .replaceAll(/<article[^>]*>/g, '<div class="text">')
    .replaceAll('</article>', '</div>')
    .replace('<main>', '<div id="content">')
    .replace('</main>', '</div>')
  expect(outline('a.html', plain)).toEqual(expected)
})

test('itemprop=articleBody, the headline outside it', () => {
  expect(
    outline(
      'a.html',
      '<body><div class="menu"><p>Meny med många ord som inte hör hit alls.</p></div><div><h1>Rubriken</h1><div itemprop="articleBody"><p>Ingressen.</p><p>Texten.</p></div></div><div><p>Ett helt annat stycke.</p></div></body>',
    ),
  ).toEqual(['headline: Rubriken', 'lead: Ingressen.', 'body: Texten.'])
})

test('the headline beside the article element', () => {
  expect(outline('a.html', '<body><div><h1>Rubriken</h1></div><article><p>Ingressen.</p></article></body>')).toEqual([
    'headline: Rubriken',
    'lead: Ingressen.',
  ])
})

test('paragraphs made of line breaks', () => {
  expect(
    outline(
      'a.html',
      '<h1>R</h1><div>Ingressen\növer två rader.<br><br>Polisen säger nej.<br>- Vi har inte råd.<br>Sedan tog det slut.</div>',
    ),
  ).toEqual([
    'headline: R',
    'lead: Ingressen över två rader.',
    'body: Polisen säger nej.',
    'quotation: – Vi har inte råd.',
    'body: Sedan tog det slut.',
  ])
})

test('a dash where the source line happens to break is no speech', () => {
  expect(outline('a.html', '<p>Det tog slut.\n– i natt – sade ingen.</p>')).toEqual([
    'lead: Det tog slut. – i natt – sade ingen.',
  ])
})
