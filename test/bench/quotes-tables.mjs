import { isHonest } from './quotes-data.mjs'

/** 95 % Wilson score interval of k of n (Wilson 1927), as per cent. */
export function share(k, n) {
  if (n === 0) return '–'
  const z = 1.96
  const p = k / n
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const per = (value) => Math.round(100 * value)
  return `${((100 * k) / n).toFixed(1)} % [${per(Math.max(0, middle - half))}–${per(Math.min(1, middle + half))}] of ${n}`
}

export const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')

/** Kinds of planted change that carry meaning. */
export const bearing = [
  'negation',
  'hedge',
  'number',
  'tense',
  'role',
  'name',
  'word-changed',
  'word-dropped',
  'word-added',
  'splice',
]
const told = ({ grade }) => grade === 'altered' || grade === 'spliced'
const count = (list, test) => list.filter(test).length

/** One row per kind of planted change: what was told of it. */
export function perKind(results) {
  const row = (name, list) => [
    name,
    share(count(list, told), list.length),
    share(
      count(list, (one) => told(one) || one.grade === 'undecided'),
      list.length,
    ),
    share(
      count(list, ({ spot }) => spot),
      list.length,
    ),
    count(list, ({ grade }) => grade === 'not-found' || grade === 'not-heard'),
  ]
  const of = (...kinds) => results.filter(({ kind }) => kinds.includes(kind))
  const planted = of(...bearing)
  const rows = [
    ...bearing.map((kind) => row(kind, of(kind))),
    row('**all planted**', planted),
    row(
      '**without names**',
      planted.filter(({ kind }) => kind !== 'name'),
    ),
    row('inflection (no change of meaning)', of('inflection')),
    row('untouched', of('untouched')),
    row('tidied', of('tidied')),
  ]
  return table(
    ['planted', 'told as altered or spliced', 'told or undecided', 'told at the right words', 'not found'],
    rows,
  )
}

/** Figures that concern all quotations of a set. */
export function summary(results) {
  const honest = results.filter(({ kind }) => isHonest(kind))
  const alarms = results.filter(told)
  const planted = (list) => count(list, ({ kind }) => bearing.includes(kind))
  const timed = results.filter(({ startError }) => startError !== null)
  return [
    `- precision of altered or spliced: ${share(planted(alarms), alarms.length)}; told at the right words: ${share(
      count(alarms, ({ spot, kind }) => spot || kind === 'splice'),
      alarms.length,
    )}`,
    `- untouched and tidied: called altered or spliced ${share(count(honest, told), honest.length)}; undecided ${share(
      count(honest, ({ grade }) => grade === 'undecided'),
      honest.length,
    )}; not found ${share(
      count(honest, ({ grade }) => grade === 'not-found'),
      honest.length,
    )}`,
    `- start within 0.5 s: ${share(
      count(timed, ({ startError }) => startError <= 0.5),
      timed.length,
    )}`,
  ].join('\n')
}

function quantiles(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]?.toFixed(1) ?? '–'
  return [at(0), at(0.05), at(0.1), at(0.25), at(0.5), at(0.9), at(1)]
}

/** What the sound said to the wording that was really spoken, where it was asked about. */
export function trueMargins(results) {
  const rows = bearing.map((kind) => {
    const list = results.filter((one) => one.kind === kind && one.grade !== 'not-found')
    const asked = list.filter(({ truth }) => truth)
    return [kind, share(asked.length, list.length), ...quantiles(asked.map(({ truth }) => truth.margin))]
  })
  return table(['planted', 'spoken wording was asked about', 'min', '5 %', '10 %', '25 %', '50 %', '90 %', 'max'], rows)
}

const kinds = [
  'negation',
  'hedge',
  'number',
  'tense',
  'role',
  'inflection',
  'word-order',
  'word-changed',
  'word-dropped',
  'word-added',
]

/** The best wording of each kind that was *not* said, in untouched quotations: per quotation, −4 when none came nearer. */
export function falseMargins(results) {
  const honest = results.filter(({ kind, grade }) => isHonest(kind) && grade !== 'not-found')
  const rows = kinds.flatMap((kind) =>
    ['hunt', 'heard'].map((origin) => {
      const best = honest.map(({ probes }) => bestOf(probes, kind, origin))
      const over = (limit) => count(best, (margin) => margin >= limit)
      return [kind, origin, ...quantiles(best).slice(3), ...[0, 1, 2, 3, 4, 5].map(over)]
    }),
  )
  return table(
    ['probe', 'asked because', '25 %', '50 %', '90 %', 'max', '≥ 0', '≥ 1', '≥ 2', '≥ 3', '≥ 4', '≥ 5'],
    rows,
  )
}

const bestOf = (probes, kind, origin) =>
  Math.max(-4, ...probes.filter((probe) => probe.kind === kind && probe.origin === origin).map(({ margin }) => margin))

/** For each kind and limit: planted changes whose spoken wording reaches it, untouched quotations with a probe that does. */
export function candidates(results) {
  const limits = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8]
  const honest = results.filter(({ kind, grade }) => isHonest(kind) && grade !== 'not-found')
  const rows = kinds.flatMap((kind) => {
    const asked = results
      .filter(({ truth, kind }) => truth && bearing.includes(kind))
      .filter(({ truth }) => truth.kind === kind)
    return [
      [
        kind,
        `kept of ${asked.length}`,
        ...limits.map((limit) =>
          percent(
            count(asked, ({ truth }) => truth.margin >= limit),
            asked.length,
          ),
        ),
      ],
      [
        '',
        `false of ${honest.length}`,
        ...limits.map((limit) =>
          percent(
            count(honest, ({ probes }) =>
              probes.some((probe) => probe.kind === kind && probe.origin !== 'home' && probe.margin >= limit),
            ),
            honest.length,
          ),
        ),
      ],
    ]
  })
  return table(['edit (as the program classes it)', '', ...limits.map((limit) => `≥ ${limit}`)], rows)
}

const percent = (k, n) => (n === 0 ? '–' : `${((100 * k) / n).toFixed(1)} %`)
