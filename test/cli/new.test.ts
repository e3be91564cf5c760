import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { severityOf } from '../../src/diagnostics/render.ts'
import { newPolicy } from '../../src/cli/new-policy.ts'
import { SAMPLE, heng } from './heng.ts'

const SOURCE = `某市若干措施

1.支持创新。对入选“示范工程”的项目，每项奖励20万元。同一项目不重复支持。（责任单位：市科技局、市工信局；配合单位：市财政局）
2.支持引才。按实付工薪30%奖补，最高50万元。（责任单位：市人社局）
本措施自公布之日起实施。
`

let folder = ''
const path = (...names: readonly string[]): string => join(folder, ...names)
const textOf = (...names: readonly string[]): string => readFileSync(path(...names), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heng-'))
  writeFileSync(path('text.txt'), SOURCE)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('heng new', () => {
  it('numbers and quotes each sentence, a file a measure; its units stand ready', async () => {
    const { code, out, err } = await heng('new', path('mine'), '--source', path('text.txt'))
    expect([code, err]).toEqual([0, ''])
    expect(readdirSync(path('mine'))).toEqual(['measure-1.heng', 'measure-2.heng', 'policy.heng', 'source.txt'])
    expect(textOf('mine', 'source.txt')).toBe(SOURCE)
    expect(textOf('mine', 'measure-1.heng')).toBe([
      '# 去掉以下各行开头的“# ”，并在 policy.heng 里用“机关”声明各单位：', '# 措施 1 支持创新 (measure_1)', '#   责任单位 市科技局，市工信局', '#   配合单位 市财政局', '',
      '条款 1.1', '  参见 “对入选“示范工程”的项目，每项奖励20万元。”', '', '条款 1.2', '  参见 “同一项目不重复支持。”', '',
    ].join('\n'))
    expect(textOf('mine', 'policy.heng')).toContain('# 原文的标题：某市若干措施\n')
    expect(out).toContain('3个文件，4个待写的条款')
    expect(out).toContain(`heng cover ${path('mine')}`)
  })

  it('starts at 0 %, and says what to do next', async () => {
    await heng('new', path('mine'), '--source', path('text.txt'))
    const cover = await heng('cover', path('mine'))
    expect(cover.code).toBe(1)
    expect(cover.out).toContain('已承接0处，覆盖率0%')
    expect(cover.out).toContain('下一步：第0.1处“某市若干措施”。是标题的，照原文写进“标题”')
    const check = await heng('check', path('mine'), '--format', 'compact')
    expect(check.code).toBe(1)
    expect(check.err).not.toContain('unexpected')
    expect(check.err).toContain('条款 1.1 还没有写')
  })

  it('goes on to the first clause that is still to be written, with its place, in English too', async () => {
    await heng('new', path('mine'), '--source', path('text.txt'), '--title', '某市若干措施')
    writeFileSync(path('mine', 'measure-1.heng'), textOf('mine', 'measure-1.heng').replaceAll(/^# ( *(?:措施|责任单位|配合单位) )/gm, '$1'))
    writeFileSync(path('mine', 'policy.heng'), textOf('mine', 'policy.heng').replace('申请人 企业', '机关 市科技局，市工信局，市财政局\n\n申请人 企业'))
    expect((await heng('cover', path('mine'))).out).toContain(`下一步：第1.1处“对入选“示范工程”的项目，每项奖励20万元。”。写 ${path('mine', 'measure-1.heng')}:6 的条款`)
    expect((await heng('cover', path('mine'), '--lang', 'en', '--format', 'markdown')).out).toContain(`Write the clause at ${path('mine', 'measure-1.heng')}:6: name it`)
  })

  it('writes the English surface when asked in English', async () => {
    await heng('new', path('mine'), '--source', path('text.txt'), '--lang', 'en')
    expect(textOf('mine', 'measure-2.heng')).toContain('clause 2.1\n  see “按实付工薪30%奖补，最高50万元。”')
    expect(textOf('mine', 'policy.heng')).toContain('applicant enterprise (企业)')
  })

  it('takes a text that is already in the folder', async () => {
    mkdirSync(path('mine'))
    writeFileSync(path('mine', 'source.txt'), SOURCE)
    expect((await heng('new', path('mine'), '--jurisdiction', '某市', '--edition', 'model')).code).toBe(0)
    expect(textOf('mine', 'policy.heng')).toMatch(/地区 “某市”\n {2}文本 示范文本/)
  })

  it('writes nothing over, and nothing at all where something is in the way', async () => {
    mkdirSync(path('mine'))
    writeFileSync(path('mine', 'measure-2.heng'), '# mine\n')
    const { code, err } = await heng('new', path('mine'), '--source', path('text.txt'))
    expect([code, err]).toEqual([2, `heng: 已经有这些文件，不会改写：\n  ${path('mine', 'measure-2.heng')}\n`])
    expect(readdirSync(path('mine'))).toEqual(['measure-2.heng'])
  })

  it('tells what it writes as JSON too', async () => {
    const told = async (...more: readonly string[]): Promise<unknown> => JSON.parse((await heng('new', path('mine'), '--source', path('text.txt'), '--format', 'json', ...more)).out) as unknown
    const planned = await told('--dry-run')
    expect(planned).toMatchObject({ written: false, stubs: 4 })
    expect(await told()).toEqual({ ...(planned as object), written: true })
    expect(textOf('mine', 'policy.heng')).toBe((planned as { files: readonly { file: string; text: string }[] }).files.find(({ file }) => file.endsWith('policy.heng'))?.text)
  })

  it('shows and writes nothing with --dry-run', async () => {
    const { code, out } = await heng('new', path('mine'), '--source', path('text.txt'), '--dry-run')
    expect([code, out.includes('条款 1.1\n')]).toEqual([0, true])
    expect(readdirSync(folder)).toEqual(['text.txt'])
  })

  it('says what is wrong with what it was given', async () => {
    const said = async (...args: readonly string[]): Promise<readonly [number, string]> => {
      const { code, err } = await heng('new', ...args)
      return [code, err]
    }
    expect(await said(path('mine'))).toEqual([2, `heng: 没有原文：把公文的文字存为 ${path('mine', 'source.txt')}，或者用 --source FILE 指定\n`])
    expect(await said(path('text.txt'), '--source', path('text.txt'))).toEqual([2, `heng: ${path('text.txt')} 是文件，不是文件夹\n`])
    writeFileSync(path('empty.txt'), ' \n')
    expect(await said(path('mine'), '--source', path('empty.txt'), '--lang', 'en')).toEqual([2, `heng: the official text is empty: ${path('empty.txt')}\n`])
    mkdirSync(path('other'))
    writeFileSync(path('other', 'source.txt'), '另一份。\n')
    expect((await said(path('other'), '--source', path('text.txt')))[1]).toContain('已经有另一份原文')
  })
})

describe('any text', () => {
  it.each([
    ['the first policy’s', readFileSync(`${SAMPLE}/source.txt`, 'utf8')], ['one with articles', '某办法\n\n第一章　总则\n第一条　适用对象。本办法适用于企业。\n第二条　奖励20万元。\n'],
    ['a quotation mark without its partner', '1.标题。对“甲的企业奖励。\n'], ['no numbers', '一句话。\n'], ['straight quotation marks', '1.标题。对"甲"奖励。\n'],
  ])('%s: parses without an error of syntax, each stub finds its sentence, nothing is covered', (_, source) => {
    for (const language of ['zh', 'en'] as const) {
      const { diagnostics, coverage } = compile({ files: newPolicy(source, { title: null, jurisdiction: null, edition: 'draft', language }), source })
      expect(diagnostics.filter(({ code }) => severityOf(code) === 'error' || code === 'citation-not-found')).toEqual([])
      expect(coverage.filter(({ standing }) => standing !== 'uncovered')).toEqual([])
    }
  })
})
