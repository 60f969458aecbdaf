// A Whisper of another size, in the layout and with the tensor names of the real ones, made by this script in a moment. It
// has heard of one sentence only: where there is sound it says that, word after word at a steady pace, and where there is
// none it says so. Everything is a real transformer's in shape: the self-attention looks at what was said before (a little
// comes of it), the cross-attention at the encoder's positions, and the caches are needed. So a number of another size
// taken for this one's, or a cache cut wrongly, shows.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Graph, modelOf } from './onnx.mjs'

export const SENTENCE = ' Vi har två hus.'
/** Seconds from the window's start of the sentence's first letter, and between letters. */
export const FIRST_LETTER = 0.5
export const LETTER = 0.2
/** Where the sentence is said to end: near the end of a whole window, so that a long recording takes few of them. */
export const END = 28

export const SIZES = { layers: 2, heads: 2, headSize: 8, melBins: 128, maxTokens: 64 }
const { layers: LAYERS, heads: HEADS, headSize: HEAD, melBins: MEL, maxTokens: MOST } = SIZES
const WIDTH = HEADS * HEAD
const FRAMES = 3000
const POSITIONS = 1500
const SECONDS_PER_POSITION = 30 / POSITIONS
/** Heads that follow the letters; the others run backwards through the window, so that they must not be taken for these. */
const ALIGNMENT = [
  [0, 1],
  [1, 0],
]

/** Bytes are the words; the marks that follow have other numbers than in any published model. */
const MARKS = [
  '<|endoftext|>',
  '<|startoftranscript|>',
  '<|sv|>',
  '<|en|>',
  '<|no|>',
  '<|transcribe|>',
  '<|translate|>',
  '<|startofprev|>',
  '<|nospeech|>',
  '<|notimestamps|>',
]
const ID = Object.fromEntries(MARKS.map((mark, i) => [mark, 256 + i]))
const FIRST_TIME = 256 + MARKS.length
const VOCABULARY = FIRST_TIME + POSITIONS + 1

/** Byte-level BPE writes each byte as a printable character (Radford et al. 2019). */
const LETTERS = []
for (let byte = 0, next = 256; byte < 256; byte++) {
  const printable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174
  LETTERS.push(String.fromCodePoint(printable ? byte : next++))
}

let seed = 7
function random() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 31 - 1
}
const noise = (length, scale) => Float32Array.from({ length }, () => scale * random())

/** One half turn over a window: two places are as near as their cosines. */
const turn = (position) => [Math.cos((Math.PI * position) / POSITIONS), Math.sin((Math.PI * position) / POSITIONS)]
/** How sharply a head looks: a spread of about ten positions. */
const SHARP = 2300

/** Encoder: one convolution over the mel bins; each head is told where it is, and whether there is any sound. */
function encoder() {
  const graph = new Graph([{ name: 'input_features', dims: ['batch', MEL, FRAMES] }])
  // Three of each head's numbers are kept for place and loudness.
  const kept = (channel) => channel % HEAD < 3
  const weights = noise(WIDTH * MEL * 3, 0.05).map((value, i) => (kept(Math.floor(i / (MEL * 3))) ? 0 : value))
  const mixed = graph.op('Conv', ['input_features', graph.constant([WIDTH, MEL, 3], weights)], {
    kernel_shape: [3],
    strides: [2],
    pads: [1, 1],
  })
  const heard = graph.op('Tanh', [graph.op('Transpose', [mixed], { perm: [0, 2, 1] })])
  const places = new Float32Array(POSITIONS * WIDTH)
  for (let at = 0; at < POSITIONS; at++)
    for (let head = 0; head < HEADS; head++) places.set(turn(at), at * WIDTH + head * HEAD)
  const loudest = graph.op('ReduceMax', ['input_features'], { axes: [1, 2], keepdims: 1 })
  // Silence has −1.5 in every bin.
  const above = graph.op('Add', [loudest, graph.floats([1], [0.8])])
  const sound = graph.op('Sigmoid', [graph.op('Mul', [above, graph.floats([1], [30])])])
  const where = Float32Array.from({ length: WIDTH }, (_, i) => (i % HEAD === 2 ? 1 : 0))
  const loud = graph.op('Mul', [sound, graph.constant([1, 1, WIDTH], where)])
  const placed = graph.op('Add', [heard, graph.constant([1, POSITIONS, WIDTH], places)])
  graph.node('Add', [placed, loud], {}, ['last_hidden_state'])
  return modelOf(graph, [{ name: 'last_hidden_state', dims: ['batch', POSITIONS, WIDTH] }])
}

