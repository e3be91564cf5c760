import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { SAMPLE, SAMPLE_INPUT, heng } from './heng.ts'

const folder = mkdtempSync(join(tmpdir(), 'heng-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
mkdirSync(join(folder, 'empty'))

const FACTS = SAMPLE_INPUT[1] ?? ''
const cases: readonly (readonly [string, readonly string[], RegExp, RegExp])[] = [
  ['an unknown verb', ['chekc', SAMPLE], /没有“chekc”这个动词，是不是 check？/, /there is no verb “chekc”; did you mean check\?/],
  ['an unknown option', ['check', SAMPLE, '--colour'], /没有 --colour 这个选项/, /there is no option --colour/],
  ['an unknown short option', ['check', SAMPLE, '-x'], /没有 -x 这个选项/, /there is no option -x/],
  ['no policy', ['check'], /缺 POLICY/, /POLICY is missing/],
  ['a folder that is not there', ['check', 'no-such-folder'], /没有这个文件夹：no-such-folder/, /no such folder/],
  ['a file for a folder', ['check', `${SAMPLE}/policy.heng`], /请给出版本的文件夹/, /give the folder of a version/],
  ['several versions', ['check', 'policies/suzhou-ai-plus'], /请写明是哪一个：\n {2}policies\/suzhou-ai-plus\/consultation-draft/, /say which/],
  ['a folder without a policy', ['check', join(folder, 'empty')], /里没有 policy\.heng/, /there is no policy\.heng/],
  ['no facts', ['eval', SAMPLE], /缺 --facts FILE/, /--facts FILE is missing/],
  ['facts that are not there', ['eval', SAMPLE, '--facts', 'none.json'], /没有这个文件：none\.json/, /no such file/],
  ['a folder for facts', ['eval', SAMPLE, '--facts', 'policies'], /这是文件夹，不是文件/, /this is a folder/],
  ['a day that does not exist', ['eval', SAMPLE, '--facts', FACTS, '--on', '2026-02-30'], /不是存在的日期/, /not a day that exists/],
  ['an unknown ambiguity', ['eval', SAMPLE, '--facts', FACTS, '--reading', 'A99=x'], /没有歧义A99，有的是：A1、/, /there is no ambiguity A99; there are A1, /],
  ['an unknown reading', ['eval', SAMPLE, '--facts', FACTS, '--reading', 'A1=x'], /A1没有“x”这种解读，有的是：/, /A1 has no reading “x”; there are /],
  ['a reading without its name', ['eval', SAMPLE, '--facts', FACTS, '--reading', 'A1'], /写成“A2=解读的名称”/, /is written “A2=name of the reading”/],
  ['an unknown engine', ['eval', SAMPLE, '--facts', FACTS, '--engine', 'sql'], /--engine 只能是/, /--engine takes/],
  ['an unknown applicant', ['explain', SAMPLE, ...SAMPLE_INPUT, 'E99'], /没有申请人“E99”/, /there is no applicant “E99”/],
  ['an unknown clause', ['explain', SAMPLE, ...SAMPLE_INPUT, 'E01', '99.9'], /没有条款99\.9/, /there is no clause 99\.9/],
  ['a clause that is about nothing of theirs', ['explain', SAMPLE, ...SAMPLE_INPUT, 'E01', '8.1'], /E01没有条款8\.1所说的事项/, /E01 has nothing that clause 8\.1 is about/],
  ['writing and checking at once', ['fmt', SAMPLE, '--write', '--check'], /--write 与 --check 只能给一个/, /not both/],
  ['an unknown target', ['export', 'cobol', SAMPLE], /不能译成“cobol”/, /cannot translate into “cobol”/],
]

describe('misuse', () => {
  it.each(cases)('%s is said in words, with exit code 2', async (_, args, zh, en) => {
    const chinese = await heng(...args)
    expect([chinese.code, chinese.out]).toEqual([2, ''])
    expect(chinese.err).toMatch(zh)
    const english = await heng(...args, '--lang', 'en')
    expect(english.code).toBe(2)
    expect(english.err).toMatch(en)
  })
})

describe('bad input', () => {
  it('of an unreadable encoding is refused', async () => {
    const { code, err } = await heng('eval', SAMPLE, '--facts', file('bytes.json', Uint8Array.of(0xff, 0xfe, 0x00, 0x80)))
    expect(code).toBe(2)
    expect(err).toMatch(/编码/)
  })

  it('is reported whole, with line and column, and nothing is computed', async () => {
    const path = file('wrong.json', '{"applicants": [{"id": "甲", "facts": {"名稱": "甲"}, "matters": [{"kind": "人才项目", "id": "一", "facts": {"实付工薪": 1.001}}]}]}')
    const { code, out, err } = await heng('eval', SAMPLE, '--facts', path)
    expect([code, out]).toEqual([2, ''])
    expect(err.split('\n').filter((line) => line.startsWith(`${path}:1:`))).toHaveLength(2)
    expect(err).toContain('有2处问题，没有计算')
  })

  it('in several files is told of each of them at once', async () => {
    const facts = file('one-wrong.json', '[{"id": "甲", "facts": {"名稱": "甲"}}]')
    const ledger = file('wrong-ledger.json', '[{"clause": "9.9", "applicant": "甲", "date": "2026-02-30", "amount": 1}]')
    const { code, err } = await heng('eval', SAMPLE, '--facts', facts, '--ledger', ledger, '--lang', 'en')
    expect(code).toBe(2)
    expect(err.split('\n').map((line) => line.split(' ')[0])).toEqual([`${facts}:1:24`, `${ledger}:1:13`, `${ledger}:1:46`, 'heng:', ''])
    expect(err).toContain(`heng: ${facts} has 1 problem, ${ledger} has 2 problems: nothing was computed`)
  })

  it('in a policy is printed with carets, and nothing is computed', async () => {
    const version = join(folder, 'broken')
    mkdirSync(version)
    writeFileSync(join(version, 'policy.heng'), '政策 样本 (sample)\n\n条款 1.1 奖励 (award)\n  给予 没有的金额\n')
    const { code, out, err } = await heng('eval', version, '--facts', FACTS)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/policy\.heng:4:6 错误/)
    expect(err).toMatch(/│ {8}\^{10}\n/)
    expect(err).toMatch(/政策有\d+处错误/)
  })

  it('of a policy in another encoding is refused', async () => {
    const version = join(folder, 'gbk')
    mkdirSync(version)
    writeFileSync(join(version, 'policy.heng'), Uint8Array.of(0xd5, 0xfe, 0xb2, 0xdf))
    const { code, err } = await heng('check', version)
    expect(code).toBe(2)
    expect(err).toContain('不是UTF-8编码的文本')
  })
})
