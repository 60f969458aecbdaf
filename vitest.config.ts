import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '#model': at('./pipeline/model/index.ts'),
      '#language': at('./pipeline/language/index.ts'),
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // Two workers: the machines we know have two cores, and hearing uses both.
    maxWorkers: 2,
  },
})
