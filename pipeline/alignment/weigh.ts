import { hasRules } from '#language'
import type { Answer, EditKind, Support } from '#model'
import type { Difference } from './differences.js'
import { leaning } from './leaning.js'
import type { PrintedWord } from './located.js'
import { isListed, type Probe } from './probe.js'
import { type ProbeScore, probeScores } from './probe-scores.js'
import type { Asked } from './questions.js'
import { type Limits, thresholds } from './thresholds.js'

/** A probe with what the sound said to it. */
export interface Heard {
  probe: Probe
  margin: number
  support: Support
}

/**
 * How near the nearest decoy comes to the printed content words in a place, nats: far below 0 where they were said.
 * Null where no decoy was put against them.
 */
export type Nearest = (place: { p0: number; p1: number }) => number | null

/** From this likeness on a recogniser's spelling and another word sound too much the same to be told apart by a plain margin. */
export const ALIKE = 0.5
/** The same where the print fits no better than decoys: the other wording needs so little of a lead there. */
const ALIKE_AMONG_STRANGERS = 0.4
/** From this likeness on decoys say nothing: what is like the print is as far from them as the print is. */
export const ALIKE_TO_DECOYS = 0.6
/** Nats more to leave out a word that was heard. */
const LEFT_OUT = 4
/** More words than these that the sound seems not to hold may as well lie under noise. */
const MOST_PUT_IN = 2
/** Nats more for each tenth of likeness above it, for kinds that no rule lists: measured by bench:quotes. */
const ALIKE_NATS = 2
const UNLISTED: ReadonlySet<EditKind> = new Set(['word-changed', 'inflection', 'word-order'])
/** Listed kinds whose words the transcript may merely have misspelt. */
const MISSPELT: ReadonlySet<EditKind> = new Set(['hedge', 'negation'])
/** Kinds in which one word stands for another, so that decoys can tell whether the printed one was said. */
const DECOYED: ReadonlySet<EditKind> = new Set(['word-changed', 'name', 'role', 'hedge'])

/** Two probes about the same spot can't both be what was said. */
export const touches = (a: { p0: number; p1: number }, b: { p0: number; p1: number }) => a.p0 <= b.p1 && b.p0 <= a.p1
/** "inte" fits at two gaps next to each other, and so does "inte ens": it was said once. */
const isSameNearby = (a: Probe, b: Probe) =>
  a.text !== '' && Math.abs(a.p0 - b.p0) <= 2 && (a.text === b.text || (isDenialPutIn(a) && isDenialPutIn(b)))
const isDenialPutIn = ({ kind, p0, p1 }: Probe) => kind === 'negation' && p0 === p1
/** The difference is about all of the printed words that the probe leaves out. */
const covers = (difference: Difference, probe: Probe) => difference.p0 <= probe.p0 && difference.p1 >= probe.p1
export const isSame = (difference: Difference, probe: Probe) => difference.p0 === probe.p0 && difference.p1 === probe.p1

/** For every probe the margin; of those that touch one another only the one that the sound supports most is kept as an edit. */
export function weigh(input: {
  asked: readonly Asked[]
  answers: ReadonlyMap<string, Answer>
  differences: readonly Difference[]
  printed: readonly PrintedWord[]
  language: string
}): { all: Heard[]; best: Heard[]; nearest: Nearest } {
  const { asked, answers, differences, printed, language } = input
  const all: Heard[] = []
  const scores = probeScores(asked, answers)
  const nearest = nearestDecoy(scores)
  for (const [probe, score] of scores) {
    if (probe.origin === 'decoy') continue
    const { margin, bounded } = score
    const suspected = differences.filter((difference) => touches(difference, probe))
    const weighed = bounded ? 'print' : supportOf(probe, score, suspected, nearest(probe))
    const numbers = probe.kind === 'number' && probe.text !== '' && suspected.length > 0 && !bounded
    if (numbers && hasRules(language)) {
      const lean = leaning(suspected, probe, printed, language)
      const bare = printed.slice(probe.p0, probe.p1).every(({ value }) => value !== null)
      all.push({ probe, margin, support: leaned(weighed, lean, bare) })
    } else all.push({ probe, margin, support: weighed })
  }
  const best: Heard[] = []
  const sure = ({ support }: Heard) => Number(support === 'heard')
  const against = all.filter(({ support }) => support !== 'print')
  for (const one of against.sort((a, b) => sure(b) - sure(a) || b.margin - a.margin)) {
    const told = best.some(({ probe }) => touches(probe, one.probe) || isSameNearby(probe, one.probe))
    if (one.probe.origin !== 'home' && !told) best.push(one)
  }
  return { all, best, nearest }
}

