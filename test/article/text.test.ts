import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outline, read } from './helpers.js'

test('kicker, headline, playing time, lead', () => {
  expect(
    outline(
      'a.txt',
      'Brotten i Dalarna\n\nAllt färre inbrott klaras upp\n\n2:05 min\n\nPolisen klarar upp färre inbrott än förr. Det visar nya siffror.\n\nÅr 2013 var de tio.\nSedan dess färre.',
    ),
  ).toEqual([
    'kicker: Brotten i Dalarna',
    'headline: Allt färre inbrott klaras upp',
    'kicker: 2:05 min',
    'lead: Polisen klarar upp färre inbrott än förr. Det visar nya siffror.',
    'body: År 2013 var de tio.',
    'body: Sedan dess färre.',
  ])
})

test('nothing is Markdown', () => {
  expect(
    outline('a.txt', 'En *viktig* sak_med_streck hände.\n1. Först [detta].\n# Sedan &amp; det.\n    Sist.'),
  ).toEqual([
    'lead: En *viktig* sak_med_streck hände.',
    'body: 1. Först [detta].',
    'body: # Sedan &amp; det.',
    'body: Sist.',
  ])
})

test('a text that begins with a sentence has no headline', () => {
  expect(outline('a.txt', 'Det brann i natt.\nIngen skadades.')).toEqual([
    'lead: Det brann i natt.',
    'body: Ingen skadades.',
  ])
})

test('a headline that asks, a dateline, a subheading, a byline', () => {
  const text =
    'Vem tar notan?\nPublicerad 12 mars 2016\nKommunen har inga pengar kvar.\nPolitikerna är oense.\nNya möten väntar\nI maj avgörs det.\nText: Karin Lind'
  expect(outline('a.txt', text)).toEqual([
    'headline: Vem tar notan?',
    'byline: Publicerad 12 mars 2016',
    'lead: Kommunen har inga pengar kvar.',
    'body: Politikerna är oense.',
    'subheading: Nya möten väntar',
    'body: I maj avgörs det.',
    'byline: Text: Karin Lind',
  ])
  expect(read('a.txt', text).published).toEqual({ text: '12 mars 2016', from: '2016-03-12', to: '2016-03-12' })
})

test('the example story as plain text has the paragraphs it has in Markdown', () => {
  const markdown = readFileSync('test/stories/sexhandeln/article.md', 'utf8')
  const plain = markdown.replace(/^---[\s\S]*?---\n/, '').replace('# ', 'Sexhandeln i Värmland\n\n')
  const lines = (path: string, text: string) =>
    read(path, text)
      .blocks.filter(({ block }) => block !== 'kicker')
      .map(({ text: line }) => line)
  expect(lines('a.txt', plain).join(' ')).toBe(lines('a.md', markdown).join(' '))
  expect(read('a.txt', plain).blocks.filter(({ dash }) => dash)).toHaveLength(5)
})
