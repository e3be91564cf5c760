import { defineConfig } from 'vitest/config'

/**
 * The slow suites: random texts, and the properties and seeded faults with many more runs than in `npm test`. How many is
 * said by HENG_RUNS, HENG_TEXTS and HENG_LONG: scripts/test.mjs sets the full figures where they are not given.
 */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts', 'test/properties/**/*.test.ts', 'test/mutants/**/*.test.ts', 'test/engines/**/properties.test.ts', 'test/engines/compiled/many.test.ts', 'test/engines/compiled/compiled.test.ts', 'test/engines/json-logic/json-logic.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
  },
})
