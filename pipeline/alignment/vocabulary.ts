import { isWord, words } from '#language'
import type { Article } from '#model'
import type { AlignedWord } from './align-words.js'
import { likeness } from './edit-distance.js'
import { fold } from './fold.js'

/** Garble this much like a word of the article is read as that word. */
const READS_AS = 0.8

export interface Vocabulary {
  /** The heard word itself when it is a word, the article's word that it sounds like, or null for garble. */
  read(word: AlignedWord): string | null
}

/** The words of the language and of the article: the two kinds of real words that a heard side may consist of. */
export function vocabularyOf(article: Article, language: string): Vocabulary {
  const own = new Map<string, string>()
  for (const block of article.blocks)
    for (const word of words(block.text)) own.set(fold(word.norm, language), word.norm)
  const known = new Map<string, string | null>()
  const nearest = (folded: string): string | null => {
    let best: string | null = null
    let like = READS_AS
    for (const [other, norm] of own) {
      if (Math.abs(other.length - folded.length) > 3) continue
      const one = likeness(other, folded)
      if (one > like || (one === like && best === null)) {
        best = norm
        like = one
      }
    }
    return best
  }
  return {
    read({ norm, folded }) {
      let found = known.get(norm)
      if (found === undefined) {
        const isReal = isWord(norm, language) !== false
        found = isReal ? norm : (own.get(folded) ?? nearest(folded))
        known.set(norm, found)
      }
      return found
    },
  }
}
