import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE, SAMPLE_INPUT } from './heng.ts'

/** The program as a process: built, started by Node, on real pipes. */
beforeAll(() => {
  execFileSync(process.execPath, ['scripts/ensure.mjs'], { stdio: 'ignore' })
}, 120_000)

function heng(args: readonly string[], closeAfterFirst = false): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['bin/heng.js', ...args], { env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' } })
    let [out, err] = ['', '']
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString()
      if (closeAfterFirst) child.stdout.destroy()
    })
    child.stderr.on('data', (data: Buffer) => { err += data.toString() })
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

describe('bin/heng.js', () => {
  it('evaluates the sample', async () => {
    const { code, out, err } = await heng(['eval', SAMPLE, ...SAMPLE_INPUT])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('合计')
  })

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }
    expect(await heng(['--version'])).toEqual({ code: 0, out: `heng ${version}\n`, err: '' })
  })

  it('prints all of a long result into a pipe', async () => {
    const { out } = await heng(['eval', SAMPLE, ...SAMPLE_INPUT, '--format', 'json'])
    expect(() => JSON.parse(out) as unknown).not.toThrow()
    expect(out.length).toBeGreaterThan(70_000)
  })

  it('stops quietly when its reader has seen enough', async () => {
    const { err } = await heng(['eval', SAMPLE, ...SAMPLE_INPUT, '--format', 'json'], true)
    expect(err).toBe('')
  })

  it('exits with 2 on misuse', async () => expect(await heng(['check'])).toMatchObject({ code: 2, out: '' }))
})
