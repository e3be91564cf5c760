#!/usr/bin/env node
// Serves the built page on localhost: `node scripts/playground-serve.mjs`, PORT sets the port.
// A PORT that is taken is an error when it was asked for; otherwise the next free one is used.
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtSite, fileOf, serve } from '../dist/src/cli/play/serve.js'

export { fileOf }

export function servePlayground({ site = builtSite(), port = process.env.PORT, host = 'localhost' } = {}) {
  return serve({ site, port, host })
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const { address } = await servePlayground()
    console.log(`衡 playground: ${address}`)
  } catch (problem) {
    console.error(problem.code === 'ENOENT' ? '先运行 npm run build / run npm run build first' : problem.message)
    process.exitCode = 2
  }
}
