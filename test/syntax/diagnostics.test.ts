import { describe, expect, test } from 'vitest'
import { parseFile } from '../../src/syntax/parse.ts'
import { expectReports } from '../expect-reports.ts'

const diagnose = (text: string) => parseFile('a.heng', text).diagnostics
const itemKinds = (text: string) => parseFile('a.heng', text).value.statements.flatMap(({ statement }) => ('items' in statement ? statement.items.map(({ kind }) => kind) : []))

describe('syntax errors and their places', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['⟦你好 世界⟧\n条款 1.1 名\n  给予 1万元\n', ['text-outside-statement']],
    ['条款 1.1 甲\n  给予 20万元 ⟦乙⟧\n  每年 不超过 10项\n', ['unexpected-token']],
    ['条款 1.1 甲\n  给予\n  ⟦当⟧ 入选\n', ['unexpected-token']],
    ['条款 1.1 甲\n  给予 1万元⟦？⟧\n', ['unexpected-character']],
    ['条款 1.1 甲\n  依据 ⟦“没有结束⟧\n  给予 1万元\n', ['unclosed-quote']],
    ['条款 1.1 甲\n  当 入选 且 ⟦或⟧ 获奖\n', ['unexpected-token']],
    ['条款 1.1 甲\n  按 级别 分别 给予\n    国家级 ⟦当⟧ 入选\n', ['unexpected-token']],
    ['条款 1.1 甲\n  一次性 ⟦每年⟧\n', ['unexpected-token']],
    ['事项 人\n  年薪 金额 问 “多少？” 问 ⟦“多少？”⟧\n', ['unexpected-token']],
    ['示例 甲\n  得 条款 1.1 1万元 ⟦2万元⟧\n', ['unexpected-token']],
    ['断言 甲：条款 1.1，⟦1.2⟧ 不减于 人 的 年薪\n', ['unexpected-token']],
  ]
  for (const [marked, codes] of cases) test(marked.replaceAll('\n', '␤'), () => expectReports(marked, codes, diagnose))
})

test('a mistake hides neither the items after it nor the statements', () => {
  expect(itemKinds('条款 1.1 甲\n  给予 20万元 乙\n  每年 不超过 10项\n条款 1.2 丙\n  给予\n条款 1.3 丁\n  可\n')).toEqual(['grant', 'quota', 'grant', 'may'])
  expectReports('条款 1.1 甲\n  给予 40% ⟦的⟧\n条款 1.2 乙\n  当 ⟦且⟧ 入选\n条款 1.3 丙\n  给予 （1万⟦元⟧\n', ['unexpected-token', 'unexpected-token', 'unexpected-token'], diagnose)
})

test('full-width letters and digits are to be written half-width, other characters to be left out', () => {
  const hints = (text: string): readonly unknown[] => diagnose(text).filter(({ code }) => code === 'unexpected-character').map(({ facts }) => facts['suggestion_en'])
  expect(hints('条款 1.1 甲\n  给予 １００万元\n')).toEqual(['write it half-width: 100'])
  expect(hints('条款 1.1 甲\n  给予 1万元？\n')).toEqual(['remove it; write a name that holds punctuation as 「name」'])
})
