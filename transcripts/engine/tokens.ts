import { Tokenizer } from '@huggingface/tokenizers'

/** Words kept with their ids: a long story's vocabulary. */
const MOST_KNOWN = 20_000

/** Whisper's byte-level tokens, as ids, text and bytes. */
export class Tokens {
  private readonly tokenizer: Tokenizer
  private readonly decoder = new TextDecoder('utf-8', { fatal: false })
  private readonly known = new Map<string, readonly number[]>()

  /** @param definition the parsed `tokenizer.json` */
  constructor(definition: object) {
    this.tokenizer = new Tokenizer(definition, {})
  }

  /**
   * Ids of a text, without special tokens. Byte-level BPE never joins across a space, so that each word with the space
   * before it is split once: a question's wordings are hundreds and have all their words but one in common.
   */
  encode(text: string): number[] {
    const ids: number[] = []
    let from = 0
    while (from < text.length) {
      const end = nextWord(text, from)
      for (const id of this.idsOf(text.slice(from, end))) ids.push(id)
      from = end
    }
    return ids
  }

  idOf(token: string): number | undefined {
    return this.tokenizer.token_to_id(token)
  }

  /** Text of ordinary (not special) tokens; a character cut in half becomes U+FFFD. */
  decode(ids: readonly number[]): string {
    const bytes: number[] = []
    for (const id of ids) {
      for (const character of this.tokenizer.id_to_token(id) ?? '') {
        const byte = BYTE_OF.get(character)
        if (byte !== undefined) bytes.push(byte)
      }
    }
    return this.decoder.decode(Uint8Array.from(bytes))
  }

  private idsOf(word: string): readonly number[] {
    const known = this.known.get(word)
    if (known) return known
    const ids: number[] = this.tokenizer.encode(word, { add_special_tokens: false }).ids.map(Number)
    if (this.known.size >= MOST_KNOWN) this.known.clear()
    this.known.set(word, ids)
    return ids
  }
}

/** Where the next word begins, with the space before it: at the last of several spaces. */
function nextWord(text: string, from: number): number {
  let space = text.indexOf(' ', from + 1)
  while (space >= 0 && (space + 1 === text.length || isSpace(text, space + 1))) space = text.indexOf(' ', space + 1)
  return space < 0 ? text.length : space
}

const isSpace = (text: string, place: number) => /\s/.test(text[place]!)

/** Byte-level BPE writes each byte as a printable character (Radford et al. 2019, `bytes_to_unicode`). */
const BYTE_OF = new Map<string, number>()
let next = 256
for (let byte = 0; byte < 256; byte++) {
  const printable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174
  BYTE_OF.set(String.fromCodePoint(printable ? byte : next++), byte)
}
