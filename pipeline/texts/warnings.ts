import type { MessageTable } from '#model'

/**
 * What a report warns about besides its findings. The ids that end the run with an exit code of their own are listed in
 * `warningExit`.
 */
export const warnings = {
  'input-unreadable': { sv: '{text}', en: '{text}' },
  'stage-failed': {
    sv: '{path}: ett steg gick fel och resultatet av det saknas i rapporten.',
    en: '{path}: a stage failed, and what it would have given is missing from the report.',
  },
  'better-model': {
    sv: 'Ljudet hördes med {model}, som hör fel på 20–50 % av orden i svenskt tal. En svensk modell, till exempel KBLab/kb-whisper-small (ungefär 7 %), ger färre oavgjorda citat: ordagrant model pull KBLab/kb-whisper-small',
    en: 'The sound was heard with {model}, which gets 20–50 % of the words of Swedish speech wrong. A Swedish model, such as KBLab/kb-whisper-small (about 7 %), leaves fewer quotations undecided: ordagrant model pull KBLab/kb-whisper-small',
  },
  'speaker-not-checked': {
    sv: 'Vem som talar är inte kontrollerat: inget i underlaget märker rösterna med namn.',
    en: 'Who is speaking was not checked: nothing in the material labels the voices.',
  },
  'no-sound': {
    sv: 'Inga inspelningar eller utskrifter: citaten är inte jämförda med något.',
    en: 'No recordings or transcripts: the quotations were compared with nothing.',
  },
  'no-tables': {
    sv: 'Inga tabeller: siffrorna är inte jämförda med någon statistik.',
    en: 'No tables: the figures were compared with no statistics.',
  },
  'not-listened': {
    sv: 'Den andra lyssningen var avstängd: skillnader mellan tryck och utskrift är inte prövade mot ljudet.',
    en: 'The second hearing was off: differences between print and transcript were not tried against the sound.',
  },
  'no-publication-date': {
    sv: 'Inget publiceringsdatum: ”i fjol” och liknande går inte att räkna ut. Skriv published i artikeln, eller ange --published.',
    en: 'No publication date: "last year" and the like cannot be worked out. Write published in the article, or give --published.',
  },
  'language-assumed': {
    sv: 'Artikeln säger inte vilket språk den är på; svenska antogs. Ange annars --language.',
    en: 'The article does not say what language it is in; Swedish was assumed. Otherwise give --language.',
  },
  'other-language': {
    sv: '{path}: inspelningen är på ett annat språk ({heard}) än artikeln ({language}).',
    en: '{path}: the recording is in another language ({heard}) than the article ({language}).',
  },
  'language-differs': {
    sv: '{path}: mellan {from} s och {to} s låter det som ett annat språk ({language}).',
    en: '{path}: from {from} s to {to} s it sounds like another language ({language}).',
  },
  'end-not-reached': {
    sv: '{path}: inspelningens slut nåddes inte; filen är skadad eller avklippt.',
    en: '{path}: the end of the recording was not reached; the file is damaged or cut off.',
  },
  'speech-unheard': {
    sv: '{path}: {seconds} s tal gick inte att uppfatta.',
    en: '{path}: {seconds} s of speech could not be made out.',
  },
  'no-speech': {
    sv: '{path}: inget tal hördes i inspelningen.',
    en: '{path}: no speech was heard in the recording.',
  },
} satisfies MessageTable

export type WarningId = keyof typeof warnings

/** Exit codes that a warning brings with it, though the report is written. */
export const warningExit: Partial<Record<WarningId, 2 | 3>> = { 'input-unreadable': 2, 'stage-failed': 3 }
