import type { Alignment, Article, ArticleBlock, Block, Comparison, Edit, Piece, Place } from '#model'
import { articlePlace } from '#model'
import type { CheckInputs } from '../../checks/define-check.js'

/** A fixture's `input.yaml`: the nouns in short. Claims and edits are found in the article by their text. */
export interface Short {
  article: string
  language?: string
  published?: string
  complete?: boolean
  recordings?: Record<string, unknown>[]
  transcripts?: Record<string, unknown>[]
  /** Confidence of every word heard; null when left out. */
  wordConfidence?: number
  quotations?: (string | { text: string; fragment?: boolean; written?: true })[]
  statements?: { text: string; kind?: 'indirect' | 'reporter' | 'question' }[]
  quantities?: { text: string; in?: string; counted?: string; times?: string[]; quoted?: boolean }[]
  times?: { text: string; in?: string; anchor?: 'none' | 'published' | 'article'; quoted?: boolean }[]
  people?: { name: string; role?: string; spellings: Record<string, number> }[]
  datasets?: { path: string; status?: 'final' | 'preliminary' | 'illustrative' }[]
  alignments?: ({
    of: string
    edits?: ShortEdit[]
    pieces?: ShortPiece[]
    gaps?: { seconds: number | null; heard: string }[]
  } & Partial<Pick<Alignment, 'grade' | 'spliced' | 'chance' | 'similarity'>>)[]
  comparisons?: ({
    of: string
    cell?: [row: string, column: string, raw: string]
    audio?: [number, number]
  } & Partial<Comparison>)[]
}
interface ShortEdit extends Partial<Edit> {
  /** The words around the edit, which say where it is. */
  in?: string
  /** For dropped words: the printed word they would stand before. */
  before?: string
}
interface ShortPiece {
  text: string
  from?: number | null
  to?: number | null
  heard?: string
  source?: string
}

function readArticle(source: string): Article {
  const blocks: ArticleBlock[] = []
  let at = 0
  for (const line of source.split('\n')) {
    const dash = line.startsWith('- ')
    const text = dash ? line.slice(2) : line
    const from = at + line.length - text.length
    at += line.length + 1
    if (text === '') continue
    const block: Block = dash ? 'quotation' : text.endsWith('?') ? 'question' : 'body'
    const offsets = [...Array(text.length).keys()]
    const starts = offsets.map((i) => from + i)
    blocks.push({ index: blocks.length, block, text, starts, ends: starts.map((i) => i + 1), dash })
  }
  return {
    path: 'article.md',
    format: 'md',
    sha256: '0'.repeat(64),
    source,
    title: null,
    language: null,
    published: null,
    meta: {},
    blocks,
    words: 0,
  }
}

