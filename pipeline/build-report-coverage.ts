import type { Claims, Recording, Report } from '#model'

type Counted = Pick<Report, 'quotations' | 'statements' | 'people' | 'quantities' | 'times'> & {
  recordings: Recording[]
  claims: Claims
}

const count = <T>(items: T[], holds: (item: T) => boolean) => items.filter(holds).length
const sum = (items: number[]) => items.reduce((total, item) => total + item, 0)

/** How much of the article was held against something: what the report says before it says what it found. */
export function reportCoverage(counted: Counted): Report['coverage'] {
  const { quotations, statements, people, quantities, times, recordings, claims } = counted
  return {
    quotations: {
      total: quotations.length,
      located: count(quotations, ({ pieces }) => pieces.length > 0),
      undecided: count(quotations, ({ grade }) => grade === 'undecided'),
      notFound: count(quotations, ({ grade }) => grade === 'not-found'),
      notHeard: count(quotations, ({ grade }) => grade === 'not-heard'),
    },
    statements: { total: statements.length, located: count(statements, ({ pieces }) => pieces.length > 0) },
    quantities: {
      total: quantities.length,
      compared: count(quantities, ({ outcome }) => outcome !== 'not-checkable'),
      notCheckable: count(quantities, ({ outcome }) => outcome === 'not-checkable'),
    },
    times: { total: times.length, resolved: count(times, ({ from }) => from !== null) },
    names: {
      people: people.length,
      mentions: claims.names.length,
      checkedAgainst: [...new Set(people.flatMap(({ spellingCheckedAgainst }) => spellingCheckedAgainst))].sort(),
    },
    audio: {
      seconds: sum(recordings.map(({ seconds }) => seconds)),
      speechSeconds: sum(recordings.map(({ speechSeconds }) => speechSeconds)),
      heardSeconds: sum(recordings.map(({ heardSeconds }) => heardSeconds)),
    },
  }
}
