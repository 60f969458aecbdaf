import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { packageRoot } from '#model'
import { speechRules } from './speech.js'
import { type WordList, wordList } from './word-list.js'

/**
 * What tells words from a recogniser's garble. Swedish: the stems of the Hunspell dictionary `dictionary-sv`, with the endings that
 * Swedish words take, alone or compounded of two. Approximate on purpose: it does
 * not spell-check.
 */
interface Lexicon {
  stems: WordList
  /** What a word may end with, and what its stem may have lost before that ending. */
  endings: string[]
  stemEnds: string[]
  /** Forms that no ending makes: "gick", "höll". */
  irregular: ReadonlySet<string>
}

let swedish: Lexicon | undefined

function swedishLexicon(): Lexicon {
  if (!swedish) {
    const dictionary = join(dirname(createRequire(import.meta.url).resolve('dictionary-sv')), 'index.dic')
    const table = (name: string) =>
      readFileSync(join(packageRoot(), 'pipeline/language/sv', name), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t'))
    const endings = table('word-endings.tsv')
    const of = (side: string) => endings.filter((row) => row[1] === side).map((row) => row[0]!)
    swedish = {
      stems: wordList(readFileSync(dictionary)),
      endings: of('word'),
      stemEnds: ['', ...of('stem')],
      irregular: new Set(table('irregular-words.tsv').map(([form]) => form!)),
    }
  }
  return swedish
}

function isSimple(word: string, { stems, endings, stemEnds, irregular }: Lexicon, commonOnly = false): boolean {
  if (stems.has(word, commonOnly) || irregular.has(word)) return true
  return endings.some((ending) => {
    if (word.length - ending.length < 2 || !word.endsWith(ending)) return false
    const rest = word.slice(0, word.length - ending.length)
    return stemEnds.some((end) => stems.has(rest + end, commonOnly))
  })
}

/** True or false for Swedish; null where no dictionary is at hand, and nothing may be concluded. Digits are words. */
export function isWord(word: string, language: string): boolean | null {
  if (language !== 'sv') return null
  if (/^[\d\s.,:]+$/.test(word)) return true
  if (speechRules(language).isFunctionWord(word)) return true
  const lexicon = swedishLexicon()
  if (isSimple(word, lexicon)) return true
  for (let at = 4; at <= word.length - 4; at++) {
    const left = word.slice(0, at)
    const right = word.slice(at)
    const joins = lexicon.stems.has(left) || (left.endsWith('s') && lexicon.stems.has(left.slice(0, -1)))
    if (joins && isSimple(right, lexicon)) return true
  }
  return false
}

/** Whether a word is also an ordinary word, written in lower case: "Björn" and "Under" are, "Kristofferssen" isn't. Null without a dictionary. */
export function isCommonWord(word: string, language: string): boolean | null {
  if (language !== 'sv') return null
  return isSimple(word.toLowerCase(), swedishLexicon(), true)
}