/** Logits by the place of the token that they follow: start, language, task, (no timestamps,) sentence. */
function script(loud) {
  const logits = new Float32Array(MOST * VOCABULARY)
  const say = (place, token, value) => {
    logits[place * VOCABULARY + token] = value
  }
  const letters = loud ? [...Buffer.from(SENTENCE)] : []
  say(0, ID['<|sv|>'], 18)
  say(0, ID['<|en|>'], 12)
  say(0, ID['<|nospeech|>'], loud ? 0 : 40)
  // The first letter follows the first timestamp as well as the mark that there are none: both stand at place 3.
  say(2, FIRST_TIME, 20)
  for (const [i, letter] of letters.entries()) say(3 + i, letter, 20)
  const end = 3 + letters.length
  say(end, FIRST_TIME + Math.round(END / SECONDS_PER_POSITION), loud ? 20 : 0)
  say(end, ID['<|endoftext|>'], 19)
  for (let place = end + 1; place < MOST; place++) say(place, ID['<|endoftext|>'], 20)
  return logits
}

/** Where each head looks when the token after this place is to be told. */
function gaze(layer) {
  const queries = new Float32Array(MOST * WIDTH)
  for (let place = 0; place < MOST; place++) {
    for (let head = 0; head < HEADS; head++) {
      const follows = ALIGNMENT.some(([l, h]) => l === layer && h === head)
      const position = (FIRST_LETTER + Math.max(0, place - 3) * LETTER) / SECONDS_PER_POSITION
      const [x, y] = turn(follows ? position : POSITIONS - position)
      queries.set([SHARP * x, SHARP * y], place * WIDTH + head * HEAD)
    }
  }
  return queries
}

const cacheDims = (length) => ['batch', HEADS, length, HEAD]
const cacheNames = (side) =>
  Array.from({ length: LAYERS }, (_, layer) => ['key', 'value'].map((part) => `${layer}.${side}.${part}`)).flat()

/** Merged decoder: with the cache, the encoder's keys and values are read from it; without, they are made. */
function decoder(attends) {
  const graph = new Graph([
    { name: 'input_ids', type: 'int64', dims: ['batch', 'tokens'] },
    { name: 'encoder_hidden_states', dims: ['sounds', POSITIONS, WIDTH] },
    ...cacheNames('decoder').map((name) => ({ name: `past_key_values.${name}`, dims: cacheDims('past') })),
    ...cacheNames('encoder').map((name) => ({
      name: `past_key_values.${name}`,
      dims: ['sounds', HEADS, 'seen', HEAD],
    })),
    { name: 'use_cache_branch', type: 'bool', dims: [1] },
  ])
  const cross = crossCache(graph)
  const length = (name, axis) =>
    graph.op('Gather', [graph.op('Shape', [name]), graph.integers([axis], [])], { axis: 0 })
  const zero = graph.integers([0], [])
  const one = graph.integers([1], [])
  const past = length('past_key_values.0.decoder.key', 2)
  const total = graph.op('Add', [past, length('input_ids', 1)])
  const places = graph.op('Range', [past, total, one])
  const asColumn = graph.op('Unsqueeze', [places, graph.integers([1])])
  const allowed = graph.op('LessOrEqual', [graph.op('Range', [zero, total, one]), asColumn])
  const mask = graph.op('Where', [allowed, graph.floats([1], [0]), graph.floats([1], [-1e9])])
  const scale = graph.floats([1], [HEAD ** -0.5])
  let state = graph.op('Gather', [graph.constant([VOCABULARY, WIDTH], noise(VOCABULARY * WIDTH, 1)), 'input_ids'])
  let loud = ''
  const outputs = []
  for (let layer = 0; layer < LAYERS; layer++) {
    const heads = (input) => inHeads(graph, input)
    const weighted = (input) => graph.op('MatMul', [input, graph.constant([WIDTH, WIDTH], noise(WIDTH * WIDTH, 0.5))])
    const [key, value] = ['key', 'value'].map((part) => {
      const before = `past_key_values.${layer}.decoder.${part}`
      const name = `present.${layer}.decoder.${part}`
      outputs.push({ name, dims: cacheDims('total') })
      return graph.node('Concat', [before, heads(weighted(state))], { axis: 2 }, [name])[0]
    })
    const own = attend(graph, graph.op('Mul', [heads(weighted(state)), scale]), key, mask)
    state = graph.op('Add', [state, graph.op('Tanh', [joined(graph, graph.op('MatMul', [own, value]))])])

    const looking = graph.op('Gather', [graph.constant([MOST, WIDTH], gaze(layer)), places])
    const query = heads(graph.op('Add', [graph.op('Mul', [state, graph.floats([1], [1e-4])]), looking]))
    const gazed = attend(graph, query, cross[2 * layer], null)
    if (attends) {
      const name = `cross_attentions.${layer}`
      graph.node('Identity', [gazed], {}, [name])
      outputs.push({ name, dims: ['batch', HEADS, 'tokens', POSITIONS] })
    }
    const seen = joined(graph, graph.op('MatMul', [gazed, cross[2 * layer + 1]]))
    state = graph.op('Add', [state, graph.op('Tanh', [seen])])
    loud = graph.op('Gather', [seen, graph.integers([2])], { axis: 2 })
  }
  const said = (isLoud) => graph.op('Gather', [graph.constant([MOST, VOCABULARY], script(isLoud)), places])
  const quiet = graph.op('Sub', [graph.floats([1], [1]), loud])
  const scripted = graph.op('Add', [graph.op('Mul', [loud, said(true)]), graph.op('Mul', [quiet, said(false)])])
  const own = graph.op('MatMul', [state, graph.constant([WIDTH, VOCABULARY], noise(WIDTH * VOCABULARY, 0.1))])
  graph.node('Add', [scripted, own], {}, ['logits'])
  outputs.push({ name: 'logits', dims: ['batch', 'tokens', VOCABULARY] })
  for (const [i, name] of cacheNames('encoder').entries()) {
    graph.node('Identity', [cross[i]], {}, [`present.${name}`])
    outputs.push({ name: `present.${name}`, dims: ['sounds', HEADS, POSITIONS, HEAD] })
  }
  return modelOf(graph, outputs)
}

