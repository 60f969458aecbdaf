import { readFile } from 'node:fs/promises'
import * as runtime from 'onnxruntime-node'
import { GRAPH, graphsIn, messages, TENSOR } from './onnx.js'
import { fieldsOf } from './protobuf.js'

/**
 * A session of the model in a file after `change`; of the file untouched when its weights lie in other files beside it: the
 * runtime finds those only by the model's path.
 *
 * @throws Error of the runtime when the file isn't a usable ONNX model.
 */
export async function openModel(
  path: string,
  options: runtime.InferenceSession.SessionOptions,
  change: (model: Uint8Array) => Uint8Array,
): Promise<runtime.InferenceSession> {
  const model = await readFile(path)
  return weightsElsewhere(model)
    ? runtime.InferenceSession.create(path, options)
    : runtime.InferenceSession.create(change(model), options)
}

function weightsElsewhere(model: Uint8Array): boolean {
  const tensors = graphsIn(model).flatMap((graph) => messages(graph, GRAPH.initializer))
  return tensors.some((tensor) => fieldsOf(tensor).some(({ number }) => number === TENSOR.location))
}
