import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#model'
import type { Tokens } from './tokens.js'

/** A run of tokens `[first, end)` that is one written word, and within it the tokens `[soundFirst, soundEnd)` that are heard. */
export interface TokenWord {
  text: string
  first: number
  end: number
  soundFirst: number
  soundEnd: number
}

const rules: { languagesWithoutSpaces: string[]; silentPunctuation: string } = JSON.parse(
  readFileSync(join(packageRoot(), 'transcripts/engine/word-rules.json'), 'utf8'),
)
const silent = new Set([...rules.silentPunctuation, ' '])
const unspaced = new Set(rules.languagesWithoutSpaces)

/**
 * Groups text tokens into written words: a word begins at a space (in languages written without spaces: at each
 * character). Punctuation belongs to the word it touches but not to its sound; standing alone it joins the word before.
 */
export function groupWords(tokens: Tokens, ids: readonly number[], language: string | null): TokenWord[] {
  const words: TokenWord[] = []
  const apart = language !== null && unspaced.has(language)
  for (const piece of wholeCharacters(tokens, ids)) {
    const isSilent = [...piece.text].every((character) => silent.has(character))
    const previous = words.at(-1)
    const begins = previous === undefined || piece.text.startsWith(' ') || (apart && !isSilent)
    if (begins) {
      const soundEnd = isSilent ? piece.first : piece.end
      words.push({ text: piece.text, first: piece.first, end: piece.end, soundFirst: piece.first, soundEnd })
    } else {
      previous.text += piece.text
      previous.end = piece.end
      if (!isSilent) {
        if (previous.soundEnd === previous.soundFirst) previous.soundFirst = piece.first
        previous.soundEnd = piece.end
      }
    }
  }
  const joined: TokenWord[] = []
  for (const word of words) {
    const previous = joined.at(-1)
    if (word.soundEnd > word.soundFirst) joined.push(word)
    else if (previous) {
      previous.text += word.text
      previous.end = word.end
    }
  }
  for (const word of joined) word.text = word.text.trim()
  return joined
}

/** Tokens joined until they hold whole characters: one letter may be cut over several byte tokens. */
function wholeCharacters(tokens: Tokens, ids: readonly number[]): { text: string; first: number; end: number }[] {
  const pieces: { text: string; first: number; end: number }[] = []
  let first = 0
  for (let end = 1; end <= ids.length; end++) {
    const text = tokens.decode(ids.slice(first, end))
    // No character has more than four bytes; a longer run is broken text, not a cut letter.
    if (text.includes('\ufffd') && end - first < 4 && end < ids.length) continue
    pieces.push({ text, first, end })
    first = end
  }
  return pieces
}
