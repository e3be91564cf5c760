import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const FIRST_PORT = 5173
const TRIES = 50

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ttf': 'font/ttf', '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.txt': 'text/plain; charset=utf-8', '.map': 'application/json',
}

/** Answers a request itself and says so, or leaves it to the files of the site. */
export type Handler = (request: IncomingMessage, response: ServerResponse, headers: Readonly<Record<string, string>>) => boolean

export interface Serving {
  /** The folder of the built page. */
  readonly site: string
  /** A port that was asked for; without one the first free one from 5173. '0' is any free one. */
  readonly port?: string | undefined
  readonly host?: string
  readonly handler?: Handler
}

/** The site that `npm run build` leaves in dist/playground. */
export function builtSite(): string {
  // This file is src/cli/play/serve.ts, or dist/src/cli/play/serve.js when it is built.
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  return root.endsWith(`${sep}dist${sep}`) ? join(root, 'playground') : join(root, 'dist', 'playground')
}

/** The page's own content security policy, which the build wrote into it. Throws where there is no built page. */
function securityPolicy(site: string): string {
  const match = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(site, 'index.html'), 'utf8'))
  if (match?.[1] === undefined) throw new Error(`${site} 不是编译好的页面 / is not a built page`)
  return match[1]
}

/** The file that a request means; null when there is none below the site, whatever the address says. */
export function fileOf(site: string, address: string): string | null {
  try {
    const path = decodeURIComponent(new URL(address, 'http://localhost').pathname)
    if (path.includes('\0')) return null
    const file = realpathSync(join(site, path.endsWith('/') ? `${path}index.html` : path))
    return file.startsWith(realpathSync(site) + sep) && statSync(file).isFile() ? file : null
  } catch {
    return null
  }
}

function sendFile(site: string, request: IncomingMessage, response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, headers).end()
    return
  }
  const file = fileOf(site, request.url ?? '/')
  if (file === null) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end('没有这个文件 / no such file\n')
    return
  }
  response.writeHead(200, { ...headers, 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Length': statSync(file).size })
  if (request.method === 'HEAD') response.end()
  else createReadStream(file).on('error', () => response.destroy()).pipe(response)
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
}

const isTaken = (problem: unknown): boolean => problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE'

/**
 * Serves the page on this machine alone; resolves to the server and its address. Rejects when the page is not built, and
 * when the port that was asked for is none or is taken.
 */
export async function serve({ site, port, host = 'localhost', handler }: Serving): Promise<{ readonly server: Server; readonly address: string }> {
  const headers = {
    'Content-Security-Policy': securityPolicy(site),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  }
  const server = createServer((request, response) => {
    if (handler?.(request, response, headers) !== true) sendFile(site, request, response, headers)
  })
  const asked = port === undefined || port === '' ? null : Number(port)
  if (asked !== null && !(Number.isInteger(asked) && asked >= 0 && asked < 65536)) throw new Error(`端口应为 0 至 65535 的整数 / a port is a whole number from 0 to 65535: ${port}`)
  const first = asked ?? FIRST_PORT
  for (let next = first; ; next += 1) {
    try {
      await listen(server, next, host)
      break
    } catch (problem) {
      server.removeAllListeners('error')
      if (!isTaken(problem) || next - first >= TRIES) throw problem
      if (asked !== null) throw new Error(`端口 ${asked} 已被占用 / port ${asked} is taken`)
    }
  }
  const taken = server.address()
  return { server, address: `http://${host}:${typeof taken === 'object' && taken !== null ? taken.port : first}/` }
}