/** Builds what the runner is given out of a fixture; every default is the plain case. */
export function buildInputs(short: Short): CheckInputs {
  const article = readArticle(short.article)
  const find = (text: string, around = text) => {
    const outer = article.source.indexOf(around)
    const inner = around.indexOf(text)
    if (outer < 0 || inner < 0) throw new Error(`The fixture's article has no "${text}" in "${around}"`)
    return { start: outer + inner, end: outer + inner + text.length }
  }
  const claim = (id: string, text: string, around?: string) => {
    const { start, end } = find(text, around)
    const block = article.blocks.find((b) => b.starts[0]! <= start && b.ends.at(-1)! >= end)!
    const span = { block: block.index, start: start - block.starts[0]!, end: end - block.starts[0]! }
    return { id, text, span, place: articlePlace(article, span) }
  }
  const quotations = (short.quotations ?? []).map((given, i) => {
    const { text, fragment = false, written } = typeof given === 'string' ? { text: given, written: undefined } : given
    const base = claim(`q${i + 1}`, text)
    return {
      ...base,
      kind: 'quotation' as const,
      parts: [base.span],
      speaker: null,
      translated: false,
      ...(written && { written }),
      cuts: [],
      fragment,
    }
  })
  const statements = (short.statements ?? []).map(({ text, kind = 'reporter' }, i) => ({
    ...claim(`s${i + 1}`, text),
    kind: 'statement' as const,
    statementKind: kind,
    reporting: null,
  }))
  const times = (short.times ?? []).map(({ text, in: around, anchor = 'none', quoted }, i) => ({
    ...claim(`t${i + 1}`, text, around),
    kind: 'time' as const,
    from: null,
    to: null,
    anchor,
    granularity: 'year' as const,
    reason: '',
    quotation: quoted ? 'q1' : null,
  }))
  const quantities = (short.quantities ?? []).map((given, i) => ({
    ...claim(`k${i + 1}`, given.text, given.in),
    kind: 'quantity' as const,
    value: { low: 0, high: 0, printed: null },
    unit: null,
    counted: given.counted
      ? {
          text: given.counted,
          base: given.counted,
          span: claim('', given.counted, given.in?.includes(given.counted) ? given.in : undefined).span,
        }
      : null,
    hedge: null,
    sense: 'count' as const,
    times: (given.times ?? []).map((text) => times.find((time) => time.text === text)!.id),
    where: [],
    topics: [],
    parts: [],
    quotation: given.quoted ? 'q1' : null,
  }))
  const mentions = new Map<string, string>()
  const people = (short.people ?? []).map(({ name, role, spellings }, i) => {
    let from = 0
    const spelled = Object.entries(spellings).map(([text, count]) => {
      from = 0
      const places = [...Array(count).keys()].map(() => {
        const start = article.source.indexOf(text, from)
        from = start + text.length
        const block = article.blocks.find((b) => b.starts[0]! <= start && b.ends.at(-1)! >= from)!
        const base = block.starts[0]!
        return articlePlace(article, { block: block.index, start: start - base, end: from - base })
      })
      mentions.set(text, `n${mentions.size + 1}`)
      return { text, count, places }
    })
    return {
      id: `p${i + 1}`,
      name,
      mentions: Object.keys(spellings).map((text) => mentions.get(text)!),
      spellings: spelled,
      roles: role ? [{ text: role, place: claim('', role).place }] : [],
    }
  })
  const claims = [...quotations, ...statements, ...quantities, ...times]
  const idOf = (text: string): string => {
    const id = mentions.get(text) ?? claims.find((c) => c.text.startsWith(text))?.id
    if (!id) throw new Error(`The fixture has no claim "${text}"`)
    return id
  }

  const alignments = (short.alignments ?? []).map(({ of, edits = [], pieces, gaps = [], ...rest }): Alignment => {
    const own = claims.find((c) => c.id === idOf(of))!
    const located = pieces ?? (rest.grade === 'not-found' || rest.grade === 'not-heard' ? [] : [{ text: own.text }])
    return {
      claim: own.id,
      grade: own.kind === 'quotation' ? 'verbatim' : null,
      spliced: false,
      gaps,
      context: { before: '', after: '' },
      similarity: 0.9,
      chance: 0.001,
      speakerCheck: 'not-checked',
      why: '',
      pieces: located.map(
        ({ text, from = 10, to = 14, heard = text, source = 'r1' }): Piece => ({
          printed: { ...find(text), text },
          source,
          startSeconds: from,
          endSeconds: to,
          heard,
        }),
      ),
      edits: edits.map(({ in: around = own.text, before, ...edit }): Edit => {
        const at = find(before ?? edit.printed!, around)
        return {
          kind: 'word-changed',
          printed: '',
          heard: '',
          start: at.start,
          end: before === undefined ? at.end : at.start,
          startSeconds: 11,
          endSeconds: 12,
          support: 'heard',
          meaning: true,
          ...edit,
        }
      }),
      ...rest,
    }
  })
  const comparisons = (short.comparisons ?? []).map(({ of, cell, audio, ...rest }): Comparison => {
    const place: Place | null = cell
      ? {
          kind: 'cell',
          dataset: 'd1',
          rowKey: cell[0],
          column: cell[1],
          raw: cell[2],
          value: Number(cell[2]),
          unit: null,
          period: null,
        }
      : audio
        ? { kind: 'audio', recording: 'r1', startSeconds: audio[0], endSeconds: audio[1] }
        : null
    return {
      claim: idOf(of),
      against: cell ? 'cell' : audio ? 'audio' : 'article',
      aspect: 'value',
      place,
      value: cell?.[2] ?? null,
      calculation: null,
      outcome: 'disagrees',
      reason: { id: '', values: {} },
      match: 0.9,
      evidence: [],
      others: [],
      ...rest,
    }
  })
  const words = [...Array(60).keys()].map((i) => ({
    text: 'ord',
    startSeconds: i,
    endSeconds: i + 0.9,
    confidence: short.wordConfidence ?? null,
    segment: 0,
  }))
  const sound = short.recordings ?? [{}]
  return {
    language: short.language ?? 'sv',
    article,
    names: [],
    people,
    quotations,
    statements,
    quantities,
    times,
    recordings: sound.map((given, i) => ({
      id: `r${i + 1}`,
      path: `audio/inslag${i + 1}.mp3`,
      sha256: '0'.repeat(64),
      seconds: 197,
      speechSeconds: 180,
      heardSeconds: 180,
      unheard: [],
      language: 'sv',
      truncated: false,
      note: null,
      ...given,
    })),
    transcripts: (short.transcripts ?? sound.map((_, i) => ({ recording: `r${i + 1}` }))).map((given, i) => ({
      id: `h${i + 1}`,
      recording: null,
      path: null,
      sha256: null,
      timed: true,
      speakers: false,
      machine: false,
      language: 'sv',
      words,
      segments: [],
      ...given,
    })),
    completeness: short.complete ? 'complete' : 'partial',
    alignments,
    comparisons,
    datasets: (short.datasets ?? []).map(({ path, status }, i) => ({
      id: `d${i + 1}`,
      path,
      sha256: '0'.repeat(64),
      title: 'Tabell',
      source: null,
      retrieved: null,
      status: status ?? null,
      unit: null,
      counted: null,
      columns: [],
      rows: [],
      doubts: [],
    })),
    namesList: null,
    published: short.published
      ? { text: short.published, from: `${short.published}-01-01`, to: `${short.published}-12-31` }
      : null,
  }
}
