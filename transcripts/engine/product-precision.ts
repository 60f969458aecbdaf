import { ATTRIBUTE, GRAPH, graphsIn, messages, NODE } from './onnx.js'
import { type Field, fieldsOf, numbersIn, textsIn } from './protobuf.js'

const PRODUCT = 'MatMulNBits'
const LEVEL = 'accuracy_level'
/** The runtime's "not said": the sound's side stays in single precision. */
const NOT_SAID = 0

/**
 * Has products with 8-bit weights computed in single precision, where the model's maker had the other side rounded to 8 bits
 * first. That is worth it for a decoder's step, a row or two at a time, which does little but read weights; with a window's
 * 1500 rows it takes half as long again on processors without 8-bit instructions, and is less exact.
 *
 * @param model bytes of the ONNX file, changed in place; a graph without such products stays as it is
 * @param from only products of this input of the graph; default: all
 * @returns the model
 */
export function inSinglePrecision(model: Uint8Array, from?: string): Uint8Array {
  for (const node of graphsIn(model)
    .flatMap((graph) => messages(graph, GRAPH.node))
    .map(fieldsOf)) {
    if (textsIn(node, NODE.operator)[0] !== PRODUCT) continue
    if (from !== undefined && !textsIn(node, NODE.input).includes(from)) continue
    for (const attribute of messages(node, NODE.attribute).map(fieldsOf))
      if (textsIn(attribute, ATTRIBUTE.name)[0] === LEVEL) changeLevel(attribute)
  }
  return model
}

function changeLevel(attribute: readonly Field[]): void {
  const level = attribute.find(({ number }) => number === ATTRIBUTE.integer)
  // A level is one byte, the last of its field: nothing moves when it is changed.
  if (level && (numbersIn([level], ATTRIBUTE.integer)[0] ?? 0x80) < 0x80) level.raw[level.raw.length - 1] = NOT_SAID
}
