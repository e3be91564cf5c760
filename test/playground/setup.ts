import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { findBrowser } from '../../scripts/find-browser.mjs'
import { servePlayground } from '../../scripts/playground-serve.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    readonly address: string
    readonly browser: string
  }
}

/** Builds the page and serves it for all tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const browser = findBrowser()
  await build({ configFile: new URL('../../playground/vite.config.ts', import.meta.url).pathname, logLevel: 'warn' })
  const { server, address } = await servePlayground({ port: '0' })
  project.provide('address', address)
  project.provide('browser', browser)
  return () => void server.close()
}
