import { PbfReader, PbfWriter } from 'pbf'

/** One field of a message: its whole bytes, and what they hold when the field is text, bytes or a message. */
export interface Field {
  number: number
  raw: Uint8Array
  content: Uint8Array | null
}

const LENGTH_DELIMITED = 2

/** The fields of a message in the order they stand in. @throws Error when the bytes are no message */
export function fieldsOf(message: Uint8Array): Field[] {
  const reader = new PbfReader(message)
  const fields: Field[] = []
  while (reader.pos < reader.length) {
    const start = reader.pos
    const tag = reader.readVarint()
    const number = tag >>> 3
    if ((tag & 7) === LENGTH_DELIMITED) {
      const content = reader.readBytes()
      fields.push({ number, raw: message.subarray(start, reader.pos), content })
    } else {
      reader.skip(tag)
      fields.push({ number, raw: message.subarray(start, reader.pos), content: null })
    }
    if (reader.pos > reader.length) throw new Error('A field is longer than its message')
  }
  return fields
}

/** A field that holds text, bytes or a message. */
export function field(number: number, content: Uint8Array | string): Uint8Array {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const writer = new PbfWriter(new Uint8Array(16))
  writer.writeTag(number, LENGTH_DELIMITED)
  writer.writeVarint(bytes.length)
  return Buffer.concat([writer.finish(), bytes])
}

/** A field that holds a whole number, at least 0. */
export function numberField(number: number, value: number): Uint8Array {
  const writer = new PbfWriter(new Uint8Array(16))
  writer.writeTag(number, 0)
  writer.writeVarint(value)
  return writer.finish()
}

/** The whole numbers of a repeated field, packed or one by one, at least 0. */
export function numbersIn(fields: readonly Field[], number: number): number[] {
  return fields
    .filter((one) => one.number === number)
    .flatMap(({ raw, content }) => {
      if (content) {
        const reader = new PbfReader(content)
        const values: number[] = []
        while (reader.pos < reader.length) values.push(reader.readVarint())
        return values
      }
      const reader = new PbfReader(raw)
      reader.readVarint()
      return [reader.readVarint()]
    })
}

/** The text of each field of that number. */
export function textsIn(fields: readonly Field[], number: number): string[] {
  return fields.flatMap((one) =>
    one.number === number && one.content ? [Buffer.from(one.content).toString('utf8')] : [],
  )
}

/** The message with the field at `path` (numbers, outermost first; the first of each number) put through `change`. */
export function changedAt(
  message: Uint8Array,
  path: readonly number[],
  change: (content: Uint8Array) => Uint8Array,
): Uint8Array {
  const [number, ...rest] = path
  if (number === undefined) return change(message)
  const fields = fieldsOf(message)
  const at = fields.findIndex((one) => one.number === number && one.content !== null)
  if (at < 0) throw new Error(`No field ${number}`)
  const changed = field(number, changedAt(fields[at]!.content!, rest, change))
  return Buffer.concat(fields.map(({ raw }, i) => (i === at ? changed : raw)))
}
