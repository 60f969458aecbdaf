/**
 * Text under way from file to block: every UTF-16 unit knows the source offsets it came from. In it, `\n` is a line end
 * that means no more than a space, and U+2028 a line end that the reader sees (`<br>`).
 */
export class SourceText {
  text = ''
  starts: number[] = []
  ends: number[] = []

  /** Adds `source.slice(start, end)` as it stands. */
  addVerbatim(source: string, start: number, end: number): void {
    this.text += source.slice(start, end)
    for (let offset = start; offset < end; offset++) {
      this.starts.push(offset)
      this.ends.push(offset + 1)
    }
  }

  /** Adds text that stands for the whole of `[start, end)`: an entity, an escape, a line break. */
  addDecoded(text: string, start: number, end: number): void {
    this.text += text
    for (let unit = 0; unit < text.length; unit++) {
      this.starts.push(start)
      this.ends.push(end)
    }
  }

  slice(from: number, to = this.text.length): SourceText {
    const part = new SourceText()
    part.text = this.text.slice(from, to)
    part.starts = this.starts.slice(from, to)
    part.ends = this.ends.slice(from, to)
    return part
  }
}

/** Soft hyphen, zero-width and bidirectional marks: they steer layout and are never seen. */
const isInvisible = (code: number): boolean =>
  code === 0xad ||
  code === 0x180e ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2064) ||
  (code >= 0x2066 && code <= 0x2069) ||
  code === 0xfeff

const isSpace = (character: string): boolean => /[\s\u0085]/.test(character)
/** What composes with the character before it: marks, and the vowels and finals of Hangul. */
const composes = /[\p{M}\u1160-\u11ff]/u

/**
 * What a reader sees: composed (NFC), invisible characters gone, every run of white space one space, trimmed. Where
 * characters were composed, each resulting unit stands for the whole of what it was composed from.
 */
export function normalise(raw: SourceText): SourceText {
  const out = new SourceText()
  const { text, starts, ends } = raw
  let spaceStart = -1
  let spaceEnd = -1
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!
    const size = code > 0xffff ? 2 : 1
    if (isInvisible(code)) {
      at += 1
      continue
    }
    if (size === 1 && isSpace(text[at]!)) {
      if (spaceStart < 0) spaceStart = starts[at]!
      spaceEnd = ends[at]!
      at += 1
      continue
    }
    if (spaceStart >= 0 && out.text !== '') out.addDecoded(' ', spaceStart, spaceEnd)
    spaceStart = -1
    let next = at + size
    while (next < text.length && text.charCodeAt(next) >= 0x300) {
      const mark = String.fromCodePoint(text.codePointAt(next)!)
      if (!composes.test(mark)) break
      next += mark.length
    }
    const cluster = text.slice(at, next)
    const composed = cluster.normalize('NFC')
    if (composed === cluster) {
      out.text += cluster
      for (let unit = at; unit < next; unit++) {
        out.starts.push(starts[unit]!)
        out.ends.push(ends[unit]!)
      }
    } else out.addDecoded(composed, starts[at]!, ends[next - 1]!)
    at = next
  }
  return out
}
