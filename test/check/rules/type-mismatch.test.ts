import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('type-mismatch', () => {
  it('reports a day where money should stand', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  当 营业收入 不少于 ⟦2026-01-01⟧
  给予 20万元`, 'type-mismatch')
  })
  it('reports money where a condition should stand', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  当 ⟦营业收入⟧
  给予 20万元`, 'type-mismatch')
  })
  it('never mixes months and days', () => {
    expectReports(`事项 项目
  工期 期限
条款 1.1 奖励
  参见 “……”
  对 每个 项目
  当 工期 不少于 ⟦30日⟧
  给予 20万元`, 'type-mismatch')
  })
})
