import { defineConfig } from 'vitest/config'

/** The page in a real browser: `npm run test:playground`. One after the other: they share a machine with the page's own workers. */
export default defineConfig({
  test: {
    include: ['test/playground/**/*.test.ts'],
    globalSetup: ['test/playground/setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
  },
})
