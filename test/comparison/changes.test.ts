import { expect, test } from 'vitest'
import { findClaims } from '../../pipeline/claims/index.js'
import { compareChanges } from '../../pipeline/comparison/changes-article.js'
import { makeArticle, publishedOn } from '../language/make-article.js'
import { Claimed } from './material.js'

const changes = (text: string) => {
  const article = makeArticle([text])
  const claims = findClaims(article, { language: 'sv', published: publishedOn('2016') })
  return compareChanges({ ...new Claimed(article).input(), claims }).map(({ outcome, calculation }) =>
    `${outcome} ${calculation}`.replaceAll('\u00a0', ' '),
  )
}

test.each([
  [
    'Omsättningen steg från 3,1 till 3,4 miljarder kronor, en ökning med knappt 10 procent.',
    'agrees (3 400 000 000 − 3 100 000 000) / 3 100 000 000 = 9,7 %',
  ],
  ['Antalet elever sjönk med 20 procent, från 500 till 400.', 'agrees (500 − 400) / 500 = 20 %'],
  ['Antalet elever sjönk med 25 procent, från 500 till 400.', 'disagrees (500 − 400) / 500 = 20 %'],
  [
    'Besöken minskade från 48 200 år 2012 till 31 300 förra året. Det är en minskning med 45 procent.',
    'disagrees (48 200 − 31 300) / 48 200 = 35,1 %',
  ],
  ['Andelen ökade från 12 till 15 procent, en ökning med tre procentenheter.', 'agrees 15 − 12 = 3 procentenheter'],
  [
    'Andelen ökade från 12 procent till 15 procent, en ökning med 25 procent.',
    'agrees 15 − 12 = 3 procentenheter; (15 − 12) / 12 = 25 %',
  ],
  [
    'Andelen ökade från 12 procent till 15 procent, en ökning med 3 procent.',
    'disagrees 15 − 12 = 3 procentenheter; (15 − 12) / 12 = 25 %',
  ],
  ['Arbetslösheten sjönk med 2 procentenheter, från 8,4 till 5,4 procent.', 'disagrees 8,4 − 5,4 = 3 procentenheter'],
])('a change against the figures beside it: %s', (text, expected) => {
  expect(changes(text)).toEqual([expected])
})

test.each([
  'Resan tar från 20 till 30 minuter och blir 10 procent dyrare.',
  'Den ökade med 12 procent till 560 miljoner kronor.',
  'Antalet elever sjönk från 500 till 400. Skolan har minskat personalen med 10 procent.',
  'Åldern är från 7 till 12 år och priset ökar med 10 procent.',
])('no pair that it tells of: %s', (text) => {
  expect(changes(text)).toEqual([])
})
