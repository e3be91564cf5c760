import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

const BEFORE = `事项 项目 (project)
  项目编号 (number) 标识
  属于配套 (matching) 是否
条款 5.1 项目补助
  参见 “……”
  对 每个 项目
  当 属于配套
  给予 20万元
`

describe('condition-without-limit', () => {
  it('reports a condition in a constraint that sets no limit', () => {
    expectReports(`${BEFORE}约束 9.2 配套不受限制
  参见 “……”
  ⟦除非 属于配套⟧`, 'condition-without-limit')
    expectReports(`${BEFORE}约束 9.2 只支持配套
  参见 “……”
  条款 5.1 除非 属于配套
  ⟦当 属于配套⟧`, 'condition-without-limit')
  })
  it('leaves one beside a limit alone', () => {
    expectReports(`${BEFORE}约束 9.2 配套不受限制
  参见 “……”
  除非 属于配套
  同一 项目编号 的 条款 5.1 取 最高者`, 'condition-without-limit')
  })
})
