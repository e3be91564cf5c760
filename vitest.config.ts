import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['dist/**', 'node_modules/**', 'test/long/**', 'test/bench/**', 'test/playground/**'],
    testTimeout: 30_000,
  },
})
