import { findNumerals, hasRules, words } from '#language'
import type { Quantity, Time } from '#model'
import type { ComparisonInput } from './input.js'
import { type Interval, intervalOf } from './intervals.js'
import { type TimedSentence, timedSentences } from './sentences-timed.js'
import { contentWords, hasKin, isKin } from './stems.js'
import { blockText, subjectsOf } from './subject.js'
import { isOf } from './words.js'

/** Two times that the article says of one and the same event or figure. */
export interface TimePair {
  earlier: { time: Time; interval: Interval }
  later: { time: Time; interval: Interval }
}

/** Least content words, beside the superlative, that two sentences about one record must share. */
const SHARED_WORDS = 3
/** How many blocks back a figure may point with "de två". */
const BLOCKS_BACK = 6

/** All pairs, each pair of times once, in article order. */
export function timePairs(input: ComparisonInput): TimePair[] {
  const pairs = [...recordPairs(input), ...figurePairs(input), ...appositions(input)]
  const seen = new Set<string>()
  return pairs.filter(({ earlier, later }) => {
    const key = `${earlier.time.id} ${later.time.id}`
    if (earlier.time.id === later.time.id || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * "För tre år sedan var X bäst i landet …" and "2013 blev X det län … med bäst resultat": a record told twice, once
 * counted from the publication and once by its date. Two records of one kind in two years are told in the same manner
 * ("i fjol … i år"), so pairs of one manner are left alone.
 */
function recordPairs(input: ComparisonInput): TimePair[] {
  const timed = timedSentences(input).filter(({ statement }) => statement.statementKind !== 'question')
  return timed.flatMap((later, index) =>
    timed.slice(0, index).flatMap((earlier): TimePair[] => {
      if ((earlier.time.anchor === 'published') === (later.time.anchor === 'published')) return []
      return isOneRecord(earlier, later, input.language) ? [{ earlier, later }] : []
    }),
  )
}

function isOneRecord(earlier: TimedSentence, later: TimedSentence, language: string): boolean {
  const [a, b] = [earlier, later].map(({ statement }) => words(statement.text).map(({ norm }) => norm)) as [
    string[],
    string[],
  ]
  if ([...a, ...b].some((word) => isOf('again', word))) return false
  const isRecord = a.some(
    (word) => isOf('superlative', word) && b.some((other) => isOf('superlative', other) && isKin(word, other)),
  )
  if (!isRecord) return false
  const ofTime = (sentence: TimedSentence) => new Set(words(sentence.time.text).map(({ norm }) => norm))
  const content = (sentence: TimedSentence) =>
    contentWords(sentence.statement.text, language).filter(
      (word) => !isOf('superlative', word) && !ofTime(sentence).has(word),
    )
  const [first, second] = [content(earlier), content(later)]
  const shared = first.filter(
    (word, at) =>
      first.indexOf(word) === at &&
      (hasKin(word, second) || second.some((other) => isCompoundOf(other, word) || isCompoundOf(word, other))),
  )
  return shared.length >= SHARED_WORDS
}

/**
 * "i fjol, 2022, …", "för tio år sedan (2014)": a time counted from the publication with its year right beside it. A row
 * of years is none; and ten years ago may be eleven by the calendar.
 */
function appositions(input: ComparisonInput): TimePair[] {
  const { language } = input
  const times = [...input.claims.times].sort((a, b) => a.span.block - b.span.block || a.span.start - b.span.start)
  return times.flatMap((time, index): TimePair[] => {
    const [before, next, after] = [times[index - 1], times[index + 1], times[index + 2]]
    if (!next || next.span.block !== time.span.block || time.anchor !== 'published' || next.anchor !== 'none') return []
    if (time.quotation !== null || next.quotation !== null || !/^\d{4}$/.test(next.text)) return []
    const text = blockText(input, time.span.block)
    const closed = { ', ': /^(?:[,.!?]|$)/, ' (': /^\)/ }[text.slice(time.span.end, next.span.start)]
    if (!closed?.test(text.slice(next.span.end, next.span.end + 1))) return []
    const isRow = (one: Time, other: Time | undefined) =>
      other?.span.block === one.span.block && other.span.start >= one.span.end && other.span.start - one.span.end <= 2
    if (isRow(next, after) || (before && isRow(before, time))) return []
    const [interval, other] = [intervalOf(time), intervalOf(next)]
    if (!interval || !other) return []
    const apart = Math.abs(Number(interval.from.slice(0, 4)) - Number(other.from.slice(0, 4)))
    const isCounted = hasRules(language) && findNumerals(time.text, language).length > 0
    return isCounted && apart === 1 ? [] : [{ earlier: { time, interval }, later: { time: next, interval: other } }]
  })
}

/** "värmlandspolisen" begins with "värmland". */
const isCompoundOf = (long: string, short: string) =>
  short.length >= 5 && long.length - short.length >= 4 && long.startsWith(short)

/** "Förra året anmäldes två … de två anmälningar som gjorts under 2015": a definite figure points back to the one before. */
function figurePairs(input: ComparisonInput): TimePair[] {
  const subjects = subjectsOf(input).filter(({ quantity }) => quantity.sense === 'count' && quantity.quotation === null)
  const timeOf = (quantity: Quantity) => {
    const time = input.claims.times.find(({ id }) => id === quantity.times[0])
    const interval = time ? intervalOf(time) : null
    return time && interval && time.quotation === null ? { time, interval } : null
  }
  return subjects.flatMap(({ quantity: later }, index): TimePair[] => {
    const at = timeOf(later)
    if (!at || !pointsBack(input, later)) return []
    const earlier = subjects
      .slice(0, index)
      .toReversed()
      .find(
        ({ quantity }) =>
          isFigureOf(quantity, later) &&
          timeOf(quantity) !== null &&
          later.span.block - quantity.span.block <= BLOCKS_BACK,
      )
    return earlier ? [{ earlier: timeOf(earlier.quantity)!, later: at }] : []
  })
}

/** A definite determiner stands right before the number. */
function pointsBack(input: ComparisonInput, { span }: Quantity): boolean {
  const before = words(blockText(input, span.block).slice(Math.max(0, span.start - 20), span.start)).at(-1)
  return before !== undefined && isOf('pointing-back', before.norm)
}

function isFigureOf(earlier: Quantity, later: Quantity): boolean {
  if (earlier.value.printed !== later.value.printed || earlier.unit !== later.unit || earlier.value.printed === null)
    return false
  const said = (quantity: Quantity) => [...quantity.topics, ...(quantity.counted ? [quantity.counted.base] : [])]
  return said(earlier).some((word) => hasKin(word, said(later)))
}
