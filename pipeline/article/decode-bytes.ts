import { articleTooLarge, emptyArticle, MAX_ARTICLE_BYTES, notText } from './errors.js'

export interface Decoded {
  /** UTF-16, byte-order mark removed, nothing else changed. */
  source: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** The encoding was guessed: the bytes are no UTF-8 and carry no mark. */
  guessed: boolean
}

/**
 * UTF-8, else UTF-16 by its byte-order mark, else windows-1252: what old Swedish editorial systems export.
 * @throws UserError when the file is empty, too large, or not text.
 */
export function decodeBytes(path: string, bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw emptyArticle(path)
  if (bytes.length > MAX_ARTICLE_BYTES) throw articleTooLarge(path, bytes.length)
  const decoded = decode(bytes)
  // NUL and most control characters never stand in an article: the file is a picture, a Word file, an archive …
  if (/[\0-\x08\x0e-\x1f]/.test(decoded.source)) throw notText(path)
  return decoded
}

function decode(bytes: Uint8Array): Decoded {
  const mark = bytes[0]! * 256 + (bytes[1] ?? 0)
  if (mark === 0xfffe || mark === 0xfeff) {
    const encoding = mark === 0xfffe ? 'utf-16le' : 'utf-16be'
    return { source: new TextDecoder(encoding).decode(bytes), encoding, guessed: false }
  }
  try {
    return { source: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', guessed: false }
  } catch {
    return { source: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', guessed: true }
  }
}
