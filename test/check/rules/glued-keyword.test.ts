import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('glued-keyword', () => {
  it('warns where a declared name is read as keywords', () => {
    expectReports(`事项 项目
  「以上」 整数 项
条款 1.1 奖励
  参见 “……”
  对 每个 项目
  当 「以上」 3项⟦以上⟧
  给予 20万元`, 'glued-keyword')
  })
  it('is silent where no name consists of keywords', () => {
    expectReports(`事项 项目
  件数 整数 项
条款 1.1 奖励
  参见 “……”
  对 每个 项目
  当 件数 3项以上
  给予 20万元`, 'glued-keyword')
  })
})
