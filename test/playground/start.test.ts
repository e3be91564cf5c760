import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

/** Runs what `npm start` runs; ends it once `until` has come, and gives all that it printed to stdout. */
function start(args: readonly string[], until: RegExp | null): Promise<{ readonly code: number | null; readonly out: string; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/start.mjs', ...args], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] })
    let [out, body] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
      const address = until?.exec(out)?.[1]
      if (address !== undefined && body === '') {
        body = ' '
        fetch(address).then((response) => response.text()).then((text) => { body = text }).catch(reject).finally(() => child.kill())
      }
    })
    child.on('error', reject).on('close', (code) => resolve({ code, out, body }))
  })
}

test('npm start prints the table, then the address of the playground', async () => {
  const { out, body } = await start([], /(http:\/\/localhost:\d+\/)/)
  expect(out.indexOf('合计')).toBeGreaterThan(0)
  expect(out.indexOf('http://localhost:')).toBeGreaterThan(out.indexOf('合计'))
  expect(body).toContain('<div id="app">')
}, 120_000)

test('npm start -- --once ends after the table', async () => {
  const { code, out } = await start(['--once'], null)
  expect([code, out.includes('合计'), out.includes('http://')]).toEqual([0, true, false])
}, 120_000)
