import type { SpeechRules } from '#language'
import type { Answer, EditKind, Support } from '#model'
import { carriesMeaning, type Difference } from './differences.js'
import type { Probe } from './hunt.js'
import type { PrintedWord } from './located.js'
import type { Asked } from './questions.js'
import { thresholds } from './thresholds.js'

/** A probe with what the sound said to it. */
interface Heard {
  probe: Probe
  margin: number
  support: Support
}

/** An edit of a run in indices of words; seconds and offsets are added by the caller. */
export interface Verdict {
  kind: EditKind
  p0: number
  p1: number
  printed: string
  heard: string
  support: Support
  margin: number | null
  meaning: boolean
  /** The transcript's words, where it has some. */
  h0: number | null
  h1: number | null
}

/** Above this likeness a recogniser's spelling and another word sound too much the same to be told apart by a plain margin. */
const ALIKE = 0.5
/** Share of the score on silence that is taken off a name's margin: a rare spelling loses by its rarity, not by its sound. */
const NAME_PRIOR = 0.3
/** Nats by which leaving the print out may win, for each tenth of likeness, where its own garble was heard. */
const SPELLING_NATS = 4
/** Nats more to leave out a word that was heard. */
const LEFT_OUT = 4
/** Nats more for each tenth of likeness above it, for kinds that no rule lists: measured by bench:quotes. */
const ALIKE_NATS = 2
const UNLISTED: ReadonlySet<EditKind> = new Set(['word-changed', 'inflection', 'word-order'])
/** Listed kinds whose words the transcript may merely have misspelt. */
const MISSPELT: ReadonlySet<EditKind> = new Set(['hedge', 'negation'])

function supportOf({ kind, origin }: Probe, margin: number, like: number): Support {
  // The article's own counted nouns are listed alternatives; any other word that was heard may be a mishearing.
  const limits = kind === 'word-changed' && origin === 'hunt' ? thresholds().noun : thresholds().kinds[kind]
  if (!limits) return 'print'
  const guessed = UNLISTED.has(kind) || (origin === 'heard' && MISSPELT.has(kind))
  const dearer = guessed ? Math.max(0, like - ALIKE) * 10 * ALIKE_NATS : 0
  return margin >= limits.altered + dearer ? 'heard' : margin >= limits.undecided + dearer ? 'undecided' : 'print'
}

/** Two probes about the same spot can't both be what was said. */
const touches = (a: { p0: number; p1: number }, b: { p0: number; p1: number }) => a.p0 <= b.p1 && b.p0 <= a.p1
/** "inte" fits at two gaps next to each other: it was said once. */
const isSameNearby = (a: Probe, b: Probe) => a.text === b.text && a.text !== '' && Math.abs(a.p0 - b.p0) <= 2

/** For every probe the margin; of those that touch one another only the one that the sound supports most is kept as an edit. */
function weigh(
  asked: readonly Asked[],
  answers: ReadonlyMap<string, Answer>,
  differences: readonly Difference[],
): { all: Heard[]; best: Heard[] } {
  const all: Heard[] = []
  for (const { question, probes } of asked) {
    const scores = answers.get(question.id)?.scores
    if (!scores) continue
    probes.forEach((probe, i) => {
      const score = scores[i + 1]
      if (!score) return
      const { bounded } = score
      const margin = probe.kind === 'name' ? score.margin - NAME_PRIOR * score.prior : score.margin
      const suspected = differences.filter((difference) => touches(difference, probe))
      const like = suspected.find((difference) => isSame(difference, probe))?.like ?? 0
      // Shorter wordings win by being short: a word that the transcript has, or something like it, is not left out lightly.
      const heardSo =
        probe.text === '' && probe.origin === 'hunt' && !suspected.some((one) => covers(one, probe) && one.like < ALIKE)
      let support = bounded ? 'print' : supportOf(probe, heardSo ? margin - LEFT_OUT : margin, like)
      // Where the unprompted transcript agrees with the print, a hunch of the second hearing is not enough to doubt it.
      if (support === 'undecided' && probe.origin === 'hunt' && suspected.length === 0) support = 'print'
      all.push({ probe, margin, support })
    })
  }
  const best: Heard[] = []
  for (const one of all.filter(({ support }) => support !== 'print').sort((a, b) => b.margin - a.margin)) {
    const told = best.some(({ probe }) => touches(probe, one.probe) || isSameNearby(probe, one.probe))
    if (one.probe.origin !== 'home' && !told) best.push(one)
  }
  return { all, best }
}

/** The difference is about all of the printed words that the probe leaves out. */
const covers = (difference: Difference, probe: Probe) => difference.p0 <= probe.p0 && difference.p1 >= probe.p1

