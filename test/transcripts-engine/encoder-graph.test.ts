import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as runtime from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '#model'
import { freeLength } from '../../transcripts/engine/encoder-graph.js'
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
    const elsewhere = changedAt(model, [7, 5], (tensor) => Buffer.concat([tensor, numberField(14, 1)]))
    expect(freeLength(elsewhere, POSITIONS, WIDTH)).toBeNull()
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
