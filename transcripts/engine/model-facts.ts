import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '#model'
import type { FeatureSettings } from './features.js'

/** Where a model's files are: paths relative to `directory`. */
export interface ModelDescription {
  directory: string
  files: {
    encoder: string
    decoder: string
    tokenizer: string
    config: string
    generation: string
    preprocessor: string
  }
  name: string
  sha256: string
}

/** Everything that differs from one Whisper to the next, read from its files. */
export interface ModelFacts {
  features: FeatureSettings
  windowSeconds: number
  /** Seconds one column of the encoder's output, and one timestamp token, stands for. */
  secondsPerPosition: number
  layers: number
  heads: number
  headSize: number
  maxTokens: number
  endOfText: number
  startOfTranscript: number
  /** Null for English-only models: their prompt has neither language nor task. */
  transcribe: number | null
  noTimestamps: number
  firstTimestamp: number
  /** Highest timestamp allowed as a window's first token, in positions. */
  maxInitialTimestamp: number
  /** ISO 639-1 code to token. */
  languages: Map<string, number>
  suppress: number[]
  suppressAtStart: number[]
  /** [layer, head] pairs whose attention follows the words; null when the model doesn't name any. */
  alignmentHeads: [number, number][] | null
  medianFilterWidth: number
}

const Config = z.object({
  d_model: z.int().positive(),
  decoder_layers: z.int().positive(),
  decoder_attention_heads: z.int().positive(),
  max_source_positions: z.int().positive(),
  max_target_positions: z.int().positive(),
  num_mel_bins: z.int().positive(),
  eos_token_id: z.int(),
  decoder_start_token_id: z.int(),
  median_filter_width: z.int().positive().default(7),
  suppress_tokens: z.array(z.int()).nullish(),
  begin_suppress_tokens: z.array(z.int()).nullish(),
})
const Generation = z.object({
  alignment_heads: z.array(z.tuple([z.int(), z.int()])).nullish(),
  begin_suppress_tokens: z.array(z.int()).nullish(),
  suppress_tokens: z.array(z.int()).nullish(),
  lang_to_id: z.record(z.string(), z.int()).nullish(),
  task_to_id: z.record(z.string(), z.int()).nullish(),
  no_timestamps_token_id: z.int(),
  max_initial_timestamp_index: z.int().nullish(),
})
const Preprocessor = z.object({
  feature_size: z.int().positive(),
  hop_length: z.int().positive(),
  n_fft: z.int().positive(),
  nb_max_frames: z.int().positive(),
  sampling_rate: z.int().positive(),
})

/** @throws UserError when a file is missing or isn't what a Whisper model has. */
export async function readModelFacts(model: ModelDescription): Promise<ModelFacts> {
  const [config, generation, preprocessor] = await Promise.all([
    read(model, model.files.config, Config),
    read(model, model.files.generation, Generation),
    read(model, model.files.preprocessor, Preprocessor),
  ])
  const windowSeconds = (preprocessor.nb_max_frames * preprocessor.hop_length) / preprocessor.sampling_rate
  const languages = Object.entries(generation.lang_to_id ?? {}).map(
    ([token, id]) => [token.replace(/[<|>]/g, ''), id] as const,
  )
  return {
    features: {
      sampleRate: preprocessor.sampling_rate,
      fftSize: preprocessor.n_fft,
      hop: preprocessor.hop_length,
      melBins: preprocessor.feature_size,
      frames: preprocessor.nb_max_frames,
    },
    windowSeconds,
    secondsPerPosition: windowSeconds / config.max_source_positions,
    layers: config.decoder_layers,
    heads: config.decoder_attention_heads,
    headSize: config.d_model / config.decoder_attention_heads,
    maxTokens: config.max_target_positions,
    endOfText: config.eos_token_id,
    startOfTranscript: config.decoder_start_token_id,
    transcribe: generation.task_to_id?.transcribe ?? null,
    noTimestamps: generation.no_timestamps_token_id,
    firstTimestamp: generation.no_timestamps_token_id + 1,
    maxInitialTimestamp: generation.max_initial_timestamp_index ?? 50,
    languages: new Map(languages),
    suppress: generation.suppress_tokens ?? config.suppress_tokens ?? [],
    suppressAtStart: generation.begin_suppress_tokens ?? config.begin_suppress_tokens ?? [],
    alignmentHeads: generation.alignment_heads ?? null,
    medianFilterWidth: config.median_filter_width,
  }
}

async function read<T>(model: ModelDescription, file: string, schema: z.ZodType<T>): Promise<T> {
  const path = join(model.directory, file)
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new UserError(
      'model-file-unreadable',
      {
        sv: `Modellen ${model.name}: filen ${path} saknas eller är ingen Whisper-modells fil. Hämta modellen igen.`,
        en: `Model ${model.name}: the file ${path} is missing or isn't a Whisper model's file. Fetch the model again.`,
      },
      { exitCode: 2, cause },
    )
  }
}
