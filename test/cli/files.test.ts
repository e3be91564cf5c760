import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE, heng } from './heng.ts'

let folder = ''
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8')
const all = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.heng')).sort().map(textOf)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heng-'))
  cpSync(SAMPLE, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('fmt', () => {
  it('writes the other surface, and comes back to the same bytes', async () => {
    await heng('fmt', folder, '--write')
    const before = all()
    expect((await heng('fmt', folder, '--to', 'en', '--write')).code).toBe(0)
    expect(textOf('measure-6.heng')).toMatch(/^measure 6 /m)
    expect((await heng('check', folder)).out).toBe((await heng('check', SAMPLE)).out)
    expect((await heng('fmt', folder, '--to', 'zh', '--write')).code).toBe(0)
    expect(all()).toEqual(before)
  })

  it('checks: 1 and the path of what is not formatted, 0 when all is', async () => {
    await heng('fmt', folder, '--write')
    expect((await heng('fmt', folder, '--check')).code).toBe(0)
    writeFileSync(join(folder, 'measure-6.heng'), textOf('measure-6.heng').replace('\n  ', '\n        '))
    const { code, out } = await heng('fmt', folder, '--check')
    expect(code).toBe(1)
    expect(out.split('\n')[0]).toBe(join(folder, 'measure-6.heng'))
    expect(out).toContain('1个文件的格式待整理')
  })

  it('prints and writes nothing without --write', async () => {
    const before = all()
    const { code, out } = await heng('fmt', folder, '--to', 'en')
    expect(code).toBe(0)
    expect(out).toContain('clause 6.1 ')
    expect(all()).toEqual(before)
  })
})

describe('check', () => {
  const spoil = (): void => writeFileSync(join(folder, 'measure-6.heng'), textOf('measure-6.heng').replace('30% 的 实付工薪', '30% 的 实付工资'))

  it('exits with 1 on findings, with carets under what is meant', async () => {
    spoil()
    const { code, out, err } = await heng('check', folder)
    expect(code).toBe(1)
    expect(out).toMatch(/^错误\d+处/)
    const line = err.split('\n').findIndex((each) => /│ {2,}\^+$/.test(each))
    expect(err.split('\n')[line - 1]).toContain('30% 的 实付工资')
    expect(err.split('\n')[line]).toMatch(/\^{8}$/)
  })

  it('is one line a finding in the compact form', async () => {
    spoil()
    const { err } = await heng('check', folder, '--format', 'compact', '--lang', 'en')
    expect(err).toMatch(/measure-6\.heng:\d+:\d+: error: .+ \[unknown-name\]\n/)
  })

  it('is data in the JSON form, on stdout', async () => {
    spoil()
    const { code, out, err } = await heng('check', folder, '--format', 'json')
    expect([code, err]).toEqual([1, ''])
    const { diagnostics, errors } = JSON.parse(out) as { diagnostics: readonly { code: string; line: number; message: { zh: string } }[]; errors: number }
    expect(errors).toBeGreaterThan(0)
    expect(diagnostics.some((each) => each.code === 'unknown-name' && each.line > 1)).toBe(true)
  })
})

describe('fix', () => {
  const spoil = (): void => writeFileSync(join(folder, 'measure-6.heng'), textOf('measure-6.heng').replace('30% 的 实付工薪', '30% 的 实付工薪酬'))

  it('says what it would do, and writes only without --dry-run', async () => {
    const whole = textOf('measure-6.heng')
    spoil()
    const spoiled = textOf('measure-6.heng')
    const dry = await heng('fix', folder, '--dry-run')
    expect(dry.code).toBe(1)
    expect(dry.out).toContain('没有写入')
    expect(textOf('measure-6.heng')).toBe(spoiled)
    const wet = await heng('fix', folder)
    expect(wet.code).toBe(0)
    expect(wet.out).toMatch(/measure-6\.heng:\d+ .*改为“实付工薪”/)
    expect(textOf('measure-6.heng')).toBe(whole)
  })
})

describe('cover', () => {
  it('is 100 % on the sample, and names what one changed character uncovers', async () => {
    expect((await heng('cover', folder)).out).toMatch(/覆盖率100%\n$/)
    writeFileSync(join(folder, 'source.txt'), textOf('source.txt').replace('每家给予10万元', '每家给予20万元'))
    const { code, out } = await heng('cover', folder)
    expect(code).toBe(1)
    expect(out).toMatch(/^5\.4 +(未引|部分未引)/m)
    expect(out).not.toMatch(/覆盖率100%/)
  })
})

describe('test', () => {
  it('names file and line of a failing example, what was expected and what was found', async () => {
    const text = textOf('measure-6.heng')
    writeFileSync(join(folder, 'measure-6.heng'), text.replace('得 条款 6.1（引才） 50万元 成立', '得 条款 6.1（引才） 40万元 成立'))
    const line = text.split('\n').findIndex((each) => each.startsWith('示例 工薪恰过封顶线')) + 1
    const { code, out, err } = await heng('test', folder)
    expect(code).toBe(1)
    expect(out).toMatch(/不符1个/)
    expect(err).toContain(`measure-6.heng:${line} ✗ 工薪恰过封顶线`)
    expect(err).toContain('应为  40万元')
    expect(err).toContain('得到  50万元')
  })
})
