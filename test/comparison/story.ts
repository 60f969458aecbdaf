import { readFileSync } from 'node:fs'
import type { Dataset } from '#model'
import { readDataset } from '../../pipeline/data/index.js'
import { articleOf, Claimed } from './material.js'

/** The story's sentences with figures and times, its claims written by hand; `published` and the years can be changed. */
export function storyClaims({ published = 2016, under = 2013, asked = 2015 } = {}): Claimed {
  const claimed = new Claimed(
    articleOf(
      'För tre år sen var Värmland bäst i landet, utanför storstäderna, på att anmäla sexköpare och kopplare.',
      `Under ${under} gjorde Värmlandspolisen en stor insats mot sexhandeln och blev snabbt det län utanför storstäderna med bäst resultat - med 30 anmälningar avseende sexköp och koppleri.`,
      'Förra året anmäldes bara två personer - en för koppleri och en för sexköp.',
      `Är du nöjd med de två enda anmälningar som gjorts under ${asked}?`,
    ),
  )
  const whole = (block: number) => claimed.article.blocks[block]!.text
  for (const block of [0, 1, 2]) claimed.statement(block, whole(block))
  claimed.statement(3, whole(3), 'question')
  const of = (value: number): [string, string] => [`${value}-01-01`, `${value}-12-31`]
  claimed.time(0, 'För tre år sen', ...of(published - 3), { anchor: 'published' })
  const t2 = claimed.time(1, `Under ${under}`, ...of(under))
  const t3 = claimed.time(2, 'Förra året', ...of(published - 1), { anchor: 'published' })
  const t4 = claimed.time(3, `under ${asked}`, ...of(asked))
  claimed.quantity(1, '30', 30, {
    counted: 'anmälningar',
    times: [t2.id],
    where: ['Värmlandspolisen'],
    topics: ['anmälningar', 'sexköp', 'koppleri', 'resultat'],
  })
  const whole3 = claimed.quantity(2, 'två', 2, {
    counted: 'personer',
    times: [t3.id],
    topics: ['anmäldes', 'personer'],
  })
  const a = claimed.quantity(2, 'en', 1, { topics: ['koppleri'], times: [t3.id] })
  const b = claimed.quantity(2, 'en', 1, { nth: 1, topics: ['sexköp'], times: [t3.id] })
  whole3.parts.push(a.id, b.id)
  claimed.quantity(3, 'två', 2, { counted: 'anmälningar', times: [t4.id], topics: ['anmälningar', 'gjorts'] })
  return claimed
}

export const storyTable = (): Promise<Dataset> =>
  readDataset(
    {
      path: 'anmalningar.csv',
      bytes: readFileSync('test/stories/sexhandeln/data/anmalningar.csv'),
      meta: {
        path: 'anmalningar.meta.yaml',
        text: readFileSync('test/stories/sexhandeln/data/anmalningar.meta.yaml', 'utf8'),
      },
    },
    'd1',
  )
