import { DIMENSION, GRAPH, INT64, MODEL, messages, NODE, SHAPE, TENSOR } from './onnx.js'
import { changedAt, type Field, field, fieldsOf, numberField, numbersIn, textsIn } from './protobuf.js'

/** Names of ours in the graph. */
const POSITIONS = 'ordagrant.positions'
const NAMES = { zero: 'ordagrant.zero', one: 'ordagrant.one', two: 'ordagrant.two', shape: 'ordagrant.shape' }
const LENGTH = 'ordagrant.length'

/**
 * An encoder that takes less than a whole window. Whisper's encoder adds one row of its table of positions to each position
 * of the sound, and nothing else in it depends on there being 30 s; only the exported graph says so. Here the table is cut
 * to the sound's length before it is added, and the graph's declared lengths are let go. The weights stay as they are.
 *
 * @param model bytes of the ONNX file
 * @param positions rows of the table of positions
 * @param width its columns
 * @returns null for a graph laid out in another way: it is to be used as it is
 */
export function freeLength(model: Uint8Array, positions: number, width: number): Uint8Array | null {
  const graph = fieldsOf(model).find(({ number }) => number === MODEL.graph)?.content
  if (!graph) return null
  const fields = fieldsOf(graph)
  const tensors = messages(fields, GRAPH.initializer).map(fieldsOf)
  const tables = tensors.filter((tensor) => `${numbersIn(tensor, TENSOR.dims)}` === `${[positions, width]}`)
  if (tables.length !== 1) return null
  const [table] = textsIn(tables[0]!, TENSOR.name)
  const [adding, ...others] = messages(fields, GRAPH.node)
    .map(fieldsOf)
    .filter((node) => textsIn(node, NODE.input).includes(table!))
  if (!adding || others.length > 0 || textsIn(adding, NODE.operator)[0] !== 'Add') return null
  const sound = textsIn(adding, NODE.input).find((name) => name !== table)!

  const changed = fields.flatMap((one) => {
    const content = one.content!
    if (one.number === GRAPH.node && textsIn(fieldsOf(content), NODE.input).includes(table!))
      return [field(GRAPH.node, renamed(fieldsOf(content), table!, POSITIONS))]
    if (one.number === GRAPH.input)
      return [
        field(
          GRAPH.input,
          changedAt(content, SHAPE, (shape) => freed(shape, 2, 'frames')),
        ),
      ]
    if (one.number === GRAPH.output)
      return [
        field(
          GRAPH.output,
          changedAt(content, SHAPE, (shape) => freed(shape, 1, 'positions')),
        ),
      ]
    // What the exporter worked out for every value in between holds for whole windows.
    return one.number === GRAPH.valueInfo ? [] : [one.raw]
  })
  const added = [
    ...[NAMES.zero, NAMES.one, NAMES.two].map((name, value) => field(GRAPH.initializer, wholeNumber(name, value))),
    field(GRAPH.node, node('Shape', [sound], NAMES.shape)),
    field(GRAPH.node, node('Slice', [NAMES.shape, NAMES.one, NAMES.two], LENGTH)),
    field(GRAPH.node, node('Slice', [table!, NAMES.zero, LENGTH, NAMES.zero], POSITIONS)),
  ]
  return changedAt(model, [MODEL.graph], () => Buffer.concat([...changed, ...added]))
}

function renamed(fields: readonly Field[], from: string, to: string): Uint8Array {
  return Buffer.concat(
    fields.map((one) =>
      one.number === NODE.input && textsIn([one], NODE.input)[0] === from ? field(NODE.input, to) : one.raw,
    ),
  )
}

/** The shape with its dimension `index` a free one. */
function freed(shape: Uint8Array, index: number, name: string): Uint8Array {
  const free = field(DIMENSION.one, field(DIMENSION.name, name))
  return Buffer.concat(fieldsOf(shape).map(({ raw }, i) => (i === index ? free : raw)))
}

function node(operator: string, inputs: readonly string[], output: string): Uint8Array {
  return Buffer.concat([
    ...inputs.map((name) => field(NODE.input, name)),
    field(NODE.output, output),
    field(NODE.operator, operator),
  ])
}

/** A tensor of one int64. */
function wholeNumber(name: string, value: number): Uint8Array {
  const raw = Buffer.alloc(8)
  raw.writeBigInt64LE(BigInt(value))
  return Buffer.concat([
    numberField(TENSOR.dims, 1),
    numberField(TENSOR.type, INT64),
    field(TENSOR.name, name),
    field(TENSOR.raw, raw),
  ])
}
