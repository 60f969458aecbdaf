import { gradeAlignments, inquire, locateClaims } from '../../dist/pipeline/alignment/index.js'
import { isHonest, plain, printAlone, seeded } from './quotes-data.mjs'
import { share, table } from './quotes-tables.mjs'

/** Word alignment by edit distance: pairs of indices into both, −1 where one side has none. */
export function aligned(a, b, free = false) {
  const width = b.length + 1
  const cost = new Float64Array((a.length + 1) * width)
  for (let j = 1; j < width; j++) cost[j] = free ? 0 : j
  for (let i = 1; i <= a.length; i++) {
    cost[i * width] = i
    for (let j = 1; j < width; j++) {
      const swap = cost[(i - 1) * width + j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      cost[i * width + j] = Math.min(swap, cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1)
    }
  }
  let j = b.length
  if (free) for (let k = 0; k < width; k++) if (cost[a.length * width + k] < cost[a.length * width + j]) j = k
  const pairs = []
  for (let i = a.length; i > 0 || (!free && j > 0); ) {
    const here = cost[i * width + j]
    if (i > 0 && j > 0 && here === cost[(i - 1) * width + j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
      pairs.push([--i, --j])
    else if (i > 0 && here === cost[(i - 1) * width + j] + 1) pairs.push([--i, -1])
    else pairs.push([-1, --j])
  }
  return pairs.reverse()
}

/** What the recogniser made of each word, and what it put in, from the true text of the recordings and their hearings. */
export function harvest(sets) {
  const words = new Map()
  const letters = new Map()
  const tally = { wrong: 0, dropped: 0, added: [], spoken: 0 }
  for (const { recording, hearing } of sets) {
    const said = plain(recording.lines.map(({ text }) => text).join(' '))
    const heard = hearing.transcript.words.flatMap(({ text }) => plain(text))
    tally.spoken += said.length
    for (const [i, j] of aligned(said, heard)) {
      if (i < 0) tally.added.push(heard[j])
      else if (j < 0) tally.dropped++
      else if (said[i] !== heard[j]) {
        tally.wrong++
        words.set(said[i], [...(words.get(said[i]) ?? []), heard[j]])
        for (const [a, b] of aligned([...said[i]], [...heard[j]]))
          if (a >= 0 && b >= 0 && said[i][a] !== heard[j][b])
            letters.set(said[i][a], [...(letters.get(said[i][a]) ?? []), heard[j][b]])
      }
    }
  }
  const errors = tally.wrong + tally.dropped + tally.added.length
  return {
    words,
    letters,
    ...tally,
    rate: errors / tally.spoken,
    droppedShare: tally.dropped / errors,
    addedShare: tally.added.length / errors,
  }
}

/** Text as a recogniser with this word error rate might have it. */
function corrupt(word, rate, confusions, random) {
  const pick = (list) => list[Math.floor(random() * list.length)]
  if (random() >= rate) return [word]
  const fate = random()
  if (fate < confusions.droppedShare) return []
  if (fate < confusions.droppedShare + confusions.addedShare) return [word, pick(confusions.added)]
  const [plainWord = word] = plain(word)
  const known = confusions.words.get(plainWord)
  if (known) return [pick(known)]
  const letters = [...plainWord]
  for (let change = 0; change < 1 + letters.length / 5; change++) {
    const at = Math.floor(random() * letters.length)
    letters[at] = pick(confusions.letters.get(letters[at]) ?? [letters[at]])
  }
  return [letters.join('')]
}

/** A transcript of what was said, made elsewhere, with so many of its words wrong. */
function transcriptOf(lines, rate, confusions, random) {
  const words = []
  const segments = []
  for (const { text, start, end } of lines) {
    const firstWord = words.length
    const said = text.split(' ')
    said.forEach((word, i) => {
      const at = start + ((end - start) * i) / said.length
      for (const written of corrupt(word, rate, confusions, random))
        words.push({
          text: written,
          startSeconds: at,
          endSeconds: at + 0.2,
          confidence: null,
          segment: segments.length,
        })
    })
    segments.push({ firstWord, endWord: words.length, startSeconds: start, endSeconds: end, speaker: null })
  }
  const facts = {
    id: 'tr1',
    recording: null,
    path: 'transcript.json',
    sha256: null,
    timed: true,
    speakers: false,
    machine: true,
  }
  return { ...facts, language: 'sv', words, segments }
}

/** Location and grades where there is a transcript and no sound, at rising word error. */
export function textOnly(sets, confusions) {
  const rows = [0, 0.1, 0.2, 0.3, 0.4].map((rate) => {
    const results = sets.flatMap(({ recording }, at) => {
      const transcripts = [transcriptOf(recording.lines, rate, confusions, seeded(1000 * at + 100 * rate))]
      return recording.quotes.map((quote) => {
        const { article, claims } = printAlone(quote.printed)
        const located = locateClaims({ article, claims, transcripts, language: 'sv' })
        const rest = { transcripts, recordings: [], language: 'sv' }
        const inquiries = inquire({ article, claims, located, ...rest })
        const [{ grade, pieces }] = gradeAlignments({ article, claims, inquiries, answers: [], ...rest })
        const right = pieces.some(({ startSeconds }) =>
          quote.lines.some(
            (id) => startSeconds >= recording.lines[id - 1].start - 1 && startSeconds <= recording.lines[id - 1].end,
          ),
        )
        return { quote, grade, right }
      })
    })
    const honest = results.filter(({ quote }) => isHonest(quote.kind))
    const planted = results.filter(({ quote }) => !isHonest(quote.kind) && quote.kind !== 'inflection')
    const graded = (list, ...grades) => share(list.filter(({ grade }) => grades.includes(grade)).length, list.length)
    return [
      `${100 * rate} %`,
      share(results.filter(({ right }) => right).length, results.length),
      graded(planted, 'altered', 'spliced'),
      graded(planted, 'undecided'),
      graded(honest, 'altered', 'spliced'),
      graded(honest, 'undecided'),
    ]
  })
  return table(
    [
      'word error',
      'located, at the right line',
      'planted: told',
      'planted: undecided',
      'untouched: told',
      'untouched: undecided',
    ],
    rows,
  )
}

/** Processor seconds (the machine may be busy) to locate 200 quotations in one, two and four hours of sentences said over and over in mixed order. */
export function locationTimes(sets, confusions) {
  const lines = sets.flatMap(({ recording }) => recording.lines)
  const quotes = sets
    .flatMap(({ recording }) => recording.quotes)
    .filter(({ kind }) => isHonest(kind))
    .slice(0, 200)
  const rows = [1, 2, 4].map((hours) => {
    const random = seeded(hours)
    const said = []
    for (let at = 0; at < hours * 3600; ) {
      const line = lines[Math.floor(random() * lines.length)]
      const length = line.end - line.start
      said.push({ text: line.text, start: at, end: at + length })
      at += length + 0.45
    }
    const transcripts = [transcriptOf(said, 0.3, confusions, random)]
    const printed = quotes.map((quote) => quote.printed).join('\n')
    const { article, claims } = printAlone(printed)
    let offset = 0
    claims.quotations = quotes.map((quote, i) => {
      const span = { block: 0, start: offset, end: offset + quote.printed.length }
      offset = span.end + 1
      return { ...claims.quotations[0], id: `q${i + 1}`, span, parts: [span], text: quote.printed }
    })
    const runs = Array.from({ length: 3 }, () => {
      const began = process.cpuUsage()
      locateClaims({ article, claims, transcripts: [{ ...transcripts[0] }], language: 'sv' })
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1e6
    }).sort((a, b) => a - b)
    return [hours, transcripts[0].words.length, quotes.length, `${runs[1].toFixed(2)} s`]
  })
  return table(['hours', 'words', 'quotations', 'location, processor time, median of 3'], rows)
}