/** The encoder's keys and values, layer by layer, from the cache or from the encoder's states. */
function crossCache(graph) {
  const names = cacheNames('encoder')
  const branch = (prefix, make) => {
    const inner = new Graph([], prefix)
    const results = names.map((name) => make(inner, name))
    return inner.encode(results.map((name) => ({ name, dims: ['sounds', HEADS, 'heard', HEAD] })))
  }
  const then_branch = branch('t', (inner, name) => inner.op('Identity', [`past_key_values.${name}`]))
  const else_branch = branch('e', (inner) => inHeads(inner, 'encoder_hidden_states'))
  return graph.node(
    'If',
    ['use_cache_branch'],
    { then_branch, else_branch },
    names.map((_, i) => `cross${i}`),
  )
}

/** batch × tokens × width as batch × heads × tokens × head. */
function inHeads(graph, input) {
  const apart = graph.op('Reshape', [input, graph.integers([0, 0, HEADS, HEAD])])
  return graph.op('Transpose', [apart], { perm: [0, 2, 1, 3] })
}

const joined = (graph, input) =>
  graph.op('Reshape', [graph.op('Transpose', [input], { perm: [0, 2, 1, 3] }), graph.integers([0, 0, WIDTH])])

function attend(graph, query, key, mask) {
  const scores = graph.op('MatMul', [query, graph.op('Transpose', [key], { perm: [0, 1, 3, 2] })])
  return graph.op('Softmax', [mask ? graph.op('Add', [scores, mask]) : scores], { axis: -1 })
}

function tokenizer() {
  const added = [...MARKS, ...Array.from({ length: POSITIONS + 1 }, (_, i) => `<|${(i / 50).toFixed(2)}|>`)]
  return {
    version: '1.0',
    added_tokens: added.map((content, i) => ({ id: 256 + i, content, special: i < MARKS.length })),
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: null,
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: { type: 'BPE', vocab: Object.fromEntries(LETTERS.map((letter, i) => [letter, i])), merges: [] },
  }
}

/** What each file of the model holds. Without `attends` the decoder does not give its cross-attention. */
function files(attends) {
  return {
    'onnx/encoder_model.onnx': encoder(),
    'onnx/decoder_model_merged.onnx': decoder(attends),
    'tokenizer.json': tokenizer(),
    'config.json': {
      d_model: WIDTH,
      decoder_layers: LAYERS,
      decoder_attention_heads: HEADS,
      max_source_positions: POSITIONS,
      max_target_positions: MOST,
      num_mel_bins: MEL,
      vocab_size: VOCABULARY,
      eos_token_id: ID['<|endoftext|>'],
      decoder_start_token_id: ID['<|startoftranscript|>'],
      median_filter_width: 5,
    },
    'generation_config.json': {
      alignment_heads: ALIGNMENT,
      lang_to_id: Object.fromEntries(['<|sv|>', '<|en|>', '<|no|>'].map((mark) => [mark, ID[mark]])),
      task_to_id: { transcribe: ID['<|transcribe|>'], translate: ID['<|translate|>'] },
      no_timestamps_token_id: ID['<|notimestamps|>'],
      prev_sot_token_id: ID['<|startofprev|>'],
      max_initial_timestamp_index: 50,
      suppress_tokens: [],
      begin_suppress_tokens: [ID['<|endoftext|>']],
    },
    'preprocessor_config.json': {
      feature_size: MEL,
      hop_length: 160,
      n_fft: 400,
      nb_max_frames: FRAMES,
      sampling_rate: 16_000,
    },
  }
}

/**
 * Writes the model into a folder. The same bytes each time.
 * @param options.attends does the decoder give its cross-attention? Default: yes
 */
export function writeTinyWhisper(folder, { attends = true } = {}) {
  seed = 7
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  for (const [name, content] of Object.entries(files(attends)))
    writeFileSync(join(folder, name), Buffer.isBuffer(content) ? content : JSON.stringify(content))
}
