import type { TestProject } from 'vitest/node'
import { buildPlayground } from '../../scripts/ensure.mjs'
import { findBrowser } from '../../scripts/find-browser.mjs'
import { builtSite, serve } from '../../src/cli/play/serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly address: string
    readonly browser: string
  }
}

/** Builds the page when its sources are newer, and serves it for all tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const browser = findBrowser()
  buildPlayground()
  const { server, address } = await serve({ site: builtSite(), port: '0' })
  project.provide('address', address)
  project.provide('browser', browser)
  return () => void server.close()
}
