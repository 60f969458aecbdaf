// Writes small ONNX models (protocol buffers by hand): so much of the format as the tiny Whisper needs.
// Field numbers: onnx/onnx.proto3 of ONNX 1.17.

const IR_VERSION = 8
const OPERATORS = 17
const FLOAT = 1
const INT64 = 7

function varint(value) {
  const bytes = []
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    if (rest < 128n) return Buffer.from([...bytes, Number(rest)])
    bytes.push(Number(rest & 127n) | 128)
  }
}
const number = (field, value) => Buffer.concat([varint(field << 3), varint(value)])
const bytes = (field, value) => {
  const content = Buffer.from(value)
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content])
}
const float = (field, value) => {
  const content = Buffer.alloc(4)
  content.writeFloatLE(value)
  return Buffer.concat([varint((field << 3) | 5), content])
}

/** A tensor: Float32Array, or BigInt64Array, with its dimensions. */
function tensor(name, dims, data) {
  const type = data instanceof BigInt64Array ? INT64 : FLOAT
  const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  return Buffer.concat([...dims.map((dim) => number(1, dim)), number(2, type), bytes(8, name), bytes(9, raw)])
}

const ATTRIBUTES = { float: 1, int: 2, graph: 5, ints: 7 }

/** Attributes: `{axis: 1}` an integer, `{ints: […]}`, `{float: 0.5}` or `{graph}`. */
function attribute(name, value) {
  const { type, parts } = Array.isArray(value)
    ? { type: ATTRIBUTES.ints, parts: value.map((one) => number(8, one)) }
    : Buffer.isBuffer(value)
      ? { type: ATTRIBUTES.graph, parts: [bytes(6, value)] }
      : typeof value === 'object'
        ? { type: ATTRIBUTES.float, parts: [float(2, value.float)] }
        : { type: ATTRIBUTES.int, parts: [number(3, value)] }
  return Buffer.concat([bytes(1, name), ...parts, number(20, type)])
}

const ELEMENTS = { float: 1, int64: 7, bool: 9 }

/** An input or output; dimensions that vary are names. */
function port({ name, type = 'float', dims }) {
  const shape = dims.map((dim) => bytes(1, typeof dim === 'string' ? bytes(2, dim) : number(1, dim)))
  const tensorType = Buffer.concat([number(1, ELEMENTS[type]), bytes(2, Buffer.concat(shape))])
  return Buffer.concat([bytes(1, name), bytes(2, bytes(1, tensorType))])
}

/** A graph as it is put together: every operation is named by its output. */
export class Graph {
  #nodes = []
  #constants = []
  #inputs
  #prefix
  #count = 0

  /** @param prefix keeps the names of one graph apart from those of a graph inside it */
  constructor(inputs = [], prefix = 'v') {
    this.#inputs = inputs
    this.#prefix = prefix
  }

  /** @returns the names of the outputs, as many as asked for */
  node(type, inputs, attributes = {}, outputs = [`${this.#prefix}${++this.#count}`]) {
    this.#nodes.push(
      Buffer.concat([
        ...inputs.map((name) => bytes(1, name)),
        ...outputs.map((name) => bytes(2, name)),
        bytes(4, type),
        ...Object.entries(attributes).map(([name, value]) => bytes(5, attribute(name, value))),
      ]),
    )
    return outputs
  }

  /** An operation with one output. */
  op(type, inputs, attributes) {
    return this.node(type, inputs, attributes)[0]
  }

  constant(dims, data) {
    const name = `${this.#prefix}c${++this.#count}`
    this.#constants.push(tensor(name, dims, data))
    return name
  }

  floats(dims, values) {
    return this.constant(dims, Float32Array.from(values))
  }

  integers(values, dims = [values.length]) {
    return this.constant(dims, BigInt64Array.from(values, BigInt))
  }

  encode(outputs) {
    return Buffer.concat([
      ...this.#nodes.map((node) => bytes(1, node)),
      bytes(2, 'graph'),
      ...this.#constants.map((one) => bytes(5, one)),
      ...this.#inputs.map((one) => bytes(11, port(one))),
      ...outputs.map((one) => bytes(12, port(one))),
    ])
  }
}

/** The bytes of a model file. */
export function modelOf(graph, outputs) {
  const operators = Buffer.concat([bytes(1, ''), number(2, OPERATORS)])
  return Buffer.concat([number(1, IR_VERSION), bytes(7, graph.encode(outputs)), bytes(8, operators)])
}
