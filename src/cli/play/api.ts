import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Text } from '../../explain/text.ts'
import { readPlayFolder, saveFiles } from './folder.ts'
import type { PlayFolder, Save, ToSave } from './folder.ts'
import type { Handler } from './serve.ts'

export const API = '/api/policy'
export const TOKEN_HEADER = 'x-heng-token'
const MOST_BYTES = 32 * 1024 * 1024

const NOT_YOURS: Text = { zh: '请从 heng play 打印的地址打开', en: 'open the address that heng play printed' }
const BAD_BODY: Text = { zh: '保存的内容不完整', en: 'what was sent to be saved is not whole' }

/** Only pages that this server gave, opened under its own name, and only with the token of the printed address. */
function isAllowed(request: IncomingMessage, token: string): boolean {
  const host = request.headers.host ?? ''
  const port = request.socket.localPort
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return false
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${host}`) return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const given = Buffer.from(String(request.headers[TOKEN_HEADER] ?? ''))
  const wanted = Buffer.from(token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function bodyOf(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MOST_BYTES) chunks.push(chunk)
    })
    request.on('end', () => resolve(size <= MOST_BYTES ? Buffer.concat(chunks).toString('utf8') : null))
    request.on('error', () => resolve(null))
  })
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function readSave(body: string | null): Save | null {
  let value: unknown
  try {
    value = JSON.parse(body ?? '')
  } catch {
    return null
  }
  if (!isObject(value) || typeof value['version'] !== 'string') return null
  const [files, shared] = [readFiles(value['files']), readFiles(value['shared'] ?? {})]
  return files === null || shared === null ? null : { version: value['version'], files, shared }
}

function readFiles(value: unknown): ToSave | null {
  if (!isObject(value)) return null
  const files: Record<string, ToSave[string]> = {}
  for (const [name, file] of Object.entries(value)) {
    if (!isObject(file)) return null
    const { text, mark } = file
    if (typeof text !== 'string' || (typeof mark !== 'string' && mark !== null)) return null
    Object.defineProperty(files, name, { value: { text, mark }, enumerable: true })
  }
  return files
}

/** GET gives the folder, PUT saves into it. */
export function playApi(folder: PlayFolder, token: string): Handler {
  return (request, response, headers) => {
    if ((request.url ?? '').split(/[?#]/)[0] !== API) return false
    const answer = (status: number, value: unknown): ServerResponse =>
      response.writeHead(status, { ...headers, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }).end(JSON.stringify(value))
    if (!isAllowed(request, token)) answer(403, { message: NOT_YOURS })
    else if (request.method === 'GET') answerWith(answer, () => [200, readPlayFolder(folder)])
    else if (request.method !== 'PUT') answer(405, { message: BAD_BODY })
    else {
      void bodyOf(request).then((body) => {
        const save = readSave(body)
        if (save === null) return answer(400, { message: BAD_BODY })
        return answerWith(answer, () => {
          const saved = saveFiles(folder, save)
          return [saved.kind === 'saved' ? 200 : saved.kind === 'conflict' ? 409 : 403, saved]
        })
      })
    }
    return true
  }
}

function answerWith(answer: (status: number, value: unknown) => ServerResponse, act: () => readonly [number, unknown]): ServerResponse {
  try {
    return answer(...act())
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem)
    return answer(500, { message: { zh: `读写文件夹没有成功：${reason}`, en: `reading or writing the folder failed: ${reason}` } })
  }
}