const isSame = (difference: Difference, probe: Probe) => difference.p0 === probe.p0 && difference.p1 === probe.p1

/**
 * What the differences and probes of one run come to. The sound's own finds come first; a difference that the sound
 * denies is the recogniser's mistake; one that could not be asked about stays undecided when it would carry meaning.
 * @param trusted the transcript reads as if a person had written it: without sound its words are taken as said
 */
export function verdictsOf(input: {
  differences: readonly Difference[]
  asked: readonly Asked[]
  answers: ReadonlyMap<string, Answer>
  printed: readonly PrintedWord[]
  rules: SpeechRules
  trusted: boolean
}): Verdict[] {
  const { differences, asked, answers, printed, rules, trusted } = input
  const { all, best } = weigh(asked, answers, differences)
  const text = (p0: number, p1: number) =>
    printed
      .slice(p0, p1)
      .map((word) => word.text)
      .join(' ')
  const verdicts: Verdict[] = best
    // A filler that the hunt found is what stands in a gap instead of a hedge; the transcript tells of fillers well enough.
    .filter(({ probe }) => probe.kind !== 'filler')
    .map(({ probe, margin, support }) => {
      const difference = differences.find((one) => isSame(one, probe))
      return {
        kind: probe.kind,
        p0: probe.p0,
        p1: probe.p1,
        printed: text(probe.p0, probe.p1),
        heard: probe.text,
        support,
        margin,
        meaning: carriesMeaning(
          probe.kind,
          [...probe.text.split(' '), ...printed.slice(probe.p0, probe.p1).map((word) => word.norm)].filter(
            (word) => word !== '',
          ),
          rules,
        ),
        h0: difference?.h0 ?? null,
        h1: difference?.h1 ?? null,
      }
    })
  for (const difference of differences) {
    if (verdicts.some((verdict) => touches(verdict, difference) && verdict.margin !== null)) continue
    const about = all.filter(({ probe }) => isSame(difference, probe))
    const asking = about.find(({ probe }) => probe.origin !== 'hunt')
    verdicts.push({
      kind: difference.kind,
      p0: difference.p0,
      p1: difference.p1,
      printed: difference.printed,
      heard: difference.heard,
      support: supportWithout(difference, asking, asked.length > 0, trusted),
      margin: asking ? asking.margin : null,
      meaning: difference.meaning,
      h0: difference.h0,
      h1: difference.h1,
    })
  }
  verdicts.push(...heldNumbers(all, verdicts, text))
  return verdicts.sort((a, b) => a.p0 - b.p0 || a.p1 - b.p1)
}

/** Printed numbers that beat every other number, and being left out, were said: evidence for the print, whatever was transcribed. */
function heldNumbers(
  all: readonly Heard[],
  verdicts: readonly Verdict[],
  text: (p0: number, p1: number) => string,
): Verdict[] {
  const byPlace = new Map<string, Heard[]>()
  for (const one of all) {
    if (one.probe.kind !== 'number' || one.probe.origin !== 'hunt') continue
    const key = `${one.probe.p0} ${one.probe.p1}`
    byPlace.set(key, [...(byPlace.get(key) ?? []), one])
  }
  return [...byPlace.values()].flatMap((asked) => {
    const nearest = asked.reduce((best, one) => (one.margin > best.margin ? one : best))
    const { p0, p1, text: heard } = nearest.probe
    const known = verdicts.some((verdict) => verdict.kind === 'number' && touches(verdict, nearest.probe))
    if (known || nearest.margin > -thresholds().home) return []
    const printed = text(p0, p1)
    return [
      {
        kind: 'number' as const,
        p0,
        p1,
        printed,
        heard,
        support: 'print' as const,
        margin: nearest.margin,
        meaning: true,
        h0: null,
        h1: null,
      },
    ]
  })
}

const UNASKED: ReadonlySet<EditKind> = new Set(['filler', 'repetition', 'spoken-form'])

/** Support for a difference that is not among the sound's finds. */
function supportWithout(
  difference: Difference,
  asking: Heard | undefined,
  sounded: boolean,
  trusted: boolean,
): Support {
  if (UNASKED.has(difference.kind)) return 'not-asked'
  if (asking?.probe.origin === 'home') {
    // A garble that sounds like the print is the recogniser's spelling of it, unless the sound will have none of the print.
    const forgiven =
      difference.like >= ALIKE ? (difference.like - ALIKE) * 10 * SPELLING_NATS + SPELLING_NATS : -thresholds().home
    return asking.margin <= forgiven ? 'print' : weak(difference)
  }
  if (asking) return asking.support
  if (sounded) return weak(difference)
  return trusted ? 'heard' : weak(difference)
}

const weak = (difference: Difference): Support => (difference.meaning ? 'undecided' : 'not-asked')
