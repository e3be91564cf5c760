import { describe, expect, it } from 'vitest'
import { CODES } from '../../../src/diagnostics/codes.ts'
import { compile } from '../../../src/compile.ts'
import { expectReports } from '../expect-reports.ts'

const HEADER = `政策 试点 (trial)
  标题 “示例” / “Sample”
  地区 “示例市” / “Sample City”
  文本 示范文本
  原文 “source.txt”
  公布 未定
施行 9 自公布之日
申请人 企业 (enterprise)
措施 1 奖励 (awards)
`
const SOURCE = '一、奖励。对新认定的企业，奖励20万元。对复审通过的企业，奖励10万元。\n'

describe('clause-stub', () => {
  it('reports a clause that has no name and only points to its sentence', () => {
    expectReports('条款 ⟦1.1⟧\n  参见 “对新认定的企业，奖励20万元。”', 'clause-stub')
  })
  it('takes a clause with a name, and one with anything but 参见', () => {
    expectReports('条款 1.1 奖励\n  参见 “……”', 'clause-stub')
    expectReports('条款 1.1\n  参见 “……”\n  给予 20万元', 'clause-stub')
  })
  it('covers nothing, gives nothing, and does not stand in the way of the other clauses', () => {
    const { policy, coverage, diagnostics } = compile({ files: [{ file: 'policy.heng', text: `${HEADER}条款 1.1\n  参见 “对新认定的企业，奖励20万元。”\n条款 1.2 复审奖励\n  依据 “对复审通过的企业，奖励10万元。”\n  给予 10万元` }], source: SOURCE })
    expect(diagnostics.filter(({ code }) => CODES[code].severity === 'error')).toEqual([])
    expect(policy?.clauses.map(({ id }) => id)).toEqual(['1.2'])
    expect(coverage.filter(({ segment }) => segment.kind === 'sentence').map(({ standing }) => standing)).toEqual(['uncovered', 'encoded'])
    expect(diagnostics.filter(({ code }) => code === 'sentence-uncovered').map(({ facts }) => facts['sentence'])).toEqual([])
  })
  it('cannot be referred to', () => {
    expectReports('条款 1.1\n  参见 “……”\n条款 1.2 奖励\n  参见 “……”\n  给予 20万元\n  扣除 已领 条款 ⟦1.1⟧', 'unknown-clause')
  })
})
