import type { MessageTable } from '#model'

/** Why a quotation has its grade, in one sentence. */
export const alignmentMessages: MessageTable = {
  verbatim: { sv: 'Orden i trycket är orden i ljudet.', en: 'The printed words are the words in the sound.' },
  tidied: {
    sv: 'Bara utfyllnadsord, omtagningar och talspråksformer skiljer.',
    en: 'Only fillers, repetitions and spoken forms differ.',
  },
  altered: {
    sv: 'Ljudet stöder en annan ordalydelse på ett ställe som bär betydelse.',
    en: 'The sound supports another wording at a place that carries meaning.',
  },
  spliced: {
    sv: 'Orden är sagda, men på skilda ställen, och trycket visar inte var det är klippt.',
    en: 'The words were said, but at different places, and the print does not show the cut.',
  },
  undecided: {
    sv: 'Ljudet avgör inte om trycket stämmer: någon behöver lyssna.',
    en: 'The sound does not decide whether the print is right: somebody needs to listen.',
  },
  'not-found': { sv: 'Finns inte i de inspelningar som lämnats.', en: 'Not in the recordings given.' },
  'not-heard': {
    sv: 'Sekunderna där det borde ha sagts gick inte att höra.',
    en: 'The seconds where it should have been said could not be heard.',
  },
  translated: {
    sv: 'Citatet är översatt och kan inte jämföras ord för ord.',
    en: 'The quotation is translated and cannot be compared word for word.',
  },
  'other-language': {
    sv: 'Ljudet är på ett annat språk än artikeln.',
    en: 'The sound is in another language than the article.',
  },
  statement: { sv: 'Referat: ordalydelsen behöver inte stämma.', en: 'Reported speech: the wording need not agree.' },
}
