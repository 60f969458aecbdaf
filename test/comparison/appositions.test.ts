import { expect, test } from 'vitest'
import { findClaims } from '../../pipeline/claims/index.js'
import { compareTimes } from '../../pipeline/comparison/times-article.js'
import { makeArticle, publishedOn } from '../language/make-article.js'
import { Claimed } from './material.js'

const outcomes = (text: string) => {
  const article = makeArticle([text])
  const published = publishedOn('2024-03-12')
  const claims = findClaims(article, { language: 'sv', published })
  const input = { ...new Claimed(article).input({ published }), claims }
  return compareTimes(input).comparisons.map(({ outcome, value }) => `${outcome} ${value}`)
}

test.each([
  ['I fjol, 2022, dog 22 personer.', ['disagrees I fjol']],
  ['Skolan renoverades för tio år sedan, 2010.', ['disagrees för tio år sedan']],
  ['Skolan renoverades för tio år sedan (2010).', ['disagrees för tio år sedan']],
  ['I fjol, 2023, dog 22 personer.', ['agrees 2023', 'agrees I fjol']],
  ['Skolan renoverades för tio år sedan, 2013.', []],
  ['Laget vann i fjol, 2022 och 2020.', []],
  ['Laget vann i fjol, 2022, 2020 och 2019.', []],
  ['Laget vann i år, i fjol, 2022.', []],
  ['Det var varmare i fjol än 2022.', []],
])('a year right beside a time counted from the publication: %s', (text, expected) => {
  expect(outcomes(text)).toEqual(expected)
})