function nearestDecoy(scores: ReadonlyMap<Probe, ProbeScore>): Nearest {
  const found = [...scores].flatMap(([{ p0, p1, origin }, { margin }]) =>
    origin === 'decoy' ? [{ p0, p1, margin }] : [],
  )
  return ({ p0, p1 }) => {
    const inside = found.filter((decoy) => decoy.p0 >= p0 && decoy.p1 <= p1)
    return inside.length === 0 ? null : Math.max(...inside.map(({ margin }) => margin))
  }
}

function supportOf(
  probe: Probe,
  { margin: given, twice }: ProbeScore,
  suspected: readonly Difference[],
  near: number | null,
): Support {
  const { kind, origin, text } = probe
  const listed = isListed(probe)
  const { kinds, hunted, twice: inBoth, decoys } = thresholds()
  if (twice) return between(given, inBoth)
  const limits = (listed ? hunted : kinds)[kind]
  if (!limits) return 'print'
  // Shorter wordings win by being short: a word that the transcript has, or something like it, is not left out lightly.
  const heardSo = text === '' && origin === 'hunt' && !suspected.some((one) => covers(one, probe) && one.like < ALIKE)
  const margin = heardSo ? given - LEFT_OUT : given
  const like = suspected.find((difference) => isSame(difference, probe))?.like ?? 0
  const decoyed = origin === 'heard' && near !== null
  if (decoyed && kind === 'word-added') {
    // The more words are left out, the more a wording wins by being short.
    if (near <= decoys.said) return margin >= decoys.despite ? 'undecided' : 'print'
    const support = between(margin - (probe.p1 - probe.p0 - 1) * LEFT_OUT, limits)
    return support === 'heard' && probe.p1 - probe.p0 > MOST_PUT_IN ? 'undecided' : support
  }
  if (decoyed && DECOYED.has(kind)) {
    // The print leads over just any word: it was said, and the transcript misheard it. Where it is far behind, nobody knows.
    const said = near <= decoys.said && like < ALIKE_TO_DECOYS
    if (said && !listed) return margin >= decoys.despite ? 'undecided' : 'print'
    // Two witnesses are outweighed when they lead by less than half of what the print leads by.
    if (said && margin < -near / 2) return 'print'
    if (near >= decoys.unsaid) return between(margin - dearerFrom(ALIKE_AMONG_STRANGERS, like), decoys)
  }
  const guessed = UNLISTED.has(kind) || (!listed && MISSPELT.has(kind))
  const support = between(guessed ? margin - dearerFrom(ALIKE, like) : margin, limits)
  // Where the unprompted transcript agrees with the print, a hunch of the second hearing is not enough to doubt it.
  return support === 'undecided' && origin === 'hunt' && suspected.length === 0 ? 'print' : support
}

/** What sounds like the print needs more of a lead. */
const dearerFrom = (least: number, like: number) => Math.max(0, like - least) * 10 * ALIKE_NATS

const between = (margin: number, { altered, undecided }: Limits): Support =>
  margin >= altered ? 'heard' : margin >= undecided ? 'undecided' : 'print'

/**
 * A number edit wants a second witness: which of the two numbers does the transcript's garble sound like? It decides what
 * the sound leaves open, and takes from what the sound says against it.
 * @param bare the print has nothing else in its place: leaving other words out wins by being short
 */
function leaned(support: Support, lean: number, bare: boolean): Support {
  const { print, other } = thresholds().leaning
  if (lean <= print) return support === 'heard' ? 'undecided' : 'print'
  return bare && lean >= other && support === 'undecided' ? 'heard' : support
}
