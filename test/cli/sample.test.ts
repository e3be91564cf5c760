import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { heng, hengIn, SAMPLE } from './heng.ts'

const folder = mkdtempSync(join(tmpdir(), 'heng-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('heng sample', () => {
  it('writes dossiers that heng eval takes, the same for a seed', async () => {
    const first = await heng('sample', SAMPLE, '--count', '40', '--seed', '7')
    expect(first.code).toBe(0)
    expect((await heng('sample', SAMPLE, '--count', '40', '--seed', '7')).out).toBe(first.out)
    expect((await heng('sample', SAMPLE, '--count', '40', '--seed', '8')).out).not.toBe(first.out)
    const file = join(folder, 'sample.json')
    writeFileSync(file, first.out)
    const evaluated = await heng('eval', SAMPLE, '--facts', file, '--as-if-published', '2026-01-01', '--on', '2026-06-30', '--format', 'json')
    expect([evaluated.code, evaluated.err]).toEqual([0, ''])
    expect((JSON.parse(evaluated.out) as { applicants: readonly unknown[] }).applicants).toHaveLength(40)
  })

  it('tells a terminal that it is made up, how many and of which seed', async () => {
    const { err, out } = await hengIn({ terminal: true }, 'sample', SAMPLE, '--count', '3', '--seed', '7')
    expect(err).toContain('示例假设')
    expect(err).toContain('3家，种子 7')
    expect((JSON.parse(out) as { applicants: readonly { id: string }[] }).applicants.map(({ id }) => id)).toEqual(['Q00001', 'Q00002', 'Q00003'])
  })

  it('speaks English', async () => {
    const { err, out } = await hengIn({ terminal: true }, 'sample', SAMPLE, '--count', '3', '--lang', 'en')
    expect(err).toContain('seed suzhou-2026')
    expect(out).toContain('"unit_type"')
  })

  it.each([['0'], ['1.5'], ['viele'], ['200001']])('refuses --count %s', async (count) => {
    const { code, err } = await heng('sample', SAMPLE, '--count', count)
    expect([code, err.includes('--count 应为 1 到 200000 的整数')]).toEqual([2, true])
  })

  it('reports mistakes of a file with their place', async () => {
    const file = join(folder, 'population.json')
    writeFileSync(file, '{\n  "population": 1,\n  "title": 3\n}')
    const { code, err, out } = await heng('sample', SAMPLE, '--from', file)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`${file}:1:1 `)
    expect(err).toContain('没有生成')
  })
})
