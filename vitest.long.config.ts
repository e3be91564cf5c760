import { defineConfig } from 'vitest/config'

/** The slow suites: every property many times, every mutant, a million texts. HENG_RUNS and HENG_TEXTS set how many. */
export default defineConfig({
  test: {
    include: ['test/properties/**/*.test.ts', 'test/mutants/**/*.test.ts', 'test/long/**/*.test.ts'],
    exclude: ['dist/**', 'node_modules/**'],
    env: {
      HENG_LONG: '1',
      HENG_RUNS: process.env['HENG_RUNS'] ?? '100000',
      HENG_TEXTS: process.env['HENG_TEXTS'] ?? '1000000',
    },
    testTimeout: 3_600_000,
    maxWorkers: 2,
  },
})
