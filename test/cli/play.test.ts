import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Files } from '../../src/cli/play/folder.ts'
import { play } from '../../src/cli/verbs/play.ts'
import type { Context, Given } from '../../src/cli/verb.ts'
import { heng } from './heng.ts'

let root = ''
let close = (): void => undefined
let port = 0
let token = ''

const plain = { bold: String, dim: String, red: String, green: String, yellow: String }

function given(folder: string, format: string | null = null): Given {
  return { positionals: [folder], text: (option) => (option === 'port' ? '0' : option === 'format' ? format : null), texts: () => [], flag: () => false }
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'heng-play-'))
  mkdirSync(join(root, 'site'))
  writeFileSync(join(root, 'site/index.html'), `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`)
  mkdirSync(join(root, 'mine/v1'), { recursive: true })
  mkdirSync(join(root, 'mine/dossiers'))
  writeFileSync(join(root, 'mine/v1/policy.heng'), '政策 甲\n')
  writeFileSync(join(root, 'mine/v1/source.txt'), '一、甲\n')
  writeFileSync(join(root, 'mine/v1/secret.env'), 'x')
  writeFileSync(join(root, 'mine/dossiers/applicants.json'), '[]')
  let out = ''
  const io: Context['io'] = { out: (text) => { out += text }, err: () => undefined, env: {}, outIsTerminal: false, errIsTerminal: false, columns: 100, version: '0.0.0' }
  close = await play(given(join(root, 'mine')), { io, language: 'zh', say: (text) => text.zh, paint: plain, paintErr: plain }, join(root, 'site'))
  const address = new URL(/http:\S+/.exec(out)?.[0] ?? '')
  expect(address.hostname).toBe('127.0.0.1')
  expect(address.searchParams.get('policy')).toBe('mine')
  port = Number(address.port)
  token = address.hash.slice('#play='.length)
})

afterEach(() => {
  close()
  rmSync(root, { recursive: true })
})

interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

function ask({ method = 'GET', headers = { 'x-heng-token': token }, body }: Asked = {}): Promise<{ readonly status: number; readonly value: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/api/policy', method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk }).on('end', () => resolve({ status: response.statusCode ?? 0, value: JSON.parse(text) as Record<string, unknown> }))
    }).on('error', reject)
    sent.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
  })
}

async function files(): Promise<Files> {
  return ((await ask()).value['versions'] as Record<string, Files>)['v1'] ?? {}
}

const put = (name: string, text: string, mark: string | null, version = 'v1') => ask({ method: 'PUT', body: { version, files: { [name]: { text, mark } } } })
const onDisk = (name: string): string => readFileSync(join(root, 'mine/v1', name), 'utf8')

