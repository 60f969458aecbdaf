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
  /** Offset of the word ×2, plus 1 when it is common; 0 where there is none: the file's first line is no word. */
  const slots = new Int32Array(size)
  let free = size / 2
  let hash = OFFSET_BASIS
  let common = 1
  let start = newline + 1
  let end = -1
  for (let at = newline + 1; newline >= 0 && at <= text.length; at++) {
    let byte = at < text.length ? text[at]! : NEWLINE
    if (byte === NEWLINE) {
      if (end < 0) end = at
      if (end > start && free > 0) {
        free--
        const slot = slotOf(slots, text, hash, text, start, end)
        slots[slot] = slots[slot] === 0 ? start * 2 + common : slots[slot]! | common
      }
      hash = OFFSET_BASIS
      common = 1
      start = at + 1
      end = -1
    } else if (end < 0) {
      if (byte === SLASH || byte < 0x20) end = at
      else {
        if (
          (byte >= 0x41 && byte <= 0x5a) ||
          (byte >= 0x80 && byte <= 0x9e && byte !== 0x97 && text[at - 1] === 0xc3)
        ) {
          byte += 0x20
          text[at] = byte
          common = 0
        }
        hash = Math.imul(hash ^ byte, PRIME)
      }
    }
  }
  const scratch = new Uint8Array(LONGEST)
  const encoder = new TextEncoder()
  return {
    has(word, commonOnly = false) {
      if (word === '' || word.length > LONGEST / 3) return false
      const length = encoder.encodeInto(word, scratch).written
      let of = OFFSET_BASIS
      for (let at = 0; at < length; at++) of = Math.imul(of ^ scratch[at]!, PRIME)
      const held = slots[slotOf(slots, text, of, scratch, 0, length)]!
      return held !== 0 && (!commonOnly || (held & 1) === 1)
    },
  }
}

/** The slot of the word at `[start, end)` of `of`: its own, or the free one where it would be. */
function slotOf(slots: Int32Array, text: Uint8Array, hash: number, of: Uint8Array, start: number, end: number): number {
  const mask = slots.length - 1
  for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
    const held = slots[slot]!
    if (held === 0) return slot
    let at = held >> 1
    let same = start
    while (same < end && text[at] === of[same]) {
      at++
      same++
    }
    const after = at < text.length ? text[at]! : NEWLINE
    if (same === end && (after === SLASH || after < 0x20)) return slot
  }
}
