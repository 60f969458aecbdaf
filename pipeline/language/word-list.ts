/**
 * The words of a Hunspell dictionary, found without making a string of each: 150,000 strings in a Set cost a quarter of
 * a second, which a run that has little else to do would be felt to wait for.
 */
export interface WordList {
  /** Is this among the words, written in lower case? @param word in lower case @param commonOnly leaves names out */
  has(word: string, commonOnly?: boolean): boolean
}

const SLASH = 0x2f
const NEWLINE = 0x0a
/** FNV-1a (Fowler, Noll and Vo), 32 bits. */
const OFFSET_BASIS = 0x811c9dc5
const PRIME = 0x01000193
/** No word of any dictionary is this long. */
const LONGEST = 250

/**
 * @param bytes a `.dic` file in UTF-8: the number of entries, then a line for each, flags after "/". Words are put in
 * lower case as far as U+00DE, which is as far as Swedish goes; one that the file itself writes so is a common word.
 */
export function wordList(bytes: Uint8Array): WordList {
  const text = new Uint8Array(bytes)
  const newline = text.indexOf(NEWLINE)
  const entries = Number.parseInt(new TextDecoder().decode(text.subarray(0, Math.max(0, newline))), 10)
  // At most half full, for short chains of collisions; twice the room when the file does not say how much it needs.
  const size = 2 ** Math.ceil(Math.log2(2 * (entries > 0 && entries < text.length ? entries : text.length / 2) + 2))
  const mask = size - 1
  /** Offset of the word ×2, plus 1 when it is common; 0 where there is none: the file's first line is no word. */
  const slots = new Int32Array(size)
  let free = size / 2
  const length = newline < 0 ? 0 : text.length
  for (let at = newline + 1; at < length && free > 0; at++) {
    const start = at
    let hash = OFFSET_BASIS
    let common = 1
    let byte = text[at]!
    while (byte !== SLASH && byte >= 0x20) {
      if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x80 && byte <= 0x9e && byte !== 0x97 && text[at - 1] === 0xc3)) {
        byte += 0x20
        text[at] = byte
        common = 0
      }
      hash = Math.imul(hash ^ byte, PRIME)
      byte = ++at < length ? text[at]! : NEWLINE
    }
    if (at > start) {
      free--
      // A word that is there twice, as a name too, is put in twice: to compare would cost more than the room.
      let slot = firstSlot(hash, mask)
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = start * 2 + common
    }
    while (at < length && text[at] !== NEWLINE) at++
  }
  const scratch = new Uint8Array(LONGEST)
  const encoder = new TextEncoder()
  return {
    has(word, commonOnly = false) {
      if (word === '' || word.length > LONGEST / 3) return false
      const wanted = scratch.subarray(0, encoder.encodeInto(word, scratch).written)
      let hash = OFFSET_BASIS
      for (const byte of wanted) hash = Math.imul(hash ^ byte, PRIME)
      for (let slot = firstSlot(hash, mask); slots[slot] !== 0; slot = (slot + 1) & mask) {
        const held = slots[slot]!
        if ((!commonOnly || (held & 1) === 1) && isAt(text, held >> 1, wanted)) return true
      }
      return false
    },
  }
}

const firstSlot = (hash: number, mask: number) => (hash ^ (hash >>> 15)) & mask

/** Is the line that begins at `start` this word's? */
function isAt(text: Uint8Array, start: number, word: Uint8Array): boolean {
  for (let at = 0; at < word.length; at++) if (text[start + at] !== word[at]) return false
  const after = text[start + word.length] ?? NEWLINE
  return after === SLASH || after < 0x20
}
