import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

export type ModelPart = 'encoder' | 'decoder' | 'tokenizer' | 'config' | 'generation' | 'preprocessor'

/** A model on disk, as the engine loads it. Paths are absolute. */
export interface ModelFiles {
  name: string
  directory: string
  /** Commit of the repository it came from; null for the embedded model and for a plain directory. */
  revision: string | null
  files: Record<ModelPart, string>
  /** Weights that ONNX keeps beside the graph (`…onnx_data`), found by the runtime itself. */
  externalData: string[]
  /** SHA-256 over the files' names and SHA-256: the same weights give the same value wherever they lie. */
  sha256: string
}

/**
 * Precisions in the order we take them. 8-bit first, being four times smaller and fast everywhere; half precision last,
 * since processors without it compute slower than in full.
 */
const PRECISIONS = ['_quantized', '_int8', '', '_fp16']

const CHOICES: Record<ModelPart, string[]> = {
  encoder: PRECISIONS.map((precision) => `onnx/encoder_model${precision}.onnx`),
  decoder: PRECISIONS.map((precision) => `onnx/decoder_model_merged${precision}.onnx`),
  tokenizer: ['tokenizer.json'],
  config: ['config.json'],
  generation: ['generation_config.json'],
  preprocessor: ['preprocessor_config.json'],
}

/** The layout of transformers.js, chosen from a list of relative paths (`/` between folders). */
export interface ChosenFiles {
  parts: Record<ModelPart, string>
  externalData: string[]
}

/** Which files of a model to use; or, by their first names, the parts that are missing. */
export function chooseFiles(available: Iterable<string>): ChosenFiles | { missing: string[] } {
  const names = new Set(available)
  const parts: Partial<Record<ModelPart, string>> = {}
  const missing: string[] = []
  for (const [part, choices] of Object.entries(CHOICES) as [ModelPart, string[]][]) {
    const found = choices.find((name) => names.has(name))
    if (found === undefined) missing.push(choices[0]!)
    else parts[part] = found
  }
  if (missing.length > 0) return { missing }
  const graphs = [parts.encoder!, parts.decoder!]
  const externalData = [...names]
    .filter((name) => graphs.some((graph) => name === `${graph}_data` || name.startsWith(`${graph}_data_`)))
    .sort()
  return { parts: parts as Record<ModelPart, string>, externalData }
}

/** Relative paths of the files in a model's directory and its `onnx` folder; empty when there is no such directory. */
export async function filesIn(directory: string): Promise<string[]> {
  const list = async (folder: string, prefix: string) => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    // Models are often links into a shared store.
    return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map((entry) => prefix + entry.name)
  }
  return [...(await list(directory, '')), ...(await list(join(directory, 'onnx'), 'onnx/'))]
}

/** All the files of a choice, in a fixed order. */
export function allFiles(chosen: ChosenFiles): string[] {
  return [...Object.values(chosen.parts), ...chosen.externalData].sort()
}
