#!/usr/bin/env node
// A small static server for the playground on localhost: `node scripts/playground-serve.mjs`, PORT sets the port.
// A PORT that is taken is an error when it was asked for; otherwise the next free one is used.
import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, extname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const SITE = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'playground')
const FIRST_PORT = 5173
const TRIES = 50

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ttf': 'font/ttf', '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.txt': 'text/plain; charset=utf-8', '.map': 'application/json',
}

/** The page's own content security policy, which the build wrote into it. */
function securityPolicy(site) {
  const match = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(site, 'index.html'), 'utf8'))
  if (match === null) throw new Error(`${site} is not a built playground`)
  return match[1]
}

/** The file that a request means; null when there is none below the site, whatever the address says. */
export function fileOf(site, address) {
  let path
  try {
    path = decodeURIComponent(new URL(address, 'http://localhost').pathname)
  } catch {
    return null
  }
  if (path.includes('\0')) return null
  try {
    const file = realpathSync(join(site, path.endsWith('/') ? `${path}index.html` : path))
    return file.startsWith(realpathSync(site) + sep) && statSync(file).isFile() ? file : null
  } catch {
    return null
  }
}

/** Serves `site` at the first free port; resolves to the server and its address. */
export async function servePlayground({ site = SITE, port = process.env.PORT, host = 'localhost' } = {}) {
  const headers = {
    'Content-Security-Policy': securityPolicy(site),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  }
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, headers).end()
    const file = fileOf(site, request.url ?? '/')
    if (file === null) return response.writeHead(404, { ...headers, 'Content-Type': TYPES['.txt'] }).end('没有这个文件 / no such file\n')
    response.writeHead(200, { ...headers, 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Length': statSync(file).size })
    if (request.method === 'HEAD') return response.end()
    createReadStream(file).on('error', () => response.destroy()).pipe(response)
  })
  const asked = port === undefined || port === '' ? null : Number(port)
  if (asked !== null && !(Number.isInteger(asked) && asked >= 0 && asked < 65536)) throw new Error(`PORT 应为 0 至 65535 的整数 / must be a whole number from 0 to 65535: ${port}`)
  const first = asked ?? FIRST_PORT
  for (let next = first; ; next += 1) {
    try {
      await new Promise((resolve, reject) => server.once('error', reject).listen(next, host, () => resolve(server.removeListener('error', reject))))
      break
    } catch (problem) {
      server.removeAllListeners('error')
      if (problem.code !== 'EADDRINUSE' || asked !== null || next - first >= TRIES) throw problem
    }
  }
  return { server, address: `http://localhost:${server.address().port}/` }
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
