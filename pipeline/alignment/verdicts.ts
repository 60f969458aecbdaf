import type { SpeechRules } from '#language'
import { type Answer, type EditKind, grouped, type Support } from '#model'
import { CUSTOMARY, carriesMeaning, type Difference } from './differences.js'
import type { PrintedWord } from './located.js'
import { isListed } from './probe.js'
import type { Asked } from './questions.js'
import { thresholds } from './thresholds.js'
import { ALIKE, ALIKE_TO_DECOYS, type Heard, isSame, touches, weigh } from './weigh.js'

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

/** Nats by which leaving the print out may win, for each tenth of likeness, where its own garble was heard. */
const SPELLING_NATS = 4

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
  language: string
}): Verdict[] {
  const { differences, asked, answers, printed, rules, trusted, language } = input
  const { all, best, nearest } = weigh({ asked, answers, differences, printed, language })
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
        // A small word that the rules hunt was put on their list for its weight: "för dåligt".
        meaning:
          (probe.kind === 'word-dropped' && isListed(probe)) ||
          carriesMeaning(
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
      support: supportWithout(difference, asking, asked.length > 0, trusted, nearest(difference)),
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
  const others = all.filter(({ probe }) => probe.kind === 'number' && probe.origin === 'hunt' && probe.p1 > probe.p0)
  return grouped(others, ({ probe }) => `${probe.p0} ${probe.p1}`).flatMap((asked) => {
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

/** Support for a difference that is not among the sound's finds. */
function supportWithout(
  difference: Difference,
  asking: Heard | undefined,
  sounded: boolean,
  trusted: boolean,
  near: number | null,
): Support {
  if (CUSTOMARY.has(difference.kind)) return 'not-asked'
  if (asking?.probe.origin === 'home') {
    const { said, unsaid } = thresholds().decoys
    if (near !== null && near <= said) return 'print'
    if (near !== null && near >= unsaid && difference.like < ALIKE_TO_DECOYS) return weak(difference)
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