describe('heng play', () => {
  it('gives the texts of the folder and nothing else of it', async () => {
    const { status, value } = await ask()
    expect(status).toBe(200)
    expect(value).toMatchObject({ name: 'mine', first: 'v1', others: { 'dossiers/applicants.json': '[]' } })
    expect(Object.keys(await files())).toEqual(['policy.heng', 'source.txt'])
  })

  it('saves what changed, whole', async () => {
    const { 'policy.heng': before } = await files()
    expect((await put('policy.heng', '政策 乙\n', before?.mark ?? null)).status).toBe(200)
    expect(onDisk('policy.heng')).toBe('政策 乙\n')
    expect(readdirSync(join(root, 'mine/v1')).sort()).toEqual(['policy.heng', 'secret.env', 'source.txt'])
  })

  it('makes a new measure or dossier file, but never over one that it has not read', async () => {
    expect((await put('measure-2.heng', '措施 2 乙\n', null)).status).toBe(200)
    expect((await put('dossiers/mine.json', '[]', null)).status).toBe(200)
    expect(onDisk('dossiers/mine.json')).toBe('[]')
    expect((await put('measure-2.heng', '', null)).status).toBe(409)
  })

  it('writes nothing when one file has changed on disk meanwhile', async () => {
    const read = await files()
    writeFileSync(join(root, 'mine/v1/source.txt'), '一、丙\n')
    const { status, value } = await ask({ method: 'PUT', body: { version: 'v1', files: { 'policy.heng': { text: '新', mark: read['policy.heng']?.mark }, 'source.txt': { text: '新', mark: read['source.txt']?.mark } } } })
    expect([status, value]).toEqual([409, { kind: 'conflict', files: ['source.txt'] }])
    expect([onDisk('policy.heng'), onDisk('source.txt')]).toEqual(['政策 甲\n', '一、丙\n'])
  })

  it.each(['../policy.heng', '../../x.heng', '/etc/x.heng', 'a/b.heng', 'dossiers/../x.json', 'dossiers/../../x.json', '..\\x.heng', 'secret.env', 'x.heng\0', '.hidden.heng', '__proto__', 'source.txt/', 'C:x.heng', 'node_modules/x.json'])('does not write %j', async (name) => {
    const body = `{"version":"v1","files":{${JSON.stringify(name)}:{"text":"x","mark":null}}}`
    expect((await ask({ method: 'PUT', body })).status).toBe(403)
    expect(readdirSync(join(root, 'mine/v1')).sort()).toEqual(['policy.heng', 'secret.env', 'source.txt'])
    expect(readdirSync(join(root, 'mine')).sort()).toEqual(['dossiers', 'v1'])
  })

  it('saves what belongs to all versions beside them, all files or none', async () => {
    const marks = await files()
    const save = (shared: Readonly<Record<string, unknown>>, policy = '政策 乙\n') => ask({ method: 'PUT', body: { version: 'v1', files: { 'policy.heng': { text: policy, mark: marks['policy.heng']?.mark } }, shared } })
    const inRoot = (name: string): string => readFileSync(join(root, 'mine', name), 'utf8')
    expect((await save({ 'population.json': { text: '{}', mark: null }, 'dossiers/new.json': { text: '[]', mark: null } })).status).toBe(200)
    expect([inRoot('population.json'), inRoot('dossiers/new.json'), onDisk('policy.heng')]).toEqual(['{}', '[]', '政策 乙\n'])
    // The mark of a file that is there already is not “none”: nothing is written, neither beside nor in the version.
    const { status, value } = await save({ 'population.json': { text: 'x', mark: null } }, '政策 丙\n')
    expect([status, value]).toEqual([409, { kind: 'conflict', files: ['policy.heng', 'population.json'] }])
    expect([inRoot('population.json'), onDisk('policy.heng')]).toEqual(['{}', '政策 乙\n'])
    for (const name of ['policy.heng', '../x.json', 'v1/policy.heng', 'dossiers/../x.json', 'x.json']) expect((await save({ [name]: { text: 'x', mark: null } })).status).toBe(403)
  })

  it('does not follow links out of the folder', async () => {
    writeFileSync(join(root, 'outside.heng'), 'before')
    mkdirSync(join(root, 'elsewhere'))
    symlinkSync(join(root, 'outside.heng'), join(root, 'mine/v1/linked.heng'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'mine/v1/dossiers'))
    const { 'linked.heng': linked } = await files()
    expect((await put('linked.heng', 'after', linked?.mark ?? null)).status).toBe(403)
    expect((await put('dossiers/x.json', '[]', null)).status).toBe(403)
    expect(readFileSync(join(root, 'outside.heng'), 'utf8')).toBe('before')
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([])
  })

  it('writes into the versions that it has', async () => {
    for (const version of ['..', 'v2', '', '__proto__', 'constructor']) expect((await put('policy.heng', 'x', null, version)).status).toBe(403)
  })

  it('answers only its own page, with the token', async () => {
    const own = { 'x-heng-token': token }
    const refused: readonly Readonly<Record<string, string>>[] = [
      {}, { 'x-heng-token': 'x' }, { 'x-heng-token': `${token}x` }, { ...own, host: 'evil.example' }, { ...own, host: `evil.example:${port}` },
      { ...own, origin: 'http://evil.example' }, { ...own, origin: 'null' }, { ...own, 'sec-fetch-site': 'cross-site' }, { ...own, 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of refused) {
      expect((await ask({ headers })).status).toBe(403)
      expect((await ask({ method: 'PUT', headers, body: { version: 'v1', files: {} } })).status).toBe(403)
    }
    expect((await ask({ headers: { ...own, origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
  })

  it.each(['', '{', '[]', 'null', '{"version":1,"files":{}}', '{"version":"v1"}', '{"version":"v1","files":{"a.heng":"x"}}', '{"version":"v1","files":{"a.heng":{"text":1,"mark":null}}}'])('refuses %j as a save', async (body) => {
    expect((await ask({ method: 'PUT', body })).status).toBe(400)
  })

  it('says in words what is wrong with a folder', async () => {
    const none = await heng('play', join(root, 'nothing'))
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('没有这个文件夹')])
    const empty = await heng('play', join(root, 'site'), '--lang', 'en')
    expect([empty.code, empty.err]).toEqual([2, expect.stringContaining('there is no policy.heng')])
  })
})

it('tells its address as JSON to a program', async () => {
  let out = ''
  const io: Context['io'] = { out: (text) => { out += text }, err: () => undefined, env: {}, outIsTerminal: false, errIsTerminal: false, columns: 100, version: '0.0.0' }
  const end = await play(given(join(root, 'mine'), 'json'), { io, language: 'zh', say: (text) => text.zh, paint: plain, paintErr: plain }, join(root, 'site'))
  end()
  const told = JSON.parse(out) as { url: string; folders: readonly string[] }
  expect(new URL(told.url).hash).toMatch(/^#play=\S+$/)
  expect(told.folders).toEqual([join(root, 'mine/v1')])
})
