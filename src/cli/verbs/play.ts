import { randomBytes } from 'node:crypto'
import { toJson } from '../json.ts'
import { BadInput } from '../misuse.ts'
import { playApi } from '../play/api.ts'
import { playFolder } from '../play/folder.ts'
import { builtSite, serve } from '../play/serve.ts'
import { SAMPLE } from '../sample.ts'
import type { Context, ExitCode, Given, Verb } from '../verb.ts'

/** Only this machine, by its number: a name could be made to mean another one. */
const HOST = '127.0.0.1'

function reasonOf(problem: unknown): BadInput {
  if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return new BadInput({ zh: '页面还没有编译。先运行：npm run build', en: 'the page is not built yet; run: npm run build' })
  const words = problem instanceof Error ? problem.message : String(problem)
  return new BadInput({ zh: words, en: words })
}

/** Serves the folder until it is closed; resolves once it does, to what closes it. */
export async function play(given: Given, { io, say }: Context, site = builtSite()): Promise<() => void> {
  const folder = playFolder(given.positionals[0] ?? '')
  const token = randomBytes(24).toString('base64url')
  const port = given.text('port') ?? io.env['PORT']
  const { server, address } = await serve({ site, port, host: HOST, handler: playApi(folder, token) }).catch((problem: unknown) => { throw reasonOf(problem) })
  const url = `${address}?policy=${encodeURIComponent(folder.name)}&version=${encodeURIComponent(folder.first)}#play=${token}`
  io.out(given.text('format') === 'json' ? `${toJson({ url, folders: [...folder.versions.values()] })}\n` : `${say({ zh: '在浏览器中打开', en: 'Open in a browser' })}: ${url}\n`)
  io.err(`${say({ zh: `修改保存在 ${[...folder.versions.values()].join('、')}；按 Ctrl+C 结束`, en: `changes are saved into ${[...folder.versions.values()].join(', ')}; Ctrl+C ends it` })}\n`)
  return () => {
    server.closeAllConnections()
    server.close()
  }
}

export const playVerb: Verb = {
  name: 'play',
  summary: { zh: '在浏览器里修改这个文件夹的政策，看效果，并存回文件夹', en: 'open the policy of a folder in the browser, see effects, and save back into it' },
  positionals: ['POLICY'],
  options: { port: { type: 'string', value: 'N', help: { zh: '端口，默认从 5173 起第一个空闲的（也可用环境变量 PORT）', en: 'the port; the first free one from 5173 unless given (or PORT in the environment)' } } },
  formats: ['pretty', 'json'],
  example: [SAMPLE],
  run: async (given, context): Promise<ExitCode> => {
    // The server keeps the program running after this.
    await play(given, context)
    return 0
  },
}
