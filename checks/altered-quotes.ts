import { z } from 'zod'
import { words } from '#language'
import type { Alignment, Edit, Message } from '#model'
import { defineCheck, type Frozen } from './define-check.js'
import { confidenceOf, groupEdits, SURE_CHANCE, type Wording, wordingOf } from './drafting/index.js'

/** A kind of edit that has a sentence of its own, for the shapes that have one; the others speak of words. */
function messageId(kinds: readonly Edit['kind'][], { shape, printed, heard }: Wording): string {
  const special = (['negation', 'number', 'hedge', 'role'] as const).find((kind) => kinds.includes(kind))
  const own = special && `${special}-${shape}`
  if (own && own in messages) return own
  return (printed || heard).includes(' ') && shape !== 'changed' ? `words-${shape}` : `word-${shape}`
}

const messages = {
  'word-dropped': { sv: 'Ordet ”{heard}” föll bort.', en: 'The word “{heard}” was left out.' },
  'words-dropped': { sv: 'Orden ”{heard}” föll bort.', en: 'The words “{heard}” were left out.' },
  'word-added': { sv: 'Ordet ”{printed}” trycks men sägs inte.', en: 'The word “{printed}” is printed but not said.' },
  'words-added': {
    sv: 'Orden ”{printed}” trycks men sägs inte.',
    en: 'The words “{printed}” are printed but not said.',
  },
  'word-changed': { sv: 'Trycket: ”{printed}” – ljudet: ”{heard}”.', en: 'Print: “{printed}” – sound: “{heard}”.' },
  'number-dropped': { sv: 'Talet föll bort: ordet ”{heard}”.', en: 'The number was left out: the word “{heard}”.' },
  'number-changed': {
    sv: 'Talet är ett annat. Trycket: ”{printed}” – ljudet: ”{heard}”.',
    en: 'The number differs. Print: “{printed}” – sound: “{heard}”.',
  },
  'negation-dropped': { sv: 'Nekandet ”{heard}” föll bort.', en: 'The negation “{heard}” was left out.' },
  'negation-added': {
    sv: 'Nekandet ”{printed}” trycks men sägs inte.',
    en: 'The negation “{printed}” is printed but not said.',
  },
  'hedge-dropped': { sv: 'Förbehållet ”{heard}” föll bort.', en: 'The reservation “{heard}” was left out.' },
  'hedge-changed': {
    sv: 'Förbehållet är ett annat. Trycket: ”{printed}” – ljudet: ”{heard}”.',
    en: 'The reservation differs. Print: “{printed}” – sound: “{heard}”.',
  },
  'role-changed': {
    sv: 'En annan part. Trycket: ”{printed}” – ljudet: ”{heard}”.',
    en: 'Another party. Print: “{printed}” – sound: “{heard}”.',
  },
  unfound: {
    sv: 'Orden ”{printed}” hittades inte där resten av citatet sägs.',
    en: 'The words “{printed}” were not found where the rest of the quotation is said.',
  },
  'listen-dropped': { sv: 'Lyssna: föll ”{heard}” bort?', en: 'Listen: was “{heard}” left out?' },
  'listen-added': { sv: 'Lyssna: sägs ”{printed}” verkligen?', en: 'Listen: is “{printed}” really said?' },
  'listen-changed': {
    sv: 'Lyssna: sägs ”{printed}” eller ”{heard}”?',
    en: 'Listen: is it “{printed}” or “{heard}”?',
  },
}

export default defineCheck({
  id: 'altered-quotes',
  version: 1,
  title: { sv: 'Ändrade citat', en: 'Altered quotations' },
  why: {
    sv: 'Den som citeras ska känna igen sina ord: ett litet ord kan vända meningen.',
    en: 'People who are quoted must recognise their words: one small word can turn the meaning.',
  },
  severity: 'error',
  needs: ['article', 'quotations', 'transcripts', 'alignments'],
  options: z.strictObject({
    listenFrom: z.number().min(0).max(1).default(0.75),
    unfoundWords: z.int().min(1).default(6),
  }),
  messages,
  run(inputs, { listenFrom, unfoundWords }, report) {
    const quotations = new Set(inputs.quotations.map((quotation) => quotation.id))
    for (const alignment of inputs.alignments.filter((a) => quotations.has(a.claim))) {
      if (alignment.grade === 'not-comparable') continue
      const edits = alignment.edits.filter((e) => e.meaning && e.support !== 'print' && !isCut(e))
      for (const group of groupEdits(inputs.article, edits)) say(alignment, group)
    }

    function say(alignment: Frozen<Alignment>, group: readonly Frozen<Edit>[]): void {
      const decided = group.filter((e) => e.support === 'heard')
      const contradicted = decided.length > 0 && alignment.chance <= SURE_CHANCE
      const told = decided.length > 0 ? decided : group
      const wording = wordingOf(inputs, alignment, told)
      const confidence = confidenceOf(inputs, alignment, told)
      const unfound = told.every(isUnfound)
      // Without a margin or the recogniser's confidence nothing speaks for the heard side, and a name that the sound has
      // not decided is the recogniser's spelling: no reason to raise one's voice.
      const leans = confidence.recognition !== undefined && confidence.overall >= listenFrom
      const loud = unfound
        ? words(wording.printed).length >= unfoundWords
        : decided.length > 0 || (leans && !told.every((e) => e.kind === 'name'))
      const kinds = told.map((e) => e.kind)
      const id = contradicted ? messageId(kinds, wording) : unfound ? 'unfound' : `listen-${wording.shape}`
      const message: Message = { id, values: { printed: wording.printed, heard: wording.heard } }
      report({
        standing: contradicted ? 'contradicted' : 'needs-listening',
        severity: contradicted ? 'error' : loud ? 'warning' : 'info',
        confidence,
        message,
        place: wording.place,
        actual: wording.actual,
        expected: wording.expected === '' ? [] : [wording.expected],
        evidence: wording.evidence,
        suggestions: contradicted ? [{ text: wording.expected, reason: wording.at }] : [],
        identity: wording.identity,
      })
    }
  },
})

/** Where a quotation was cut or joined is the business of spliced-quotes. */
const isCut = (edit: Frozen<Edit>): boolean => edit.kind === 'cut' || edit.kind === 'join'

/** Printed words that no part of the hearing was found for: nothing was heard against them, nothing was asked. */
const isUnfound = (edit: Frozen<Edit>): boolean =>
  edit.support === 'undecided' && edit.heard === '' && edit.margin === undefined && edit.startSeconds === null
