import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as runtime from 'onnxruntime-node'
import { describe, expect, it, vi } from 'vitest'
import { packageRoot } from '#model'
import { freeLength } from '../../transcripts/engine/encoder-graph.js'
import { graphsIn, messages } from '../../transcripts/engine/onnx.js'
import { openModel } from '../../transcripts/engine/open-model.js'
import { inSinglePrecision } from '../../transcripts/engine/product-precision.js'
import { changedAt, field, fieldsOf, numberField, numbersIn, textsIn } from '../../transcripts/engine/protobuf.js'

const file = join(packageRoot(), 'transcripts/models/whisper-base/onnx/encoder_model_quantized.onnx')
const [POSITIONS, WIDTH, BINS] = [1500, 512, 80]
const features = (frames: number) =>
  new runtime.Tensor(
    'float32',
    Float32Array.from({ length: BINS * frames }, (_, i) => Math.sin((i % frames) * 0.3 + Math.floor(i / frames))),
    [1, BINS, frames],
  )

describe('an encoder of any length', () => {
  it('gives for a whole window what the file gives, and fewer positions for less', async () => {
    const free = await runtime.InferenceSession.create(freeLength(readFileSync(file), POSITIONS, WIDTH)!)
    const whole = await runtime.InferenceSession.create(file)
    const input = { input_features: features(3000) }
    const [ours, theirs] = [await free.run(input), await whole.run(input)].map((out) => out.last_hidden_state!)
    expect(ours!.dims).toEqual([1, POSITIONS, WIDTH])
    expect(ours!.data).toEqual(theirs!.data)
    const { last_hidden_state: short } = await free.run({ input_features: features(800) })
    expect(short!.dims).toEqual([1, 400, WIDTH])
    await expect(whole.run({ input_features: features(800) })).rejects.toThrow()
    await free.release()
    await whole.release()
  })

  it('is not made of a graph laid out in another way', () => {
    const model = readFileSync(file)
    expect(freeLength(model, POSITIONS, WIDTH + 1)).toBeNull()
    expect(freeLength(new Uint8Array(0), POSITIONS, WIDTH)).toBeNull()
  })
})

describe('products with 8-bit weights', () => {
  const levels = (model: Uint8Array) =>
    graphsIn(model)
      .flatMap((graph) => messages(graph, 1).map(fieldsOf))
      .filter((node) => textsIn(node, 4)[0] === 'MatMulNBits')
      .map((node) => {
        const attributes = messages(node, 5).map(fieldsOf)
        return numbersIn(attributes.find((one) => textsIn(one, 1)[0] === 'accuracy_level')!, 3)[0]
      })

  it('are computed in single precision, all or those of one input', () => {
    const encoder = readFileSync(file)
    expect(levels(encoder)).toEqual(Array(36).fill(4))
    expect(levels(inSinglePrecision(encoder))).toEqual(Array(36).fill(0))
    const decoder = readFileSync(file.replace('encoder_model', 'decoder_model_merged'))
    const changed = levels(inSinglePrecision(decoder, 'encoder_hidden_states'))
    expect(changed.filter((level) => level === 0)).toHaveLength(12)
    expect(changed.filter((level) => level === 4)).toHaveLength(98)
  })

  it('differ by little from rounded ones', async () => {
    const rounded = await runtime.InferenceSession.create(file)
    const single = await openModel(file, {}, (model) => inSinglePrecision(model))
    const input = { input_features: features(3000) }
    const [theirs, ours] = [await rounded.run(input), await single.run(input)].map(
      (out) => out.last_hidden_state!.data as Float32Array,
    )
    let difference = 0
    for (const [i, value] of ours!.entries()) difference += Math.abs(value - theirs![i]!) / ours!.length
    expect(difference).toBeGreaterThan(0)
    expect(difference).toBeLessThan(0.05)
    await rounded.release()
    await single.release()
  })

  it('stay as they are in a model whose weights lie in other files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ordagrant-test-'))
    const path = join(folder, 'model.onnx')
    await writeFile(
      path,
      changedAt(readFileSync(file), [7, 5], (tensor) => Buffer.concat([tensor, numberField(14, 1)])),
    )
    const change = vi.fn((model: Uint8Array) => model)
    await openModel(path, { logSeverityLevel: 4 }, change).catch(() => {})
    expect(change).not.toHaveBeenCalled()
    await rm(folder, { recursive: true })
  })
})

describe('messages', () => {
  const message = Buffer.concat([numberField(1, 300), field(2, 'två'), field(3, field(2, 'inre')), field(2, 'igen')])

  it('fall into fields that put together give the message', () => {
    const fields = fieldsOf(message)
    expect(fields.map(({ number }) => number)).toEqual([1, 2, 3, 2])
    expect(Buffer.concat(fields.map(({ raw }) => raw))).toEqual(message)
    expect(textsIn(fields, 2)).toEqual(['två', 'igen'])
    expect(numbersIn(fields, 1)).toEqual([300])
    expect(numbersIn(fieldsOf(field(4, Buffer.from([5, 0xac, 0x02]))), 4)).toEqual([5, 300])
  })

  it('are changed at one place alone', () => {
    const changed = changedAt(message, [3, 2], () => Buffer.from('yttre'))
    expect(textsIn(fieldsOf(fieldsOf(changed)[2]!.content!), 2)).toEqual(['yttre'])
    expect(textsIn(fieldsOf(changed), 2)).toEqual(['två', 'igen'])
    expect(() => changedAt(message, [5], (content) => content)).toThrow('No field 5')
  })

  it('are not read beyond their end', () => {
    expect(() => fieldsOf(message.subarray(0, message.length - 2))).toThrow()
  })
})
