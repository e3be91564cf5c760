import { readFileSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../playground/build/csp.ts'

const SITE = new URL('../../dist/playground/', import.meta.url).pathname

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** Asks for a path as it is written: fetch would tidy it first. */
function ask(path: string, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(inject('address'))
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
    }).on('error', reject).end()
  })
}

describe('the server', () => {
  test('gives the page with its security policy, the one that is written into it', async () => {
    const { status, headers } = await ask('/')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('gives scripts and styles as what they are', async () => {
    const files = readdirSync(join(SITE, 'assets'))
    const script = files.find((file) => file.endsWith('.js'))
    const style = files.find((file) => file.endsWith('.css'))
    expect((await ask(`/assets/${script}`)).headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect((await ask(`/assets/${style}?v=1`)).headers['content-type']).toBe('text/css; charset=utf-8')
  })

  test.each(['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/assets/../../../package.json', '/..\\..\\package.json', '/%00', '/%', '//etc/passwd', '/assets', '/nothing.js'])('has nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  test('takes nothing', async () => {
    expect((await ask('/', 'POST')).status).toBe(405)
  })
})

test('the scripts that the page starts with are small', () => {
  const html = readFileSync(join(SITE, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  expect(scripts.length).toBeGreaterThan(0)
  const bytes = scripts.map((file) => gzipSync(readFileSync(join(SITE, file))).length).reduce((a, b) => a + b, 0)
  expect(bytes).toBeLessThan(250_000)
})

test('no script of the page can make code out of text', () => {
  for (const file of readdirSync(join(SITE, 'assets')).filter((name) => name.endsWith('.js'))) {
    expect(readFileSync(join(SITE, 'assets', file), 'utf8'), file).not.toMatch(/\bnew Function\(|[^.\w]eval\(/)
  }
})
