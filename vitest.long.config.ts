import { defineConfig } from 'vitest/config'

/** The slow suites. HENG_RUNS lowers the number of runs of each property; without it each runs as often as it states. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
  },
})
