import { type Field, fieldsOf } from './protobuf.js'

/** Field numbers of ONNX's messages (onnx.proto3, IR version 8). */
export const MODEL = { graph: 7 }
export const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 }
export const NODE = { input: 1, output: 2, operator: 4, attribute: 5 }
export const ATTRIBUTE = { name: 1, integer: 3, graph: 6 }
export const TENSOR = { dims: 1, type: 2, name: 8, raw: 9, location: 14 }
/** Of a value: its type, therein the tensor, therein the shape. */
export const SHAPE = [2, 1, 2]
export const DIMENSION = { one: 1, name: 2 }
/** A tensor's element type. */
export const INT64 = 7

/** The fields of every graph in a model, those within its nodes (the branches of an `If`) among them. */
export function graphsIn(model: Uint8Array): Field[][] {
  return messages(fieldsOf(model), MODEL.graph).flatMap(withInner)
}

function withInner(graph: Uint8Array): Field[][] {
  const fields = fieldsOf(graph)
  const inner = messages(fields, GRAPH.node)
    .flatMap((node) => messages(fieldsOf(node), NODE.attribute))
    .flatMap((attribute) => messages(fieldsOf(attribute), ATTRIBUTE.graph))
  return [fields, ...inner.flatMap(withInner)]
}

/** What the fields of that number hold. */
export function messages(fields: readonly Field[], number: number): Uint8Array[] {
  return fields.flatMap((one) => (one.number === number && one.content ? [one.content] : []))
}
