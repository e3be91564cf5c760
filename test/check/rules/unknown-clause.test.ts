import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { expectFix, expectReports } from '../expect-reports.ts'

describe('unknown-clause', () => {
  it('reports an exception to no clause', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  例外于 条款 ⟦1.7⟧
  给予 20万元`, 'unknown-clause')
  })
  it('suggests a number that is like it', () => {
    expectFix(`条款 1.1 奖励
  参见 “……”
  给予 20万元
条款 1.2 加奖
  参见 “……”
  扣除 已领 条款 ⟦11.1⟧
  给予 30万元`, 'unknown-clause', `条款 1.1 奖励
  参见 “……”
  给予 20万元
条款 1.2 加奖
  参见 “……”
  扣除 已领 条款 1.1
  给予 30万元`)
  })
  it('takes no clause for another whose number has another digit', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 20万元
条款 1.2 加奖
  参见 “……”
  扣除 已领 条款 ⟦8.1⟧
  给予 30万元`, 'unknown-clause')
    for (const id of ['8.1', '12.13', '1.102']) {
      const { diagnostics } = compile({ files: [{ file: 'policy.heng', text: `条款 1.1 奖励\n  参见 “……”\n  给予 20万元\n条款 11.1 加奖\n  参见 “……”\n  扣除 已领 条款 ${id}\n  给予 30万元\n` }], source: null })
      expect(diagnostics.find(({ code }) => code === 'unknown-clause')?.fixes).toEqual([])
    }
  })
  it('reports one in a constraint', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 20万元
约束 1.3 不重复
  参见 “……”
  同一 企业 的 条款 1.1，⟦1.9⟧ 取 最高者`, 'unknown-clause')
  })
})
